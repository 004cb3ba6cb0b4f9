import { words as blocWords } from '#domains/blocs/words.ts'
import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import { dayOf } from '#platform/clock.ts'
import { emptyForm } from '#platform/form.ts'
import { idParam } from '#platform/param.ts'
import { actorOf, get, post, type Route, type WebContext } from '#platform/web.ts'
import { z } from 'zod'
import { scoringPaths, sheetAddress } from '../paths.ts'
import { mayDecideReopening, mayExplain, mayJudgeSheet } from '../judging/access.ts'
import { closeExplanation, closeExplanationInput } from './close-explanation.ts'
import { closeReopening } from '../judging/close-reopening.ts'
import { giveExplanation, giveExplanationInput } from './give-explanation.ts'
import { takesAnswer, takesSecondLook, type JudgingStage } from '../judging/judging.ts'
import { ExplanationPage } from './pages/explanations.tsx'
import { ReopeningPage } from './pages/reopening-page.tsx'
import { judgingPaths } from '../judging/paths.ts'
import { explanationById, judgedOf, reopeningById } from '../judging/queries.ts'
import { judgingCrumbs, judgingHead, readJudgedSheet, todayOf } from '../judging/read-judging.ts'
import { words } from '../judging/words.ts'

const ruleWords = { judging: words, blocs: blocWords }

async function readExplanation(c: WebContext) {
  const one = await explanationById(c.var.db, idParam(c, 'explanation'))
  return { one, place: await readJudgedSheet(c, one.sheet_id) }
}

async function showExplanation(c: WebContext, form: ReturnedForm = emptyForm) {
  const { one, place } = await readExplanation(c)
  const { sheet, at, year } = place
  const actor = actorOf(c)
  const judges = mayJudgeSheet(actor, one.stage as JudgingStage, await judgedOf(c.var.db, sheet))
  const page = (
    <ExplanationPage
      crumbs={[...judgingCrumbs(c, place), { label: place.unitName, href: judgingPaths.sheet(...at, sheet.id) }]}
      over={sheet.title}
      unit={place.unitName}
      one={one}
      isLate={one.answered_at !== null && dayOf(one.answered_at) > one.due_on}
      mayAnswer={takesAnswer(one) && mayExplain(actor, sheet.unit_id)}
      mayLook={takesSecondLook(one, todayOf(c)) && judges}
      form={form}
      at={{
        answer: judgingPaths.answer(...at, one.id),
        secondLook: judgingPaths.secondLook(...at, one.id),
        evidence: scoringPaths.sheet(...sheetAddress(year, sheet)),
      }}
    />
  )
  return c.render(page, judgingHead(place, words(c.var.locale).explain.title))
}

async function answer(c: WebContext) {
  const { one, place } = await readExplanation(c)
  return answerForm(c, {
    schema: giveExplanationInput.omit({ explanation: true }),
    run: async (input) => {
      await giveExplanation(c.var.db, actorOf(c), { ...input, explanation: one.id }, c.var.now)
      return judgingPaths.explanation(...place.at, one.id)
    },
    again: (form) => showExplanation(c, form),
    words: ruleWords,
  })
}

async function lookAgain(c: WebContext) {
  const { one, place } = await readExplanation(c)
  return answerForm(c, {
    schema: closeExplanationInput.omit({ explanation: true }),
    run: async (input) => {
      await closeExplanation(c.var.db, actorOf(c), { ...input, explanation: one.id }, c.var.now)
      return judgingPaths.sheet(...place.at, place.sheet.id)
    },
    again: (form) => showExplanation(c, form),
    words: ruleWords,
  })
}

async function readReopening(c: WebContext) {
  const one = await reopeningById(c.var.db, idParam(c, 'reopening'))
  return { one, place: await readJudgedSheet(c, one.sheet_id) }
}

async function showReopening(c: WebContext, form: ReturnedForm = emptyForm) {
  const { one, place } = await readReopening(c)
  const { sheet, at, year } = place
  const decided = { blocYear: year.id, unit: sheet.unit_id, asked_by: one.asked_by }
  const page = (
    <ReopeningPage
      crumbs={judgingCrumbs(c, place)}
      over={sheet.title}
      unit={place.unitName}
      one={one}
      mayDecide={one.state === 'asked' && mayDecideReopening(actorOf(c), decided)}
      form={form}
      at={{
        confirm: judgingPaths.reopeningConfirmation(...at, one.id),
        refuse: judgingPaths.reopeningRefusal(...at, one.id),
      }}
    />
  )
  return c.render(page, judgingHead(place, words(c.var.locale).reopening.title))
}

const decide = (outcome: 'agreed' | 'refused') => async (c: WebContext) => {
  const { one, place } = await readReopening(c)
  return answerForm(c, {
    schema: z.object({ reason: z.string().trim().max(2000).default('') }),
    run: async ({ reason }) => {
      await closeReopening(c.var.db, actorOf(c), { reopening: one.id, outcome, reason }, c.var.now)
      return judgingPaths.reopening(...place.at, one.id)
    },
    again: (form) => showReopening(c, form),
    words: ruleWords,
  })
}

const at = [':bloc', ':year', ':round'] as const

/** Questions to units with their answers, and requests to open a settled sheet again. */
export const talkRoutes: Route[] = [
  get(judgingPaths.explanation(...at, ':explanation'), 'signed-in', (c) => showExplanation(c)),
  post(judgingPaths.answer(...at, ':explanation'), 'signed-in', answer),
  post(judgingPaths.secondLook(...at, ':explanation'), 'signed-in', lookAgain),
  get(judgingPaths.reopening(...at, ':reopening'), 'signed-in', (c) => showReopening(c)),
  post(judgingPaths.reopeningConfirmation(...at, ':reopening'), 'signed-in', decide('agreed')),
  post(judgingPaths.reopeningRefusal(...at, ':reopening'), 'signed-in', decide('refused')),
]
