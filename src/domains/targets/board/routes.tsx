import { workbookMediaType } from '#capabilities/spreadsheets/write-workbook.ts'
import { writeGrid } from '#capabilities/spreadsheets/write-grid.ts'
import type { BlocYearRow } from '#domains/blocs/queries.ts'
import { readYear, yearHead } from '#domains/blocs/read-year.ts'
import { dayOf } from '#platform/clock.ts'
import { demand, found } from '#platform/errors.ts'
import { idParam } from '#platform/param.ts'
import { actorOf, get, type WebContext } from '#platform/web.ts'
import { seesTargets } from '../access.ts'
import { forecastsOf, redLaneOf, reportLogOf } from '../outlook/queries.ts'
import { figureOfEntries } from '../roll-up/figure.ts'
import { assignmentsOf, milestonesOf } from '../queries.ts'
import { gatherSigns } from '../signs/gather-signs.ts'
import { signRoutes } from '../signs/routes.tsx'
import { periodsOf } from '../periods/queries.ts'
import { seesProvince } from './access.ts'
import { gatherBoard, type Board } from './gather-board.ts'
import { gatherProvince } from './gather-province.ts'
import { gatherSeries } from './gather-series.ts'
import { BoardPage } from './pages/board-page.tsx'
import { ProvincePage } from './pages/province-page.tsx'
import { UnitPage } from './pages/unit-page.tsx'
import { boardPaths } from './paths.ts'
import { dueBy, progressOf } from './progress.ts'
import { provinceFilters, provinceSorts, viewProvince, type ProvinceView } from './province.ts'
import { provinceSheet } from './province-sheet.ts'
import { lateReasons, pastFigures, type PastFigure } from './queries.ts'
import { countReports } from './reporting.ts'
import { words } from './words.ts'

const headOf = (year: BlocYearRow, title: string) => ({ ...yearHead(year, title), help: 'bang-theo-doi' })

async function readableYear(c: WebContext) {
  const year = await readYear(c)
  demand(seesTargets(actorOf(c), year.id))
  return { year, at: [year.bloc.slug, year.slug] as const, today: dayOf(c.var.now) }
}

/** How many targets a unit had on plan at the end of each period of the usual length; a silent period is a gap. */
async function coursesOf(c: WebContext, year: BlocYearRow, board: Board, past: readonly PastFigure[]) {
  const { db } = c.var
  const [periods, assignments, milestones] = await Promise.all([
    periodsOf(db, year.id),
    assignmentsOf(db, year.id),
    milestonesOf(db, year.id),
  ])
  const ends = [...new Set(periods.map(({ ends_on }) => ends_on))].filter((day) => day <= (board.until ?? ''))
  const byUnit = Map.groupBy(past, (one) => one.unit)
  return (unit: string) =>
    ends.map((day) => {
      const own = (byUnit.get(unit) ?? []).filter((one) => one.ends_on <= day)
      if (!own.some((one) => one.ends_on === day)) return null
      return board.targets.filter(({ target }) => {
        const part = assignments.find((one) => one.target_id === target.id && one.unit_id === unit)
        if (part === undefined || !part.is_assigned) return false
        const entries = own.filter((one) => one.target === target.id).map((one) => ({ ...one, endsOn: one.ends_on }))
        const { value } = figureOfEntries(target.accumulation, entries, day)
        const due = dueBy(target, part, milestones, { ...year, day })
        return progressOf(target, { value, planned: part.planned, due }).level === 'reached'
      }).length
    })
}

async function showBoard(c: WebContext) {
  const { year, at, today } = await readableYear(c)
  const { db, locale } = c.var
  const span = { from: year.starts_on, day: today }
  const [board, red, log, reasons, past, signs] = await Promise.all([
    gatherBoard(db, year, today),
    redLaneOf(db, year.id, today),
    reportLogOf(db, year.id, today),
    lateReasons(db, year.id, span),
    pastFigures(db, year.id, today),
    gatherSigns(db, actorOf(c), year.id),
  ])
  const courseOf = await coursesOf(c, year, board, past)
  const units = board.members.map(({ unit }) => unit)
  const noteOf = (target: string, unit: string) =>
    past.findLast((one) => one.target === target && one.unit === unit)?.note || (reasons.get(unit) ?? '')
  return c.render(
    <BoardPage
      at={at}
      blocName={year.bloc.name}
      board={board}
      signs={signs}
      red={red.targets
        .filter((row) => units.includes(row.unit))
        .map((row) => ({ ...row, note: noteOf(row.target.id, row.unit) }))}
      reporting={countReports(log, { units, ...span, reasons }).map((row) => ({ ...row, course: courseOf(row.unit) }))}
    />,
    headOf(year, words(locale).heading),
  )
}

async function showUnit(c: WebContext) {
  const { year, at, today } = await readableYear(c)
  const { db, locale } = c.var
  const board = await gatherBoard(db, year, today)
  const unit = idParam(c, 'unit')
  const member = found(board.members.find((one) => one.unit === unit))
  const targets = board.targets.map(({ target }) => target)
  return c.render(
    <UnitPage
      at={at}
      blocName={year.bloc.name}
      unit={{ id: unit, name: member.short_name }}
      board={board}
      series={await gatherSeries(db, year, { targets, unit, day: today })}
      forecasts={await forecastsOf(db, year.id, today)}
    />,
    headOf(year, words(locale).profile.heading(member.short_name)),
  )
}

function viewOf(c: WebContext): ProvinceView {
  const [sort, direction, show] = [c.req.query('sap'), c.req.query('chieu'), c.req.query('loc')]
  return {
    sort: provinceSorts.find((one) => one === sort) ?? 'behind',
    direction: direction === 'ascending' ? 'ascending' : 'descending',
    show: provinceFilters.find((one) => one === show),
  }
}

async function provinceAsked(c: WebContext) {
  const [day, text, view] = [dayOf(c.var.now), c.req.query('q')?.trim() ?? '', viewOf(c)]
  const all = await gatherProvince(c.var.db, { day, text })
  return { day, text, view, rows: viewProvince(all, view), total: all.length }
}

async function showProvince(c: WebContext) {
  return c.render(<ProvincePage {...await provinceAsked(c)} />, {
    title: words(c.var.locale).province.heading,
    shell: 'workspace',
    help: 'bang-theo-doi',
  })
}

async function sendProvince(c: WebContext) {
  const { rows, day } = await provinceAsked(c)
  const { locale } = c.var
  const sheet = provinceSheet(rows, { day, locale })
  return c.body(new Uint8Array(await writeGrid(sheet, locale)), 200, {
    'content-type': workbookMediaType,
    'content-disposition': `attachment; filename="${words(locale).province.sheet}-${day}.xlsx"`,
    'cache-control': 'no-store',
  })
}

const at = [':bloc', ':year'] as const

export const boardRoutes = [
  get(boardPaths.board(...at), 'signed-in', showBoard),
  ...signRoutes,
  get(boardPaths.unit(...at, ':unit'), 'signed-in', showUnit),
  get(boardPaths.province, seesProvince, showProvince),
  get(boardPaths.provinceSheet, seesProvince, sendProvince),
]
