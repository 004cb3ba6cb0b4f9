import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { day, line, optionalLine, ticked } from '#platform/form.ts'
import { newId } from '#platform/id.ts'
import { mayKeepUnits } from './access.ts'
import { levelsOn, unitsNamedLike } from './queries.ts'

export const addUnitInput = z.object({
  fullName: line(200),
  shortName: line(80),
  level: line(20),
  fromOn: day(),
  document: optionalLine(200),
  /** Said after the warning that a unit of this name is there already. */
  anotherUnit: ticked().default(false),
})
export type AddUnit = z.output<typeof addUnitInput>

/** Two people who add the same unit at once: the second waits here and is then warned. */
const lockNames = (tx: Tx) => tx.selectFrom('unit_level').select('code').orderBy('code').forUpdate().execute()

export async function addUnit(db: Db, actor: Actor, input: AddUnit, now: Date): Promise<string> {
  demand(mayKeepUnits(actor))
  const unit = newId()
  await db.transaction().execute(async (tx) => {
    await lockNames(tx)
    const levels = await levelsOn(tx, dayOf(now))
    if (!levels.some((level) => level.code === input.level)) throw new RuleViolation('units.noSuchLevel')
    const alike = await unitsNamedLike(tx, input.fullName)
    if (alike[0] && !input.anotherUnit) throw new RuleViolation('units.sameName', { name: alike[0].full_name })

    const since = { unit_id: unit, from_on: input.fromOn, document: input.document }
    await tx.insertInto('unit').values({ id: unit, level_code: input.level }).execute()
    await tx
      .insertInto('unit_name')
      .values({ ...since, id: newId(), full_name: input.fullName, short_name: input.shortName })
      .execute()
    await tx
      .insertInto('unit_status')
      .values({ ...since, id: newId(), status: 'active' })
      .execute()
    await record(tx, actor, now, {
      action: 'unit.added',
      subject: { kind: 'unit', id: unit },
      facts: { name: input.fullName, level: input.level, from: input.fromOn },
    })
  })
  return unit
}
