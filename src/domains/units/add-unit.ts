import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { day, line, optionalLine, ticked } from '#platform/form.ts'
import { newId } from '#platform/id.ts'
import { mayKeepUnits } from './access.ts'
import { levelsOn, unitsNamedLike } from './queries.ts'
import { unitCode } from './unit-code.ts'
import { lockNames, refuseTakenCode, writeUnits } from './write-units.ts'

export const addUnitInput = z.object({
  fullName: line(200),
  shortName: line(80),
  level: line(20),
  fromOn: day(),
  document: optionalLine(200),
  code: unitCode(),
  /** Said after the warning that a unit of this name is there already. */
  anotherUnit: ticked().default(false),
})
export type AddUnit = z.output<typeof addUnitInput>

export async function addUnit(db: Db, actor: Actor, input: AddUnit, now: Date): Promise<string> {
  demand(mayKeepUnits(actor))
  const unit = newId()
  await db.transaction().execute(async (tx) => {
    await lockNames(tx)
    const levels = await levelsOn(tx, input.fromOn)
    if (!levels.some((level) => level.code === input.level)) throw new RuleViolation('units.noSuchLevel')
    const alike = await unitsNamedLike(tx, input.fullName)
    if (alike[0] && !input.anotherUnit) throw new RuleViolation('units.sameName', { name: alike[0].full_name })
    if (input.code !== undefined) await refuseTakenCode(tx, input.code)

    await writeUnits(tx, [{ ...input, id: unit, code: input.code ?? null }])
    await record(tx, actor, now, {
      action: 'unit.added',
      subject: { kind: 'unit', id: unit },
      facts: { name: input.fullName, level: input.level, from: input.fromOn },
    })
  })
  return unit
}
