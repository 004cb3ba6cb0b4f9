import type { BlocYearRow } from '#domains/blocs/queries.ts'
import { membersOn } from '#domains/blocs/queries.ts'
import type { Db } from '#platform/database/database.ts'
import { periodsOf } from '../periods/queries.ts'
import { assignmentsOf, milestonesOf } from '../queries.ts'
import type { Target } from '../target.ts'
import { pastFigures } from './queries.ts'
import { seriesOf, type SeriesPoint } from './series.ts'

interface Asked {
  targets: readonly Target[]
  /** Of one unit; else of the bloc. */
  unit?: string | null
  day: string
}

/** Plan against actual by period for several targets, from a handful of queries. */
export async function gatherSeries(db: Db, year: BlocYearRow, asked: Asked): Promise<Map<string, SeriesPoint[]>> {
  const { targets, unit = null, day } = asked
  const [periods, assignments, milestones, past, members] = await Promise.all([
    periodsOf(db, year.id),
    assignmentsOf(db, year.id),
    milestonesOf(db, year.id),
    pastFigures(db, year.id, day),
    membersOn(db, year.id, day),
  ])
  const units = unit === null ? members.map((member) => member.unit) : [unit]
  return new Map(
    targets.map((target) => {
      const parts = assignments.filter((one) => one.target_id === target.id && units.includes(one.unit_id))
      const ends = periods.filter(({ frequency }) => frequency === target.frequency).map(({ ends_on }) => ends_on)
      return [target.id, seriesOf({ target, parts, milestones, past, year }, ends)] as const
    }),
  )
}
