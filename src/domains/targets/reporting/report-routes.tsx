import { historyOf } from '#capabilities/audit/history.ts'
import { tellHistory } from '#capabilities/audit/tell-history.ts'
import { lookAt } from '#capabilities/audit/views.ts'
import { words as blocWords } from '#domains/blocs/words.ts'
import type { Announce } from '#platform/announcements.ts'
import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import { attempt, refusalOf } from '#platform/attempt.ts'
import { dayOf, isPast } from '#platform/clock.ts'
import { emptyForm, readForm } from '#platform/form.ts'
import { actorOf, get, post, type Route, type WebContext } from '#platform/web.ts'
import { z } from 'zod'
import { words as periodWords } from '../periods/words.ts'
import { targetsOf } from '../queries.ts'
import { mayReportFor } from './access.ts'
import { readCited } from './read-cited.ts'
import { checkReport } from './check-report.ts'
import { gatherGrid } from './gather-grid.ts'
import { answerScript, readCells, returnedCells } from './read-cells.ts'
import type { CellReturn } from './pages/grid-table.tsx'
import { ReportPage } from './pages/report-page.tsx'
import { SendPage } from './pages/send-page.tsx'
import { reportingPaths } from './paths.ts'
import { correctionsOf, figuresBefore } from './queries.ts'
import {
  addressesOf,
  crumbsOf,
  headOf,
  mayOn,
  readOwnReport,
  readReport,
  timeOf,
  type ReportAt,
} from './read-report.ts'
import type { ReportFact } from './report.ts'
import { returnReport, returnReportInput } from './return-report.ts'
import { saveEntries, type SavedEntries } from './save-entries.ts'
import { sendReport, sendReportInput } from './send-report.ts'
import { verifyReport } from './verify-report.ts'
import { words } from './words.ts'

interface ReportPieces {
  announce: Announce<ReportFact>
}

const ruleWords = { reporting: words, periods: periodWords, blocs: blocWords }

interface Shown {
  returned?: ReadonlyMap<string, CellReturn>
  returning?: ReturnedForm
  refused?: string
}

/** What was before, and what was asked, of a report that someone may read. */
async function pastOf(c: WebContext, { report }: ReportAt, sees: boolean) {
  const { db, locale } = c.var
  if (report === undefined) return { corrections: [], before: [], history: [] }
  return {
    corrections: sees ? await correctionsOf(db, report.id) : [],
    before: sees ? await figuresBefore(db, report.id) : [],
    history: tellHistory(await historyOf(db, report.id), words(locale).deeds),
  }
}

const viewsOf = (c: WebContext, { report, ...at }: ReportAt) =>
  report === undefined
    ? null
    : lookAt(
        c.var.db,
        actorOf(c),
        { kind: 'progress_report', id: report.id },
        { isOwn: mayReportFor(actorOf(c), at), now: c.var.now },
      )

async function showReport(c: WebContext, at: ReportAt, { returned, returning, refused }: Shown = {}) {
  const time = await timeOf(c, at)
  const may = await mayOn(c, at, time)
  const grid = await gatherGrid(c.var.db, at.period, at.unit)
  const savedAt = grid.rows.flatMap(({ entry }) => (entry === undefined ? [] : [entry.entered_at.getTime()]))
  const page = (
    <ReportPage
      {...time}
      {...await pastOf(c, at, may.see)}
      crumbs={crumbsOf(c, at)}
      unit={at.unitName}
      period={at.periodName}
      grid={may.see ? grid : { ...grid, rows: [] }}
      savedAt={savedAt.length === 0 ? undefined : new Date(Math.max(...savedAt))}
      may={may}
      at={addressesOf(at)}
      returned={returned ?? new Map()}
      returning={returning ?? emptyForm}
      refused={refused}
      evidence={may.see ? await readCited(c.var.db, grid) : []}
      takesEvidence={mayReportFor(actorOf(c), at) && time.standing !== 'verified'}
      views={await viewsOf(c, at)}
    />
  )
  return c.render(page, { ...headOf(c, at, may.judge ? 'duyet-bao-cao' : 'bao-cao-tien-do'), entry: may.enter })
}

/** A script that saves as one types wants to know of each cell; one that sends what it kept goes on like a person. */
const isScript = (c: WebContext) =>
  c.req.header('accept')?.startsWith('application/json') === true && c.req.header('x-entry-owner') === undefined

const targetsById = async (c: WebContext, { year }: ReportAt) =>
  new Map((await targetsOf(c.var.db, year.id)).map((target) => [target.id, target]))

/** A page again with what was not saved beside what stands; or on to the sending. */
async function answerPage(c: WebContext, at: ReportAt, typed: Readonly<Record<string, string>>, saved: SavedEntries) {
  const returned = returnedCells(c.var.locale, typed, saved.cells, await targetsById(c, at))
  if (returned.size > 0) {
    c.status(saved.cells.some(({ outcome }) => outcome === 'conflict') ? 409 : 422)
    return showReport(c, at, { returned })
  }
  const { report, sending } = addressesOf(at)
  return c.redirect(typed['next'] === 'send' ? sending : report, 303)
}

async function save(c: WebContext) {
  const at = await readOwnReport(c)
  const { db, locale, now } = c.var
  const form = await readForm(c, readCells)
  if (!form.ok) {
    c.status(422)
    return isScript(c) ? c.json({ message: form.errors[0]?.message ?? '' }) : showReport(c, at)
  }
  const input = { period: at.period.id, unit: at.unit, ...form.value }
  const tried = await attempt(saveEntries(db, actorOf(c), input, now))
  if (!tried.ok) {
    const message = refusalOf(tried.violation, ruleWords, locale)
    c.status(422)
    return isScript(c) ? c.json({ message }) : showReport(c, at, { refused: message })
  }
  if (!isScript(c)) return answerPage(c, at, form.typed, tried.value)
  const { status, ...said } = answerScript(locale, await targetsById(c, at), tried.value.cells)
  return c.json({ ...said, savedAt: now.toISOString() }, status)
}

async function showSend(c: WebContext, form: ReturnedForm = emptyForm) {
  const at = await readOwnReport(c)
  const { report, sending } = addressesOf(at)
  if (at.report === undefined) return c.redirect(report, 303)
  const held = { ...at, report: at.report }
  const check = await checkReport(c.var.db, held)
  const { dueOn } = await timeOf(c, at)
  const isLate = at.report.first_sent_on === null && isPast(dueOn, dayOf(c.var.now))
  const props = { unit: at.unitName, period: at.periodName, check, form, action: sending, back: report }
  const up = [...crumbsOf(c, at), { label: words(c.var.locale).report(at.periodName), href: report }]
  return c.render(
    <SendPage {...props} crumbs={up} lateSince={isLate ? dueOn : undefined} />,
    headOf(c, at, 'bao-cao-tien-do'),
  )
}

const send = (pieces: ReportPieces) => async (c: WebContext) => {
  const at = await readOwnReport(c)
  const place = { period: at.period.id, unit: at.unit }
  return answerForm(c, {
    schema: sendReportInput.omit({ period: true, unit: true }),
    run: async (input) => {
      await sendReport(c.var.db, actorOf(c), { ...input, ...place }, { ...pieces, now: c.var.now })
      return addressesOf(at).report
    },
    again: (form) => showSend(c, form),
    words: ruleWords,
  })
}

const give = (pieces: ReportPieces) => async (c: WebContext) => {
  const at = await readReport(c)
  const place = { period: at.period.id, unit: at.unit }
  return answerForm(c, {
    schema: returnReportInput.omit({ period: true, unit: true }),
    run: async (input) => {
      await returnReport(c.var.db, actorOf(c), { ...input, ...place }, { ...pieces, now: c.var.now })
      return addressesOf(at).report
    },
    again: (form) => showReport(c, at, { returning: form }),
    words: ruleWords,
  })
}

const verify = (pieces: ReportPieces) => async (c: WebContext) => {
  const at = await readReport(c)
  const place = { period: at.period.id, unit: at.unit }
  return answerForm(c, {
    schema: z.object({ version: z.coerce.number().int() }),
    run: async ({ version }) => {
      await verifyReport(c.var.db, actorOf(c), { ...place, version }, { ...pieces, now: c.var.now })
      return addressesOf(at).report
    },
    again: ({ refused }) => showReport(c, at, refused === undefined ? {} : { refused }),
    words: ruleWords,
  })
}

const at = [':bloc', ':year', ':period{[a-z-]+-[0-9]{4}-[0-9]{2}-[0-9]{2}}', ':unit'] as const

export const reportRoutes = (pieces: ReportPieces): Route[] => [
  get(reportingPaths.report(...at), 'signed-in', async (c) => showReport(c, await readReport(c))),
  post(reportingPaths.entries(...at), 'signed-in', save),
  get(reportingPaths.sending(...at), 'signed-in', (c) => showSend(c)),
  post(reportingPaths.sending(...at), 'signed-in', send(pieces)),
  post(reportingPaths.returning(...at), 'signed-in', give(pieces)),
  post(reportingPaths.verifying(...at), 'signed-in', verify(pieces)),
]
