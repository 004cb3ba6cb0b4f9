import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import { addDays } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { day, line } from '#platform/form.ts'
import { newId } from '#platform/id.ts'
import { mayKeepUnits } from './access.ts'
import { lockUnit } from './lock-unit.ts'
import { lastName } from './unit.ts'

export const renameUnitInput = z.object({
  unit: z.uuid(),
  fullName: line(200),
  shortName: line(80),
  fromOn: day(),
  document: line(200),
})
export type RenameUnit = z.output<typeof renameUnitInput>

/** The name so far ends the day before; papers of earlier days keep it. */
export async function renameUnit(db: Db, actor: Actor, input: RenameUnit, now: Date): Promise<void> {
  demand(mayKeepUnits(actor))
  await db.transaction().execute(async (tx) => {
    await lockUnit(tx, input.unit)
    const names = await tx.selectFrom('unit_name').selectAll().where('unit_id', '=', input.unit).execute()
    const last = lastName(names)
    if (last && input.fromOn <= last.from_on) throw new RuleViolation('units.nameTooEarly', { from: last.from_on })
    if (last?.full_name === input.fullName && last.short_name === input.shortName) {
      throw new RuleViolation('units.sameAsBefore')
    }

    await tx
      .updateTable('unit_name')
      .set({ to_on: addDays(input.fromOn, -1) })
      .where('unit_id', '=', input.unit)
      .where('to_on', 'is', null)
      .execute()
    await tx
      .insertInto('unit_name')
      .values({
        id: newId(),
        unit_id: input.unit,
        full_name: input.fullName,
        short_name: input.shortName,
        from_on: input.fromOn,
        document: input.document,
      })
      .execute()
    await record(tx, actor, now, {
      action: 'unit.renamed',
      subject: { kind: 'unit', id: input.unit },
      facts: {
        before: last?.full_name ?? '',
        name: input.fullName,
        from: input.fromOn,
        document: input.document,
      },
    })
  })
}
