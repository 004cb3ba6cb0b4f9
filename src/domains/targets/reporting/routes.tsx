import { workbookMediaType } from '#capabilities/spreadsheets/write-workbook.ts'
import { writeList } from '#capabilities/spreadsheets/write-list.ts'
import { readYear, yearHead } from '#domains/blocs/read-year.ts'
import type { BlocYearRow } from '#domains/blocs/queries.ts'
import { blocPaths } from '#domains/blocs/paths.ts'
import { namesOn } from '#domains/units/queries.ts'
import { worksFor, type Actor } from '#platform/actor.ts'
import type { Announce } from '#platform/announcements.ts'
import { dayOf } from '#platform/clock.ts'
import { demand } from '#platform/errors.ts'
import { actorOf, get, type Route, type WebContext } from '#platform/web.ts'
import { formatDay } from '#ui/format.ts'
import { reportLogOf, type LogLine } from '../outlook/queries.ts'
import { periodName } from '../periods/period-name.ts'
import { periodPaths } from '../periods/paths.ts'
import type { Period } from '../periods/period.ts'
import { words as periodWords } from '../periods/words.ts'
import { mayJudgeReport, mayReportFor, seesReports } from './access.ts'
import { correctionRoutes } from '../corrections/routes.tsx'
import { deskOf } from './lock-report.ts'
import { LogPage } from './pages/log-page.tsx'
import { YearReportsPage, type ShownLine } from './pages/year-page.tsx'
import { reportingPaths, reportPath } from './paths.ts'
import { reportLogSheet } from '../outlook/report-log-sheet.ts'
import { reportRoutes } from './report-routes.tsx'
import type { ReportFact } from './report.ts'
import { words } from './words.ts'

export interface ReportingPieces {
  announce: Announce<ReportFact>
}

const nameOf = (c: WebContext) => {
  const { names } = periodWords(c.var.locale)
  return (period: Period) => periodName(names, period)
}

/** The year of the address, for who may read its reports. */
async function seenYear(c: WebContext): Promise<BlocYearRow> {
  const year = await readYear(c)
  demand(seesReports(actorOf(c), year.id))
  return year
}

async function shownLines(c: WebContext, year: BlocYearRow): Promise<ShownLine[]> {
  const { db, now } = c.var
  const lines = await reportLogOf(db, year.id, dayOf(now))
  const names = await namesOn(
    db,
    lines.map(({ unit }) => unit),
    dayOf(now),
  )
  const name = nameOf(c)
  return lines.map((line) => ({
    ...line,
    href: reportPath(year, line.period, line.unit),
    unitName: names.get(line.unit)?.short_name ?? '',
    periodName: name(line.period),
  }))
}

/** What waits for this person: sent, and not the own. Who entered a figure finds out on the report's own page. */
async function queueOf(c: WebContext, year: BlocYearRow, lines: readonly ShownLine[]): Promise<ShownLine[]> {
  const desk = await deskOf(c.var.db, year.id, dayOf(c.var.now))
  const mayJudge = ({ unit, parent }: LogLine) =>
    mayJudgeReport(actorOf(c), { blocYear: year.id, desk, unit, parent, sentBy: null, enteredBy: [] })
  return lines.filter((line) => line.state === 'sent' && mayJudge(line))
}

const isMine = (actor: Actor) => (line: LogLine) =>
  mayReportFor(actor, line) &&
  worksFor(actor, actor.actingUnit ?? line.unit) &&
  !['sent', 'verified', 'missing'].includes(line.state)

const periodsOfLines = (lines: readonly LogLine[]): Period[] =>
  [...new Map(lines.map(({ period }) => [period.id, period])).values()].toReversed()

const crumbs = (c: WebContext, year: BlocYearRow) => [
  { label: `${year.bloc.short_name} ${year.label}`, href: blocPaths.year(year.bloc.slug, year.slug) },
  { label: words(c.var.locale).reports, href: reportingPaths.year(year.bloc.slug, year.slug) },
]

const head = (year: BlocYearRow, title: string) => ({
  ...yearHead(year, title),
  help: 'bao-cao-tien-do',
})

async function showYear(c: WebContext) {
  const year = await seenYear(c)
  const at = [year.bloc.slug, year.slug] as const
  const lines = await shownLines(c, year)
  const page = (
    <YearReportsPage
      label={year.label}
      bloc={year.bloc.short_name}
      periods={periodsOfLines(lines)}
      lines={lines}
      queue={await queueOf(c, year, lines)}
      mine={lines.filter(isMine(actorOf(c)))}
      at={{ periods: periodPaths.setUp(...at), log: reportingPaths.log(...at) }}
      periodName={nameOf(c)}
    />
  )
  return c.render(page, head(year, words(c.var.locale).reports))
}

async function showLog(c: WebContext) {
  const year = await seenYear(c)
  const lines = await shownLines(c, year)
  const sheet = reportingPaths.logSheet(year.bloc.slug, year.slug)
  const over = `${year.bloc.short_name} ${year.label}`
  return c.render(
    <LogPage crumbs={crumbs(c, year)} over={over} lines={lines} sheet={sheet} />,
    head(year, words(c.var.locale).log.title),
  )
}

async function sendLog(c: WebContext) {
  const year = await seenYear(c)
  const t = words(c.var.locale)
  const today = formatDay(dayOf(c.var.now))
  const sheet = reportLogSheet(
    t,
    `${t.log.title}, ${year.bloc.name} ${year.label} (${today})`,
    await shownLines(c, year),
  )
  return c.body(new Uint8Array(await writeList(sheet)), 200, {
    'content-type': workbookMediaType,
    'content-disposition': `attachment; filename="so-bao-cao-${year.slug}.xlsx"`,
    'cache-control': 'private, no-store',
  })
}

const at = [':bloc', ':year'] as const

export const reportingRoutes = (pieces: ReportingPieces): Route[] => [
  get(reportingPaths.year(...at), 'signed-in', showYear),
  get(reportingPaths.log(...at), 'signed-in', showLog),
  get(reportingPaths.logSheet(...at), 'signed-in', sendLog),
  ...correctionRoutes(),
  ...reportRoutes(pieces),
]
