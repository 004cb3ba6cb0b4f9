import { historyOf } from '#capabilities/audit/history.ts'
import { tellHistory } from '#capabilities/audit/tell-history.ts'
import { words as blocWords } from '#domains/blocs/words.ts'
import { namesOn } from '#domains/units/queries.ts'
import { answerForm } from '#platform/answer-form.ts'
import { attempt, refusalOf } from '#platform/attempt.ts'
import { dayOf } from '#platform/clock.ts'
import { readForm } from '#platform/form.ts'
import { actorOf, get, post, type Route, type WebContext } from '#platform/web.ts'
import { z } from 'zod'
import { scoringPaths, sheetAddress } from '../paths.ts'
import { leavesOf, placedNodes, printedIn } from '../sheets/leaf.ts'
import { readCells } from '../sheets/read-cells.ts'
import { readTypedFacts } from '../sheets/read-entries.ts'
import { shownNumber } from '../sheets/shown-number.ts'
import { writeFact } from '../figures/typed-value.ts'
import { words as sheetWords } from '../sheets/words.ts'
import { mayAskReopening } from './access.ts'
import { returnedAgreed } from './returned-agreed.ts'
import { askExplanation, askExplanationInput } from '../explanations/ask-explanation.ts'
import { askReopening, askReopeningInput } from './ask-reopening.ts'
import { correctFact, correctFactInput } from './correct-fact.ts'
import { figuresOf, gatherFigures, type TableFigures } from './gather-figures.ts'
import { takesReopening } from './judging.ts'
import { keepAgreed } from './keep-agreed.ts'
import { SheetPage, type SheetForms } from './pages/sheet-page.tsx'
import type { AgreedReturn } from './pages/side-by-side.tsx'
import { judgingPaths } from './paths.ts'
import { explanationsOf, reopeningsOf } from './queries.ts'
import {
  judgingCrumbs,
  judgingHead,
  judgingStageFor,
  readJudgedSheet,
  todayOf,
  type SheetJudged,
} from './read-judging.ts'
import { unsettledOf } from './unsettled.ts'
import { verifySheet, verifySheetInput } from './verify-sheet.ts'
import { words } from './words.ts'

const ruleWords = { judging: words, sheets: sheetWords, blocs: blocWords }

const figuresFor = (c: WebContext, { round, sheet }: SheetJudged) =>
  gatherFigures(c.var.db, { round, version: sheet.version_id, today: todayOf(c) })

/** What judging stages corrected, beside what stood before. */
async function correctedFacts(c: WebContext, { sheet }: SheetJudged, { standing }: TableFigures) {
  const { db, locale } = c.var
  const typed = await readTypedFacts(db, [sheet.id])
  const judged = typed.filter(({ stage }) => stage === 'bloc' || stage === 'authority')
  return judged.map((fact) => {
    const own = typed.find((one) => one.stage === 'self' && one.key === fact.key)
    const before = own?.value ?? null
    return {
      label: printedIn(standing.table.facts[fact.key]?.label, locale),
      before: writeFact(before, locale),
      after: writeFact(fact.value, locale),
      by: fact.by_name,
      reason: fact.note,
    }
  })
}

interface Shown {
  forms?: SheetForms
  returned?: ReadonlyMap<string, AgreedReturn>
}

const placesOf = ({ year, sheet, at }: SheetJudged) => {
  const own = [...at, sheet.id] as const
  return {
    agreed: judgingPaths.agreed(...own),
    fact: judgingPaths.fact(...own),
    verification: judgingPaths.verification(...own),
    ask: judgingPaths.ask(...own),
    reopen: judgingPaths.reopen(...own),
    sheet: scoringPaths.sheet(...sheetAddress(year, sheet)),
  }
}

/** Questions and requests with their own pages. */
async function talksOf(c: WebContext, { sheet, at }: SheetJudged) {
  const explanations = await explanationsOf(c.var.db, [sheet.id])
  const reopenings = await reopeningsOf(c.var.db, [sheet.id])
  return {
    explanations: explanations.map((one) => ({
      ...one,
      href: judgingPaths.explanation(...at, one.id),
      isLate: one.answered_at !== null && dayOf(one.answered_at) > one.due_on,
    })),
    reopenings: reopenings.map((one) => ({ ...one, href: judgingPaths.reopening(...at, one.id) })),
  }
}

async function namesOfAssessors(c: WebContext, { year }: SheetJudged, { marks }: TableFigures) {
  const units = [...new Set(marks.map((mark) => mark.assessor_unit_id))]
  return namesOn(c.var.db, units, year.ends_on)
}

async function showSheet(c: WebContext, place: SheetJudged, { forms = {}, returned = new Map() }: Shown = {}) {
  const { db, locale } = c.var
  const { year, sheet, round } = place
  const all = await figuresFor(c, place)
  const { table } = all.standing
  const figures = figuresOf(all, sheet.unit_id)
  const stage = await judgingStageFor(c, place)
  const corrections = (await readTypedFacts(db, [sheet.id])).filter((fact) => fact.stage === stage)
  const names = await namesOfAssessors(c, place, all)
  const page = (
    <SheetPage
      crumbs={judgingCrumbs(c, place)}
      unit={place.unitName}
      sheet={sheet}
      total={figures.score === undefined ? '' : shownNumber(figures.score.total, locale)}
      stage={stage}
      placed={placedNodes(table.sections)}
      figuresOf={figures.of}
      nameOf={(unit) => names.get(unit)?.short_name ?? ''}
      isHidden={!all.shown.has(sheet.id)}
      returned={returned}
      whyOf={(code) => scoringPaths.why(code, ...sheetAddress(year, sheet))}
      unsettled={stage === undefined ? [] : unsettledOf(table, figures, stage)}
      facts={Object.entries(table.facts).map(([key, { label }]) => ({
        key,
        label: printedIn(label, locale),
        edition: corrections.find((fact) => fact.key === key)?.edition ?? 0,
      }))}
      corrected={await correctedFacts(c, place, all)}
      {...await talksOf(c, place)}
      mayReopen={takesReopening({ round, sheet }) && mayAskReopening(actorOf(c), year.id, sheet.unit_id)}
      codes={leavesOf(table).map(({ code, title }) => ({ code, title: printedIn(title, locale) }))}
      history={tellHistory(await historyOf(db, sheet.id), { ...sheetWords(locale).deeds, ...words(locale).deeds })}
      forms={forms}
      at={placesOf(place)}
    />
  )
  return c.render(page, { ...judgingHead(place, place.unitName), entry: stage !== undefined })
}

/** Takes what is proposed where nothing was agreed and something else stands. */
async function takeProposed(c: WebContext, place: SheetJudged): Promise<void> {
  const { sheet, round } = place
  const stage = await judgingStageFor(c, place)
  if (stage === undefined) return
  const all = await figuresFor(c, place)
  const figures = figuresOf(all, sheet.unit_id)
  const marks = unsettledOf(all.standing.table, figures, stage).flatMap(({ code }) => {
    const proposed = figures.of(code).proposed[stage]
    if (proposed === null) return []
    return [{ sheet: sheet.id, code, text: shownNumber(proposed, c.var.locale), reason: '', edition: 0 }]
  })
  if (marks.length > 0) await keepAgreed(c.var.db, actorOf(c), { round: round.id, marks }, c.var.now)
}

async function saveAgreed(c: WebContext) {
  const place = await readJudgedSheet(c)
  const { db, locale, now } = c.var
  const form = await readForm(c, readCells)
  if (!form.ok) {
    c.status(422)
    return showSheet(c, place)
  }
  const typed = form.value.cells.map(({ name, text, note: reason = '', edition }) => ({ name, text, reason, edition }))
  const marks = typed.map(({ name, ...cell }) => ({ ...cell, sheet: place.sheet.id, code: name }))
  const tried = await attempt(keepAgreed(db, actorOf(c), { round: place.round.id, marks }, now))
  if (!tried.ok) {
    c.status(422)
    return showSheet(c, place, { forms: { refused: refusalOf(tried.violation, ruleWords, locale) } })
  }
  const returned = returnedAgreed(locale, tried.value, typed, ({ code }) => code)
  if (returned.size > 0) {
    c.status(422)
    return showSheet(c, place, { returned })
  }
  if (form.typed['next'] === 'take') await takeProposed(c, place)
  return c.redirect(judgingPaths.sheet(...place.at, place.sheet.id), 303)
}

/** The edition that the page showed stands beside each fact; a form names only the fact. */
async function editionOf(c: WebContext, place: SheetJudged, key: string): Promise<number> {
  const stage = await judgingStageFor(c, place)
  const facts = await readTypedFacts(c.var.db, [place.sheet.id])
  return facts.find((fact) => fact.stage === stage && fact.key === key)?.edition ?? 0
}

async function correct(c: WebContext) {
  const place = await readJudgedSheet(c)
  return answerForm(c, {
    schema: correctFactInput.omit({ sheet: true, edition: true }),
    run: async (input) => {
      const edition = await editionOf(c, place, input.key)
      await correctFact(c.var.db, actorOf(c), { ...input, edition, sheet: place.sheet.id }, c.var.now)
      return judgingPaths.sheet(...place.at, place.sheet.id)
    },
    again: (fact) => showSheet(c, place, { forms: { fact } }),
    words: ruleWords,
  })
}

const askForm = z.preprocess(
  (typed) => {
    const ticked = Object.entries(Object(typed) as Readonly<Record<string, unknown>>)
    const codes = ticked.flatMap(([name, value]) => (name.startsWith('code.') && value === 'on' ? [name.slice(5)] : []))
    return { ...Object(typed), codes }
  },
  askExplanationInput.omit({ sheet: true }),
)

async function ask(c: WebContext) {
  const place = await readJudgedSheet(c)
  return answerForm(c, {
    schema: askForm,
    run: async (input) => {
      const id = await askExplanation(c.var.db, actorOf(c), { ...input, sheet: place.sheet.id }, c.var.now)
      return judgingPaths.explanation(...place.at, id)
    },
    again: (form) => showSheet(c, place, { forms: { ask: form } }),
    words: ruleWords,
  })
}

async function verify(c: WebContext) {
  const place = await readJudgedSheet(c)
  return answerForm(c, {
    schema: verifySheetInput.omit({ sheet: true }),
    run: async (input) => {
      await verifySheet(c.var.db, actorOf(c), { ...input, sheet: place.sheet.id }, c.var.now)
      return judgingPaths.overview(...place.at)
    },
    again: ({ refused }) => showSheet(c, place, refused === undefined ? {} : { forms: { refused } }),
    words: ruleWords,
  })
}

async function reopen(c: WebContext) {
  const place = await readJudgedSheet(c)
  return answerForm(c, {
    schema: askReopeningInput.omit({ sheet: true }),
    run: async (input) => {
      const id = await askReopening(c.var.db, actorOf(c), { ...input, sheet: place.sheet.id }, c.var.now)
      return judgingPaths.reopening(...place.at, id)
    },
    again: (form) => showSheet(c, place, { forms: { reopen: form } }),
    words: ruleWords,
  })
}

const ofSheet = [':bloc', ':year', ':round', ':sheet'] as const

export const judgedSheetRoutes: Route[] = [
  get(judgingPaths.sheet(...ofSheet), 'signed-in', async (c) => showSheet(c, await readJudgedSheet(c))),
  post(judgingPaths.agreed(...ofSheet), 'signed-in', saveAgreed),
  post(judgingPaths.fact(...ofSheet), 'signed-in', correct),
  post(judgingPaths.ask(...ofSheet), 'signed-in', ask),
  post(judgingPaths.verification(...ofSheet), 'signed-in', verify),
  post(judgingPaths.reopen(...ofSheet), 'signed-in', reopen),
]
