import { blocPaths } from '#domains/blocs/paths.ts'
import type { BlocYearRow } from '#domains/blocs/queries.ts'
import { readYear, yearHead } from '#domains/blocs/read-year.ts'
import { nameOn } from '#domains/units/queries.ts'
import { dayOf } from '#platform/clock.ts'
import { demand } from '#platform/errors.ts'
import { idParam, param } from '#platform/param.ts'
import { actorOf, type WebContext } from '#platform/web.ts'
import { targetPaths } from '../paths.ts'
import { periodName } from '../periods/period-name.ts'
import { periodPaths } from '../periods/paths.ts'
import { periodSlug, reopenedFor, stateOn, takesFigures, type Period } from '../periods/period.ts'
import { periodBySlug, reopeningsOf } from '../periods/queries.ts'
import { words as periodWords } from '../periods/words.ts'
import { workbookPaths } from '../workbook/paths.ts'
import { mayJudgeReport, mayReportFor, seesFigures, seesReports } from './access.ts'
import { deskOf } from './lock-report.ts'
import { reportingPaths } from './paths.ts'
import { enterersOf, reporterOf, reportOf, type ReportRow } from './queries.ts'
import { lateDays, reportCan, type Standing } from './report.ts'
import { words } from './words.ts'

/** A report as its address names it, for someone who may read reports of the year. */
export interface ReportAt {
  year: BlocYearRow
  period: Period
  periodName: string
  unit: string
  unitName: string
  parent: string | null
  report: ReportRow | undefined
}

export async function readReport(c: WebContext): Promise<ReportAt> {
  const { db, locale } = c.var
  const year = await readYear(c)
  const period = await periodBySlug(db, year.id, param(c, 'period'))
  const reporter = await reporterOf(db, period, idParam(c, 'unit'))
  demand(seesReports(actorOf(c), year.id, reporter))
  const report = await reportOf(db, period.id, reporter.unit)
  const { short_name } = await nameOn(db, reporter.unit, period.ends_on)
  const named = { periodName: periodName(periodWords(locale).names, period), unitName: short_name }
  return { year, period, ...reporter, ...named, report }
}

/** The same, for who may fill it in. */
export async function readOwnReport(c: WebContext): Promise<ReportAt> {
  const at = await readReport(c)
  demand(mayReportFor(actorOf(c), at))
  return at
}

const addressOf = ({ year, period, unit }: ReportAt) => [year.bloc.slug, year.slug, periodSlug(period), unit] as const

export function addressesOf(at: ReportAt) {
  const [bloc, year, period, unit] = addressOf(at)
  return {
    report: reportingPaths.report(bloc, year, period, unit),
    entries: reportingPaths.entries(bloc, year, period, unit),
    sending: reportingPaths.sending(bloc, year, period, unit),
    returning: reportingPaths.returning(bloc, year, period, unit),
    verifying: reportingPaths.verifying(bloc, year, period, unit),
    askCorrection: reportingPaths.askCorrection(bloc, year, period, unit),
    reopen: periodPaths.reopen(bloc, year, period),
    workbook: workbookPaths.desk(bloc, year, period, unit),
    card: (code: string) => targetPaths.card(bloc, year, code),
    correction: (id: string) => reportingPaths.correction(bloc, year, id),
  }
}

export const crumbsOf = (c: WebContext, { year }: ReportAt) => [
  { label: `${year.bloc.short_name} ${year.label}`, href: blocPaths.year(year.bloc.slug, year.slug) },
  { label: words(c.var.locale).reports, href: reportingPaths.year(year.bloc.slug, year.slug) },
]

export const headOf = (c: WebContext, at: ReportAt, help: string) => ({
  ...yearHead(at.year, words(c.var.locale).report(at.periodName)),
  help,
})

/** What the page says of a report's time. */
export interface ReportTime {
  dueOn: string
  takes: boolean
  shut: 'ahead' | 'closed' | undefined
  standing: Standing
  overdue: number
}

function shutOf({ period }: ReportAt, today: string, takes: boolean): ReportTime['shut'] {
  if (takes) return undefined
  return stateOn(period, today) === 'closed' ? 'closed' : 'ahead'
}

function standingOf({ report }: ReportAt, shut: ReportTime['shut']): Standing {
  const isSent = report !== undefined && report.state !== 'open'
  if (!isSent && shut === 'closed') return 'missing'
  return report?.state ?? 'none'
}

export async function timeOf(c: WebContext, at: ReportAt): Promise<ReportTime> {
  const today = dayOf(c.var.now)
  const reopenings = await reopeningsOf(c.var.db, [at.period.id])
  const takes = takesFigures(at.period, reopenings, { unit: at.unit, today })
  const until = reopenedFor(reopenings, at.unit, today)?.until_on ?? ''
  const dueOn = until > at.period.due_on ? until : at.period.due_on
  const shut = shutOf(at, today, takes)
  const overdue = at.report?.first_sent_on == null ? lateDays(dueOn, today) : 0
  return { dueOn, takes, shut, standing: standingOf(at, shut), overdue }
}

async function judges(c: WebContext, at: ReportAt): Promise<boolean> {
  const { db, now } = c.var
  const { report, year, unit, parent } = at
  if (report === undefined || !reportCan('verify', report)) return false
  return mayJudgeReport(actorOf(c), {
    blocYear: year.id,
    desk: await deskOf(db, year.id, dayOf(now)),
    unit,
    parent,
    sentBy: report.sent_by,
    enteredBy: await enterersOf(db, report.id),
  })
}

/** What this person may do with the report now. */
export async function mayOn(c: WebContext, at: ReportAt, { takes }: ReportTime) {
  const actor = actorOf(c)
  const state = at.report?.state ?? 'open'
  const isOwn = mayReportFor(actor, at)
  return {
    see: seesFigures(actor, at, at.report),
    enter: isOwn && takes && reportCan('enter', { state }),
    judge: await judges(c, at),
    correct: isOwn && reportCan('correct', { state }),
  }
}
