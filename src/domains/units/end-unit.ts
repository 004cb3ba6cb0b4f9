import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { day, line } from '#platform/form.ts'
import { newId } from '#platform/id.ts'
import { mayKeepUnits } from './access.ts'
import { lockUnit } from './lock-unit.ts'

export const endUnitInput = z.object({ unit: z.uuid(), fromOn: day(), document: line(200) })
export type EndUnit = z.output<typeof endUnitInput>

/** From that day the unit is no more; what it signed and was called stays. */
export async function endUnit(db: Db, actor: Actor, input: EndUnit, now: Date): Promise<void> {
  demand(mayKeepUnits(actor))
  await db.transaction().execute(async (tx) => {
    await lockUnit(tx, input.unit)
    const last = await tx
      .selectFrom('unit_status')
      .selectAll()
      .where('unit_id', '=', input.unit)
      .orderBy('from_on', 'desc')
      .executeTakeFirst()
    if (last?.status === 'ended') throw new RuleViolation('units.alreadyEnded', { from: last.from_on })
    if (last && input.fromOn <= last.from_on) throw new RuleViolation('units.endTooEarly', { from: last.from_on })

    await tx
      .insertInto('unit_status')
      .values({
        id: newId(),
        unit_id: input.unit,
        status: 'ended',
        from_on: input.fromOn,
        document: input.document,
      })
      .execute()
    await record(tx, actor, now, {
      action: 'unit.ended',
      subject: { kind: 'unit', id: input.unit },
      facts: { from: input.fromOn, document: input.document },
    })
  })
}
