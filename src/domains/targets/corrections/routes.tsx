import { nameOn } from '#domains/units/queries.ts'
import { words as blocWords } from '#domains/blocs/words.ts'
import { readYear } from '#domains/blocs/read-year.ts'
import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import { dayOf } from '#platform/clock.ts'
import { demand, NotFound } from '#platform/errors.ts'
import { emptyForm } from '#platform/form.ts'
import { idParam } from '#platform/param.ts'
import { actorOf, get, post, type Route, type WebContext } from '#platform/web.ts'
import { z } from 'zod'
import { periodName } from '../periods/period-name.ts'
import { periodById } from '../periods/queries.ts'
import { words as periodWords } from '../periods/words.ts'
import { targetById } from '../queries.ts'
import { mayDecideCorrection, seesReports } from '../reporting/access.ts'
import { askCorrection, askCorrectionInput } from './ask-correction.ts'
import { confirmCorrection } from './confirm-correction.ts'
import { gatherGrid } from '../reporting/gather-grid.ts'
import { deskOf } from '../reporting/lock-report.ts'
import { AskCorrectionPage, CorrectionPage } from './pages/correction-pages.tsx'
import { reportingPaths } from '../reporting/paths.ts'
import { correctionById, enterersOf, reporterOf, reportOf, type CorrectionRow } from '../reporting/queries.ts'
import { addressesOf, crumbsOf, headOf, readOwnReport, type ReportAt } from '../reporting/read-report.ts'
import { refuseCorrection, refuseCorrectionInput } from './refuse-correction.ts'
import { words } from '../reporting/words.ts'

const ruleWords = { reporting: words, periods: periodWords, blocs: blocWords }

const upFrom = (c: WebContext, at: ReportAt) => [
  ...crumbsOf(c, at),
  { label: `${words(c.var.locale).report(at.periodName)}, ${at.unitName}`, href: addressesOf(at).report },
]

async function showAsk(c: WebContext, form: ReturnedForm = emptyForm) {
  const at = await readOwnReport(c)
  const { rows } = await gatherGrid(c.var.db, at.period, at.unit)
  const { askCorrection: action, report: back } = addressesOf(at)
  const targets = rows.filter(({ kind }) => kind !== 'computed').map(({ target }) => target)
  const props = { targets, form, action, back, over: `${at.unitName} · ${at.periodName}` }
  return c.render(<AskCorrectionPage {...props} crumbs={upFrom(c, at)} />, headOf(c, at, 'sua-so-da-duyet'))
}

async function ask(c: WebContext) {
  const at = await readOwnReport(c)
  const place = { period: at.period.id, unit: at.unit }
  return answerForm(c, {
    schema: askCorrectionInput.omit({ period: true, unit: true }),
    run: async (input) => {
      const id = await askCorrection(c.var.db, actorOf(c), { ...input, ...place }, c.var.now)
      return addressesOf(at).correction(id)
    },
    again: (form) => showAsk(c, form),
    words: ruleWords,
  })
}

interface CorrectionAt {
  correction: CorrectionRow
  at: ReportAt
}

/** The correction of the address, for who may read reports of its year. */
async function correctionAt(c: WebContext): Promise<CorrectionAt> {
  const { db, locale } = c.var
  const year = await readYear(c)
  const correction = await correctionById(db, idParam(c))
  const period = await periodById(db, correction.period_id)
  if (period.bloc_year_id !== year.id) throw new NotFound()
  const reporter = await reporterOf(db, period, correction.unit_id)
  demand(seesReports(actorOf(c), year.id, reporter))
  const { short_name } = await nameOn(db, reporter.unit, period.ends_on)
  const named = { periodName: periodName(periodWords(locale).names, period), unitName: short_name }
  const report = await reportOf(db, period.id, reporter.unit)
  return { correction, at: { year, period, ...reporter, ...named, report } }
}

async function mayDecide(c: WebContext, { correction, at }: CorrectionAt): Promise<boolean> {
  const { db, now } = c.var
  if (correction.state !== 'asked' || at.report === undefined) return false
  const judged = {
    blocYear: at.year.id,
    desk: await deskOf(db, at.year.id, dayOf(now)),
    unit: at.unit,
    parent: at.parent,
    sentBy: at.report.sent_by,
    enteredBy: await enterersOf(db, at.report.id),
  }
  return mayDecideCorrection(actorOf(c), judged, correction.asked_by)
}

async function show(c: WebContext, form: ReturnedForm = emptyForm) {
  const shown = await correctionAt(c)
  const { correction, at } = shown
  const address = [at.year.bloc.slug, at.year.slug, correction.id] as const
  const page = (
    <CorrectionPage
      crumbs={upFrom(c, at)}
      over={`${at.unitName} · ${at.periodName}`}
      correction={correction}
      target={await targetById(c.var.db, correction.target_id)}
      mayDecide={await mayDecide(c, shown)}
      form={form}
      at={{
        confirm: reportingPaths.correctionConfirmation(...address),
        refuse: reportingPaths.correctionRefusal(...address),
      }}
    />
  )
  return c.render(page, headOf(c, at, 'sua-so-da-duyet'))
}

async function confirm(c: WebContext) {
  const { correction, at } = await correctionAt(c)
  return answerForm(c, {
    schema: z.object({}),
    run: async () => {
      await confirmCorrection(c.var.db, actorOf(c), { id: correction.id }, c.var.now)
      return addressesOf(at).report
    },
    again: (form) => show(c, form),
    words: ruleWords,
  })
}

async function refuse(c: WebContext) {
  const { correction, at } = await correctionAt(c)
  return answerForm(c, {
    schema: refuseCorrectionInput.omit({ id: true }),
    run: async (input) => {
      await refuseCorrection(c.var.db, actorOf(c), { ...input, id: correction.id }, c.var.now)
      return addressesOf(at).correction(correction.id)
    },
    again: (form) => show(c, form),
    words: ruleWords,
  })
}

const place = [':bloc', ':year', ':period{[a-z-]+-[0-9]{4}-[0-9]{2}-[0-9]{2}}', ':unit'] as const
const one = [':bloc', ':year', ':id'] as const

export const correctionRoutes = (): Route[] => [
  get(reportingPaths.askCorrection(...place), 'signed-in', (c) => showAsk(c)),
  post(reportingPaths.askCorrection(...place), 'signed-in', ask),
  get(reportingPaths.correction(...one), 'signed-in', (c) => show(c)),
  post(reportingPaths.correctionConfirmation(...one), 'signed-in', confirm),
  post(reportingPaths.correctionRefusal(...one), 'signed-in', refuse),
]
