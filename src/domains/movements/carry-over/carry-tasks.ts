import { openTask } from '#domains/calendar/open-task.ts'
import type { BlocYearRow } from '#domains/blocs/queries.ts'
import type { Tx } from '#platform/database/database.ts'
import { headUnitOf } from '../register/movement-tasks.ts'
import { movementPaths } from '../register/paths.ts'
import { movementsOfYear, movementsToCarry } from '../register/queries.ts'

export const carryKey = (blocYear: string) => `movements.carry ${blocYear}`

/** Who leads a year in whose register nothing stands yet is offered the movements whose period goes on. */
export async function offerToCarry(tx: Tx, now: Date, year: BlocYearRow): Promise<void> {
  if ((await movementsOfYear(tx, year.id)).length > 0) return
  const unit = await headUnitOf(tx, year.id, now)
  const movements = await movementsToCarry(tx, year)
  if (unit === undefined || movements.length === 0) return
  await openTask(tx, now, {
    key: carryKey(year.id),
    kind: 'movements.carry',
    unit,
    blocYear: year.id,
    path: movementPaths.list(year.bloc.slug, year.slug),
    facts: { count: movements.length, year: year.label },
  })
}
