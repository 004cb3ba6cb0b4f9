import { historyOf } from '#capabilities/audit/history.ts'
import { tellHistory } from '#capabilities/audit/tell-history.ts'
import { lookAt } from '#capabilities/audit/views.ts'
import { mostWorkbookBytes } from '#capabilities/spreadsheets/read-workbook.ts'
import { words as sheetWords } from '#capabilities/spreadsheets/words.ts'
import { workbookMediaType } from '#capabilities/spreadsheets/write-workbook.ts'
import type { BlocYearRow } from '#domains/blocs/queries.ts'
import { readYear, yearHead } from '#domains/blocs/read-year.ts'
import { words as blocWords } from '#domains/blocs/words.ts'
import { nameOn } from '#domains/units/queries.ts'
import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import { attempt, refusalOf } from '#platform/attempt.ts'
import { demand, NotFound } from '#platform/errors.ts'
import type { FileStore } from '#platform/files.ts'
import { emptyForm, readForm } from '#platform/form.ts'
import { idParam, param } from '#platform/param.ts'
import { actorOf, get, post, type Route, type WebContext } from '#platform/web.ts'
import { formatDay, formatMoment } from '#ui/format.ts'
import { z } from 'zod'
import { periodName } from '../periods/period-name.ts'
import { periodSlug, type Period } from '../periods/period.ts'
import { periodById, periodBySlug } from '../periods/queries.ts'
import { words as periodWords } from '../periods/words.ts'
import { mayReportFor } from '../reporting/access.ts'
import { reportPath } from '../reporting/paths.ts'
import { words as reportingWords } from '../reporting/words.ts'
import { reporterOf } from '../reporting/queries.ts'
import { confirmWorkbook, confirmWorkbookInput } from './confirm-workbook.ts'
import { keepWorkbook } from './keep-workbook.ts'
import { DeskPage } from './pages/desk-page.tsx'
import { FilePage, type Stray } from './pages/file-page.tsx'
import { workbookPaths } from './paths.ts'
import { cellsOf, workbookById, workbooksOf } from './queries.ts'
import { undoWorkbook } from './undo-workbook.ts'
import { withdrawWorkbook } from './withdraw-workbook.ts'
import { words } from './words.ts'
import { writeReportWorkbook } from './write-report-workbook.ts'

export interface WorkbookPieces {
  files: FileStore
  secretKey: string
}

const ruleWords = { workbook: words, reporting: reportingWords, sheet: sheetWords, blocs: blocWords }

interface Place {
  year: BlocYearRow
  period: Period
  unit: string
}

/** The report of the address, for whoever may fill it in. */
async function placeOf(c: WebContext): Promise<Place> {
  const year = await readYear(c)
  const period = await periodBySlug(c.var.db, year.id, param(c, 'period'))
  return reachable(c, { year, period, unit: idParam(c, 'unit') })
}

async function reachable(c: WebContext, place: Place): Promise<Place> {
  demand(mayReportFor(actorOf(c), await reporterOf(c.var.db, place.period, place.unit)))
  return place
}

const head = (c: WebContext, { year }: Place) => ({
  ...yearHead(year, words(c.var.locale).title),
  help: 'dien-bao-cao-bang-excel',
})

const periodTold = (c: WebContext, period: Period) => periodName(periodWords(c.var.locale).names, period)

const addressOf = ({ year, period, unit }: Place) => [year.bloc.slug, year.slug, periodSlug(period), unit] as const

async function showDesk(c: WebContext, place: Place, form: ReturnedForm = emptyForm) {
  const { db, locale } = c.var
  const { year, period, unit } = place
  const name = await nameOn(db, unit, period.ends_on)
  const told = periodTold(c, period)
  const report = reportPath(year, period, unit)
  const at = {
    desk: workbookPaths.desk(...addressOf(place)),
    blank: workbookPaths.blank(...addressOf(place)),
    report,
    file: (id: string) => workbookPaths.file(year.bloc.slug, year.slug, id),
  }
  const crumbs = [{ label: `${told} · ${name.short_name}`, href: report }]
  const files = await workbooksOf(db, period.id, unit)
  const page = { locale, crumbs, unit: name.short_name, period: told, form, at, files, mostBytes: mostWorkbookBytes }
  return c.render(<DeskPage {...page} />, head(c, place))
}

const upload =
  ({ files, secretKey }: WorkbookPieces) =>
  async (c: WebContext) => {
    const place = await placeOf(c)
    const { db, now, tenant } = c.var
    return answerForm(c, {
      schema: z.object({}),
      run: async (_input, sent) => {
        const file = sent.get('file')
        if (file === undefined) {
          c.status(422)
          const errors = [{ field: 'file', message: words(c.var.locale).desk.noFile }]
          return showDesk(c, place, { typed: {}, errors })
        }
        const { period, unit, year } = place
        const input = { period, unit, fileName: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
        const id = await keepWorkbook(db, actorOf(c), input, { files, now, tenant: tenant.slug, secretKey })
        return workbookPaths.file(year.bloc.slug, year.slug, id)
      },
      again: (form) => showDesk(c, place, form),
      words: ruleWords,
    })
  }

function sendFile(c: WebContext, bytes: Uint8Array, name: string) {
  const plain = name.replace(/[^\w.-]+/g, '-')
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': workbookMediaType,
    'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  })
}

const sendBlank =
  ({ secretKey }: WorkbookPieces) =>
  async (c: WebContext) => {
    const place = await placeOf(c)
    const { db, now, locale, tenant } = c.var
    const { period, unit } = place
    const told = { period: periodTold(c, period), dueOn: formatDay(period.due_on), madeAt: formatMoment(now) }
    const env = { now, locale, tenant: tenant.slug, secretKey, told }
    const tried = await attempt(writeReportWorkbook(db, actorOf(c), { period, unit }, env))
    if (tried.ok) return sendFile(c, tried.value, `bao-cao-${periodSlug(period)}.xlsx`)
    c.status(422)
    return showDesk(c, place, { ...emptyForm, refused: refusalOf(tried.violation, ruleWords, locale) })
  }

/** The file of the address and its report. */
async function fileOf(c: WebContext) {
  const year = await readYear(c)
  const workbook = await workbookById(c.var.db, idParam(c))
  const period = await periodById(c.var.db, workbook.period_id)
  if (period.bloc_year_id !== year.id) throw new NotFound()
  return { workbook, place: await reachable(c, { year, period, unit: workbook.unit_id }) }
}

async function showFile(c: WebContext, refused?: string, chosen: ReadonlyMap<string, string> = new Map()) {
  const { db, locale, now } = c.var
  const { workbook, place } = await fileOf(c)
  const { year, period, unit } = place
  const [bloc, slug, { id }] = [year.bloc.slug, year.slug, workbook]
  const name = await nameOn(db, unit, period.ends_on)
  const told = periodTold(c, period)
  const at = {
    confirm: workbookPaths.confirm(bloc, slug, id),
    withdraw: workbookPaths.withdraw(bloc, slug, id),
    undo: workbookPaths.undo(bloc, slug, id),
    kept: workbookPaths.kept(bloc, slug, id),
    report: reportPath(year, period, unit),
  }
  const crumbs = [
    { label: `${told} · ${name.short_name}`, href: at.report },
    { label: words(locale).title, href: workbookPaths.desk(...addressOf(place)) },
  ]
  const page = (
    <FilePage
      {...{ locale, crumbs, workbook, at, chosen, refused }}
      unit={name.short_name}
      period={told}
      cells={await cellsOf(db, workbook)}
      strays={workbook.strays as unknown as Stray[]}
      history={tellHistory(await historyOf(db, id), words(locale).deeds)}
      views={await lookAt(db, actorOf(c), { kind: 'report_workbook', id }, { isOwn: true, now })}
    />
  )
  return c.render(page, head(c, place))
}

const chosenIn = (typed: Readonly<Record<string, string>>) =>
  new Map(Object.entries(typed).flatMap(([name, value]) => (name.startsWith('c-') ? [[name.slice(2), value]] : [])))

/** Runs a command about the file of the address; a rule that says no is told on the same page. */
async function onFile(c: WebContext, run: (workbook: string) => Promise<void>, chosen?: ReadonlyMap<string, string>) {
  const { workbook, place } = await fileOf(c)
  const tried = await attempt(run(workbook.id))
  if (tried.ok) {
    return c.redirect(workbookPaths.file(place.year.bloc.slug, place.year.slug, workbook.id), 303)
  }
  c.status(422)
  return showFile(c, refusalOf(tried.violation, ruleWords, c.var.locale), chosen)
}

async function confirm(c: WebContext) {
  const form = await readForm(c, confirmWorkbookInput)
  const given = form.ok ? form.value : { seen: '', chosen: new Map() }
  return onFile(
    c,
    (workbook) => confirmWorkbook(c.var.db, actorOf(c), { ...given, workbook }, c.var.now),
    chosenIn(form.typed),
  )
}

const deed = (run: typeof undoWorkbook) => (c: WebContext) =>
  onFile(c, (workbook) => run(c.var.db, actorOf(c), { workbook }, c.var.now))

const sendKept =
  ({ files }: WorkbookPieces) =>
  async (c: WebContext) => {
    const { workbook } = await fileOf(c)
    return sendFile(c, await files.get(workbook.file_sha256), workbook.file_name)
  }

const atDesk = [':bloc', ':year', ':period', ':unit'] as const
const atFile = [':bloc', ':year', ':id'] as const

export const workbookRoutes = (pieces: WorkbookPieces): Route[] => [
  get(workbookPaths.desk(...atDesk), 'signed-in', async (c) => showDesk(c, await placeOf(c))),
  post(workbookPaths.desk(...atDesk), 'signed-in', upload(pieces)),
  get(workbookPaths.blank(...atDesk), 'signed-in', sendBlank(pieces)),
  get(workbookPaths.file(...atFile), 'signed-in', (c) => showFile(c)),
  post(workbookPaths.confirm(...atFile), 'signed-in', confirm),
  post(workbookPaths.withdraw(...atFile), 'signed-in', deed(withdrawWorkbook)),
  post(workbookPaths.undo(...atFile), 'signed-in', deed(undoWorkbook)),
  get(workbookPaths.kept(...atFile), 'signed-in', sendKept(pieces)),
]
