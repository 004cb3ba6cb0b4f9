import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import { addDays } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { day } from '#platform/form.ts'
import { newId } from '#platform/id.ts'
import { mayKeepUnits } from '../access.ts'
import { lockUnit } from '../lock-unit.ts'
import { nameOn, statusOn } from '../queries.ts'
import { lockTree } from './check-units.ts'

export const nameAwardingOfficeInput = z.object({ unit: z.uuid(), fromOn: day() })
export type NameAwardingOffice = z.output<typeof nameAwardingOfficeInput>

async function checkOffice(tx: Tx, { unit, fromOn }: NameAwardingOffice) {
  if ((await statusOn(tx, unit, fromOn)) === 'ended') throw new RuleViolation('units.unitEnded')
  const later = await tx
    .selectFrom('awarding_office')
    .select(['unit_id', 'from_on'])
    .where((where) => where.or([where('from_on', '>=', fromOn), where('to_on', '>=', fromOn)]))
    .executeTakeFirst()
  if (later) throw new RuleViolation('lineage.officeLater', { from: later.from_on })
  const held = await tx.selectFrom('awarding_office').select('unit_id').where('to_on', 'is', null).executeTakeFirst()
  if (held?.unit_id === unit) throw new RuleViolation('lineage.officeHeld')
}

/** Says which unit is the awarding office from a day on: papers of that day and later call the office by its name. */
export async function nameAwardingOffice(db: Db, actor: Actor, input: NameAwardingOffice, now: Date): Promise<void> {
  demand(mayKeepUnits(actor))
  await db.transaction().execute(async (tx) => {
    await lockTree(tx)
    await lockUnit(tx, input.unit)
    await checkOffice(tx, input)
    await tx
      .updateTable('awarding_office')
      .set({ to_on: addDays(input.fromOn, -1) })
      .where('to_on', 'is', null)
      .execute()
    await tx.insertInto('awarding_office').values({ id: newId(), unit_id: input.unit, from_on: input.fromOn }).execute()
    const { full_name: name } = await nameOn(tx, input.unit, input.fromOn)
    await record(tx, actor, now, {
      action: 'unit.namedAwardingOffice',
      subject: { kind: 'unit', id: input.unit },
      facts: { name, from: input.fromOn },
    })
  })
}
