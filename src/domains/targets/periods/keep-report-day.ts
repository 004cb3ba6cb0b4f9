import type { BlocYearRow } from '#domains/blocs/queries.ts'
import { keepDeadline } from '#domains/calendar/deadlines/keep-deadline.ts'
import type { Tx } from '#platform/database/database.ts'
import { reportingPaths } from '../reporting/paths.ts'
import type { Period } from './period.ts'
import { factsOfPeriod } from './report-due-tasks.ts'

/** The last day for the reports of a period stands in the year's calendar and moves with it. */
export async function keepReportDay(tx: Tx, now: Date, year: BlocYearRow, period: Period): Promise<string> {
  const { period: name, periodEn } = factsOfPeriod(year, period)
  return keepDeadline(tx, now, {
    key: `report ${period.id}`,
    blocYear: year.id,
    kind: 'deadline',
    naming: 'report',
    facts: { period: name, periodEn },
    startsOn: period.due_on,
    audience: 'members',
    path: reportingPaths.year(year.bloc.slug, year.slug),
  })
}
