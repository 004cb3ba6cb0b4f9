import { demandOpenYear } from '#domains/blocs/lock-year.ts'
import { membersOn } from '#domains/blocs/queries.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { found, RuleViolation } from '#platform/errors.ts'
import { newId } from '#platform/id.ts'
import { reopenedFor, takesFigures, type Period } from '../periods/period.ts'
import { periodById, reopeningsOf } from '../periods/queries.ts'
import type { Judged } from './access.ts'
import type { Desk, Report } from './report.ts'
import { enterersOf, reporterOf } from './queries.ts'

const columns = ['id', 'period_id', 'unit_id', 'state', 'first_sent_on', 'sent_on', 'sent_by', 'version'] as const

export interface HeldReport {
  report: Report
  period: Period
  unit: string
  /** Of a sub-unit, the unit above it. */
  parent: string | null
}

/** The unit's report of a period, begun when there is none, and held until the transaction ends. */
export async function lockReport(
  tx: Tx,
  { period: id, unit }: { period: string; unit: string },
): Promise<HeldReport & { report: Report }> {
  const period = await periodById(tx, id)
  await demandOpenYear(tx, period.bloc_year_id)
  const { parent } = await reporterOf(tx, period, unit)
  await tx
    .insertInto('progress_report')
    .values({ id: newId(), period_id: period.id, unit_id: unit })
    .onConflict((conflict) => conflict.columns(['period_id', 'unit_id']).doNothing())
    .execute()
  const row = tx.selectFrom('progress_report').select(columns).where('period_id', '=', period.id)
  const report = found(await row.where('unit_id', '=', unit).forUpdate().executeTakeFirst())
  return { report, period, unit, parent }
}

/** A report by its id, held. */
export async function lockReportById(tx: Tx, id: string): Promise<HeldReport> {
  const row = await tx
    .selectFrom('progress_report')
    .select(['period_id', 'unit_id'])
    .where('id', '=', id)
    .executeTakeFirst()
  const { period_id: period, unit_id: unit } = found(row)
  return lockReport(tx, { period, unit })
}

/** A period that is open, or reopened for the unit; answers with the last day that then holds for its report. */
export async function demandTakesFigures(tx: Tx, { period, unit }: HeldReport, today: string): Promise<string> {
  const reopenings = await reopeningsOf(tx, [period.id])
  if (!takesFigures(period, reopenings, { unit, today })) {
    throw new RuleViolation(period.state === 'closed' ? 'reporting.periodClosed' : 'reporting.periodAhead', {
      from: period.starts_on,
    })
  }
  const until = reopenedFor(reopenings, unit, today)?.until_on
  return until !== undefined && until > period.due_on ? until : period.due_on
}

/** Who leads and takes part on a day. */
export async function deskOf(tx: Db | Tx, blocYear: string, day: string): Promise<Desk> {
  const members = await membersOn(tx, blocYear, day)
  const holds = (office: 'head' | 'deputy') => members.find((member) => member.office === office)?.unit
  return { head: holds('head'), deputy: holds('deputy'), members: members.map(({ unit }) => unit) }
}

/** Who may not judge this report, and who may. */
export async function judgedOf(tx: Tx, { report, period, unit, parent }: HeldReport, today: string): Promise<Judged> {
  return {
    blocYear: period.bloc_year_id,
    desk: await deskOf(tx, period.bloc_year_id, today),
    unit,
    parent,
    sentBy: report.sent_by,
    enteredBy: await enterersOf(tx, report.id),
  }
}
