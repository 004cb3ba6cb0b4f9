import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { TypedRow } from '#capabilities/spreadsheets/read-row.ts'
import { lockYear } from '#domains/blocs/lock-year.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { slices } from '#platform/slices.ts'
import { mayConfirmOpinions } from './access.ts'
import { checkRows } from './check-rows.ts'
import { intakeCan, intakeSubject, type OpinionIntake } from './intake.ts'
import { intakeById, lockedIntake } from './queries.ts'

/** The count that was on screen: nobody confirms what they have not seen. */
export const confirmIntakeInput = z.object({ intake: z.uuid(), rows: z.coerce.number().int().min(0) })

const text = (row: TypedRow, key: string) => String(row.values[key] ?? '')
const code = (row: TypedRow, key: string) => (row.values[key] === null ? null : text(row, key))

/** Who brought the list is who entered each opinion; who confirms it is who takes it. */
async function insertOpinions(tx: Tx, actor: Actor, { intake, rows }: { intake: Bringing; rows: Made[] }, now: Date) {
  const opinions = rows.map(
    ({ id, row }) =>
      ({
        id,
        bloc_year_id: intake.bloc_year_id,
        unit_id: intake.unit_id,
        way: 'unnamed',
        source: 'import',
        place_name: text(row, 'place'),
        group_code: code(row, 'group'),
        topic_id: code(row, 'topic'),
        field_code: code(row, 'field'),
        concern: row.values['concern'] as 'low' | null,
        title: text(row, 'title'),
        text: text(row, 'text'),
        shown_text: text(row, 'text'),
        state: 'accepted',
        received_on: text(row, 'receivedOn'),
        entered_by: intake.uploaded_by,
        entrant_name: intake.brought,
        entered_at: intake.uploaded_at,
        moderated_by: actor.account,
        moderated_at: now,
      }) as const,
  )
  for (const some of slices(opinions)) await tx.insertInto('opinion').values(some).execute()
  const made = rows.map(({ id, row }) => ({ number: row.number, id }))
  await sql`
    update opinion_intake_row r set made_opinion_id = given.id, cells = '[]'
    from jsonb_to_recordset(${JSON.stringify(made)}::jsonb) as given (number integer, id uuid)
    where r.intake_id = ${intake.id} and r.number = given.number`.execute(tx)
}

type Bringing = OpinionIntake & { brought: string }

interface Made {
  id: string
  row: TypedRow
}

async function nameOfAccount(tx: Tx, account: string): Promise<string> {
  const person = tx.selectFrom('account').innerJoin('person', 'person.id', 'account.person_id').select('full_name')
  return (await person.where('account.id', '=', account).executeTakeFirstOrThrow()).full_name
}

/** Enters a list, all of it or nothing; its opinions are taken as read by another than who brought them. */
export async function confirmIntake(db: Db, actor: Actor, input: z.output<typeof confirmIntakeInput>, now: Date) {
  await db.transaction().execute(async (tx) => {
    const before = await intakeById(tx, input.intake)
    demand(mayConfirmOpinions(actor, before))
    await lockYear(tx, before.bloc_year_id)
    const intake = await lockedIntake(tx, input.intake)
    if (!intakeCan('confirm', intake)) throw new RuleViolation('opinionImport.decided')
    const rows = await checkRows(tx, intake, now)
    const faulty = rows.filter(({ faults }) => faults.length > 0).length
    if (faulty > 0) throw new RuleViolation('opinionImport.faultsLeft', { count: faulty })
    if (rows.length !== input.rows) throw new RuleViolation('opinionImport.changedSince')
    // Random, as every opinion's: an id that tells its time would tell the order of what was heard.
    const made = rows.map((row) => ({ id: randomUUID(), row }))
    const bringing = { ...intake, brought: await nameOfAccount(tx, intake.uploaded_by) }
    await insertOpinions(tx, actor, { intake: bringing, rows: made }, now)
    await tx
      .updateTable('opinion_intake')
      .set({ state: 'applied', decided_by: actor.account, decided_at: now, added: rows.length })
      .where('id', '=', intake.id)
      .execute()
    const facts = { file: intake.file_name, sha256: intake.file_sha256, rows: rows.length }
    await record(tx, actor, now, { action: 'opinionImport.entered', subject: intakeSubject(intake.id), facts })
  })
}
