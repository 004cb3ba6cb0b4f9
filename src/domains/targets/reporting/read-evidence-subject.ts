import { yearById } from '#domains/blocs/queries.ts'
import type { ReadSubject } from '#domains/evidence/pieces.ts'
import { targetById } from '../queries.ts'
import { periodName } from '../periods/period-name.ts'
import { periodById } from '../periods/queries.ts'
import { words as periodWords } from '../periods/words.ts'
import { mayReportFor, seesReports } from './access.ts'
import { reportPath } from './paths.ts'
import { reporterOf } from './queries.ts'

/** Evidence for a figure: the report's id, and the target's in `detail`. After verification nothing is added. */
export const readEvidenceSubject: ReadSubject = async (db, actor, { id, detail, kind }) => {
  const report = await db
    .selectFrom('progress_report')
    .select(['period_id', 'unit_id', 'state'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (report === undefined || detail === undefined) return undefined
  const period = await periodById(db, report.period_id)
  const reporter = await reporterOf(db, period, report.unit_id)
  if (!seesReports(actor, period.bloc_year_id, reporter) || !mayReportFor(actor, reporter)) return undefined
  const year = await yearById(db, period.bloc_year_id)
  const target = await targetById(db, detail)
  return {
    kind,
    id,
    detail,
    unit: report.unit_id,
    blocYear: year.id,
    label: `Báo cáo ${periodName(periodWords('vi').names, period)}, chỉ tiêu ${target.code}`,
    path: reportPath(year, period, report.unit_id),
    isClosed: report.state === 'verified',
  }
}
