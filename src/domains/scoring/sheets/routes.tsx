import { historyOf } from '#capabilities/audit/history.ts'
import { tellHistory } from '#capabilities/audit/tell-history.ts'
import { lookAt } from '#capabilities/audit/views.ts'
import { words as blocWords } from '#domains/blocs/words.ts'
import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import { attempt, refusalOf } from '#platform/attempt.ts'
import { dayOf } from '#platform/clock.ts'
import { emptyForm, readForm } from '#platform/form.ts'
import { actorOf, get, post, type Route, type WebContext } from '#platform/web.ts'
import { scoringPaths } from '../paths.ts'
import { scoreWorkbookPaths } from '../workbook/paths.ts'
import { isOpenToMembers } from '../rounds/round.ts'
import type { CellAnswer } from './cell.ts'
import { checkSheet } from './check-sheet.ts'
import { gatherFigures } from './gather-scores.ts'
import { gatherSheet } from './gather-sheet.ts'
import { lacksOf } from './lacks.ts'
import { SendSheetPage } from './pages/send-sheet-page.tsx'
import { SheetPage } from './pages/sheet-page.tsx'
import { stepsOf } from './queries.ts'
import { answerScript, outputs, readCells, returnedCells, type CellReturn } from './read-cells.ts'
import { readEntriesBefore } from './read-entries.ts'
import { mayOnSheet, readOwnSheet, readSheet, sheetCrumbs, sheetHead, type SheetAt } from './read-sheet.ts'
import { returnSheet, returnSheetInput } from './return-sheet.ts'
import { saveEntries } from './save-entries.ts'
import { lateSince, sendSheet, sendSheetInput } from './send-sheet.ts'
import { standingOfSheet } from './sheet.ts'
import { whyRoutes } from './why-routes.tsx'
import { words } from './words.ts'

const ruleWords = { sheets: words, blocs: blocWords }

interface Shown {
  returned?: ReadonlyMap<string, CellReturn>
  returning?: ReturnedForm
  refused?: string
}

const addressesOf = ({ year, address }: SheetAt) => ({
  bloc: year.bloc.slug,
  year: year.slug,
  entries: scoringPaths.entries(...address),
  sending: scoringPaths.sending(...address),
  returning: scoringPaths.returning(...address),
  workbook: scoreWorkbookPaths.unit(...address),
  whyOf: (code: string) => scoringPaths.why(code, ...address),
})

/** Whose words count for this reader: while others score, a unit sees its own. */
const stageFor = ({ round }: SheetAt) => (isOpenToMembers(round.state) ? 'authority' : 'self')

async function showSheet(c: WebContext, at: SheetAt, { returned, returning, refused }: Shown = {}) {
  const { db, locale, now } = c.var
  const { sheet, round, year } = at
  const today = dayOf(now)
  const may = await mayOnSheet(c, at)
  const stage = may.enter ? 'self' : stageFor(at)
  const subject = { kind: 'score_sheet', id: sheet.id }
  const page = (
    <SheetPage
      crumbs={sheetCrumbs(c, at)}
      unit={at.unitName}
      sheet={sheet}
      standing={standingOfSheet(sheet, round)}
      gathered={await gatherSheet(db, sheet, { stage, today, locale, year })}
      dueOn={round.self_due_on}
      late={may.enter ? await lateSince(db, sheet, today) : undefined}
      may={may}
      at={addressesOf(at)}
      returned={returned ?? new Map()}
      returning={returning ?? emptyForm}
      refused={refused}
      steps={await stepsOf(db, [sheet.id])}
      before={(await readEntriesBefore(db, sheet.id)).filter((entry) => entry.stage === 'self')}
      history={tellHistory(await historyOf(db, sheet.id), words(locale).deeds)}
      views={await lookAt(db, actorOf(c), subject, { isOwn: at.isOwn, now })}
    />
  )
  return c.render(page, { ...sheetHead(at), entry: may.enter })
}

/** A script that saves as one types wants to know of each cell; one that sends what it kept goes on like a person. */
const isScript = (c: WebContext) =>
  c.req.header('accept')?.startsWith('application/json') === true && c.req.header('x-entry-owner') === undefined

/** The figures that follow from what was just saved. */
async function figuresNow(c: WebContext, { sheet, year }: SheetAt) {
  const { db, locale, now } = c.var
  const figures = await gatherFigures(db, sheet, { stage: 'self', today: dayOf(now), locale, year })
  const lacks = lacksOf(figures.table, figures.unit, figures.marks.get(sheet.unit_id))
  return outputs(locale, figures.unit, lacks.length)
}

/** A page again with what was not saved beside what stands; or on to the sending. */
async function answerPage(
  c: WebContext,
  at: SheetAt,
  typed: Readonly<Record<string, string>>,
  cells: readonly CellAnswer[],
) {
  const returned = returnedCells(c.var.locale, typed, cells)
  if (returned.size > 0) {
    c.status(cells.some(({ outcome }) => outcome === 'conflict') ? 409 : 422)
    return showSheet(c, at, { returned })
  }
  return c.redirect(scoringPaths[typed['next'] === 'send' ? 'sending' : 'sheet'](...at.address), 303)
}

async function save(c: WebContext) {
  const at = await readOwnSheet(c)
  const { db, locale, now } = c.var
  const form = await readForm(c, readCells)
  if (!form.ok) {
    c.status(422)
    return isScript(c) ? c.json({ message: form.errors[0]?.message ?? '' }) : showSheet(c, at)
  }
  const tried = await attempt(saveEntries(db, actorOf(c), { sheet: at.sheet.id, ...form.value }, now))
  if (!tried.ok) {
    const message = refusalOf(tried.violation, ruleWords, locale)
    c.status(422)
    return isScript(c) ? c.json({ message }) : showSheet(c, at, { refused: message })
  }
  if (!isScript(c)) return answerPage(c, at, form.typed, tried.value)
  const { status, ...said } = answerScript(locale, tried.value, await figuresNow(c, at))
  return c.json({ ...said, savedAt: now.toISOString() }, status)
}

async function showSend(c: WebContext, form: ReturnedForm = emptyForm) {
  const at = await readOwnSheet(c)
  const { db, now } = c.var
  const back = scoringPaths.sheet(...at.address)
  const may = await mayOnSheet(c, at)
  if (!may.enter) return c.redirect(back, 303)
  const checked = await checkSheet(db, at.sheet, dayOf(now))
  const crumbs = [...sheetCrumbs(c, at), { label: at.sheet.title, href: back }]
  return c.render(
    <SendSheetPage
      {...checked}
      crumbs={crumbs}
      over={`${at.unitName} · ${at.sheet.title}`}
      lateSince={await lateSince(db, at.sheet, dayOf(now))}
      maySend={may.send}
      form={form}
      action={scoringPaths.sending(...at.address)}
      back={back}
    />,
    sheetHead(at),
  )
}

async function send(c: WebContext) {
  const at = await readOwnSheet(c)
  return answerForm(c, {
    schema: sendSheetInput.omit({ sheet: true }),
    run: async (input) => {
      await sendSheet(c.var.db, actorOf(c), { ...input, sheet: at.sheet.id }, c.var.now)
      return scoringPaths.sheet(...at.address)
    },
    again: (form) => showSend(c, form),
    words: ruleWords,
  })
}

async function give(c: WebContext) {
  const at = await readSheet(c)
  return answerForm(c, {
    schema: returnSheetInput.omit({ sheet: true }),
    run: async (input) => {
      await returnSheet(c.var.db, actorOf(c), { ...input, sheet: at.sheet.id }, c.var.now)
      return scoringPaths.sheet(...at.address)
    },
    again: (form) => showSheet(c, at, { returning: form }),
    words: ruleWords,
  })
}

const at = [':bloc', ':year', ':round', ':unit', ':table'] as const

export const sheetRoutes: readonly Route[] = [
  get(scoringPaths.sheet(...at), 'signed-in', async (c) => showSheet(c, await readSheet(c))),
  post(scoringPaths.entries(...at), 'signed-in', save),
  get(scoringPaths.sending(...at), 'signed-in', (c) => showSend(c)),
  post(scoringPaths.sending(...at), 'signed-in', send),
  post(scoringPaths.returning(...at), 'signed-in', give),
  ...whyRoutes,
]
