import { membersOn, type BlocYearRow } from '#domains/blocs/queries.ts'
import { nameOn } from '#domains/units/queries.ts'
import type { Db } from '#platform/database/database.ts'
import { gatherBoard, type Board } from '../board/gather-board.ts'
import { unassigned } from '../board/progress.ts'
import { lateReasons } from '../board/queries.ts'
import { countReports } from '../board/reporting.ts'
import { reportLogOf } from '../outlook/queries.ts'
import { activitiesFor, examplesFor, logFor, movementsFor } from './queries.ts'
import type { Review } from './review.ts'
import type { ReviewData, ReviewTarget } from '../review-rules/review-data.ts'

type Scope = Pick<Review, 'unit_id' | 'kind' | 'from_on' | 'to_on'>

function targetsFor({ targets }: Board, unit: string | null): ReviewTarget[] {
  return targets
    .map(({ target, bloc, units }) => ({
      target,
      own: unit === null ? bloc : (units.get(unit) ?? unassigned),
      units: [...units].map(([id, progress]) => ({ unit: id, progress })),
    }))
    .filter(({ own }) => own.level !== 'unassigned')
}

/** All that the rules may speak of, read once for the last day of the review. */
export async function gatherReview(db: Db, year: BlocYearRow, scope: Scope): Promise<ReviewData> {
  const { unit_id: unit, from_on: from, to_on: to } = scope
  const span = { blocYear: year.id, from, to, unit }
  const [board, members, reports, movements, activities, examples, log, reasons, name] = await Promise.all([
    gatherBoard(db, year, to),
    membersOn(db, year.id, to),
    reportLogOf(db, year.id, to),
    movementsFor(db, span),
    activitiesFor(db, span),
    examplesFor(db, span),
    logFor(db, span),
    lateReasons(db, year.id, { from, day: to }),
    unit === null ? undefined : nameOn(db, unit, to),
  ])
  const units = unit === null ? members.map((one) => one.unit) : [unit]
  return {
    year: { id: year.id, label: year.label, blocName: year.bloc.name },
    kind: scope.kind,
    from,
    to,
    unit: unit === null || name === undefined ? null : { id: unit, name: name.full_name },
    members: members.map((one) => ({
      unit: one.unit,
      name: one.full_name,
      shortName: one.short_name,
      office: one.office,
    })),
    targets: targetsFor(board, unit),
    reporting: countReports(reports, { units, from, day: to, reasons }),
    movements,
    activities,
    examples,
    log,
  }
}
