import { sql } from 'kysely'
import { z } from 'zod'
import { recordAll } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { mayImport } from './access.ts'
import { addPeople } from './add-people.ts'
import { addUnits } from './add-units.ts'
import type { MadeOfRow } from './adding.ts'
import { countsOf, intakeCan, type Counts } from './intake.ts'
import { lockIntake } from './queries.ts'

const count = z.coerce.number().int().min(0)

/** The counts that were on screen: nobody confirms what they have not seen. */
export const confirmIntakeInput = z.object({ add: count, same: count, skip: count })
export type ConfirmIntake = z.output<typeof confirmIntakeInput> & { intake: string }

function refuseWaiting(counts: Counts, seen: ConfirmIntake) {
  if (counts.faulty > 0) throw new RuleViolation('intake.faultsLeft', { count: counts.faulty })
  if (counts.undecided > 0) throw new RuleViolation('intake.choicesLeft', { count: counts.undecided })
  if (counts.add !== seen.add || counts.same !== seen.same || counts.skip !== seen.skip) {
    throw new RuleViolation('intake.changedSince')
  }
}

async function writeMade(tx: Tx, intake: string, made: readonly MadeOfRow[]) {
  const rows = new Map<number, MadeOfRow>()
  for (const one of made) rows.set(one.number, { ...rows.get(one.number), ...one })
  await sql`
    update intake_row set made_unit_id = given.unit, made_account_id = given.account, made_role_id = given.role
    from jsonb_to_recordset(${JSON.stringify([...rows.values()])}::jsonb)
      as given (number integer, unit uuid, account uuid, role uuid)
    where intake_row.intake_id = ${intake}::uuid and intake_row.number = given.number`.execute(tx)
}

/** Enters a list, all of it or nothing: each row leaves the history that doing the same by hand would leave. */
export async function confirmIntake(db: Db, actor: Actor, input: ConfirmIntake, env: { now: Date; origin: string }) {
  const { now, origin } = env
  await db.transaction().execute(async (tx) => {
    const intake = await lockIntake(tx, input.intake)
    demand(mayImport(actor, intake.kind))
    if (!intakeCan('confirm', intake)) throw new RuleViolation('intake.decided')
    const adding = { intake, by: actor.account, now, origin }
    const list = intake.kind === 'units' ? await addUnits(tx, adding) : await addPeople(tx, adding)
    const counts = countsOf(list.rows)
    refuseWaiting(counts, input)

    const { deeds, made } = await list.add()
    await writeMade(tx, intake.id, made)
    const totals = { added: counts.add, joined: counts.same, skipped: counts.skip }
    await tx
      .updateTable('intake')
      .set({ state: 'applied', decided_by: actor.account, decided_at: now, ...totals })
      .where('id', '=', intake.id)
      .execute()
    const facts = { kind: intake.kind, file: intake.file_name, sha256: intake.file_sha256, ...totals }
    const entered = { action: 'intake.entered', subject: { kind: 'intake', id: intake.id }, facts }
    await recordAll(tx, actor, now, [...deeds, entered])
  })
}
