import { words as blocWords } from '#domains/blocs/words.ts'
import { nameOn } from '#domains/units/queries.ts'
import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import { demand, found } from '#platform/errors.ts'
import { emptyForm } from '#platform/form.ts'
import { idParam } from '#platform/param.ts'
import { get, post, type Route, type WebContext } from '#platform/web.ts'
import { mayAcceptDraft, mayAnswerCorrection, mayKeepMinutes, mayRequestCorrection } from '../minutes/access.ts'
import { minutesPaths } from '../minutes/paths.ts'
import { correctionById, passagesOfMinutes } from '../minutes/queries.ts'
import { minutesHead, readNewestMinutes } from '../minutes/read-minutes.ts'
import { showMinutes } from '../minutes/show-routes.tsx'
import { words } from '../minutes/words.ts'
import { acceptDraft, acceptDraftInput } from './accept-draft.ts'
import { answerCorrection, answerCorrectionInput } from './answer-correction.ts'
import { AnswerPage, CorrectPage } from './pages/correction-pages.tsx'
import { requestCorrection, requestCorrectionInput } from './request-correction.ts'
import { sendMinutes, sendMinutesInput } from './send-minutes.ts'

const ruleWords = { minutes: words, blocs: blocWords }

async function send(c: WebContext) {
  const { actor, at, minutes, conference } = await readNewestMinutes(c)
  demand(mayKeepMinutes(actor, conference))
  return answerForm(c, {
    schema: sendMinutesInput.omit({ minutes: true }),
    run: async (input) => {
      await sendMinutes(c.var.db, actor, { ...input, minutes: minutes.id }, c.var.now)
      return minutesPaths.one(...at)
    },
    again: (form) => showMinutes(c, form),
    words: ruleWords,
  })
}

async function assent(c: WebContext) {
  const { actor, at, minutes, ownUnit = '' } = await readNewestMinutes(c)
  demand(mayAcceptDraft(actor, minutes, ownUnit))
  return answerForm(c, {
    schema: acceptDraftInput.pick({ draft: true }),
    run: async ({ draft }) => {
      await acceptDraft(c.var.db, actor, { minutes: minutes.id, unit: ownUnit, draft }, c.var.now)
      return minutesPaths.one(...at)
    },
    again: (form) => showMinutes(c, form),
    words: ruleWords,
  })
}

/** The passage of the address, for who works for a member. */
async function passageAt(c: WebContext) {
  const place = await readNewestMinutes(c)
  const { actor, minutes, ownUnit = '' } = place
  demand(mayRequestCorrection(actor, minutes, ownUnit))
  const passages = await passagesOfMinutes(c.var.db, minutes.id)
  return { ...place, unit: ownUnit, passage: found(passages.find(({ id }) => id === idParam(c, 'passage'))) }
}

async function showCorrect(c: WebContext, form: ReturnedForm = emptyForm) {
  const { unit, ...place } = await passageAt(c)
  const { full_name: name } = await nameOn(c.var.db, unit, place.conference.held_on)
  return c.render(
    <CorrectPage {...place} unit={name} form={form} />,
    minutesHead(place, words(c.var.locale).correctTitle),
  )
}

async function correct(c: WebContext) {
  const { actor, at, minutes, unit, passage } = await passageAt(c)
  return answerForm(c, {
    schema: requestCorrectionInput.pick({ said: true, wanted: true }),
    run: async (input) => {
      const ids = { minutes: minutes.id, passage: passage.id, unit }
      await requestCorrection(c.var.db, actor, { ...input, ...ids }, c.var.now)
      return minutesPaths.one(...at)
    },
    again: (form) => showCorrect(c, form),
    words: ruleWords,
  })
}

/** The correction of the address, for who keeps the minutes. */
async function correctionAt(c: WebContext) {
  const place = await readNewestMinutes(c)
  const { actor, conference, minutes } = place
  demand(mayKeepMinutes(actor, conference) || actor.account === conference.chair_account_id)
  const correction = await correctionById(c.var.db, minutes.id, idParam(c, 'correction'))
  return { ...place, correction, mayAnswer: mayAnswerCorrection(actor, conference, correction) }
}

async function showAnswer(c: WebContext, form: ReturnedForm = emptyForm) {
  const { correction, mayAnswer, ...place } = await correctionAt(c)
  const passages = await passagesOfMinutes(c.var.db, place.minutes.id)
  const passage = found(passages.find(({ id }) => id === correction.passage_id))
  return c.render(
    <AnswerPage {...place} {...{ correction, passage, form }} isOwn={!mayAnswer} />,
    minutesHead(place, words(c.var.locale).answerTitle),
  )
}

async function answer(c: WebContext) {
  const { actor, at, minutes, correction, mayAnswer } = await correctionAt(c)
  demand(mayAnswer)
  return answerForm(c, {
    schema: answerCorrectionInput.omit({ minutes: true, correction: true }),
    run: async (input) => {
      const ids = { minutes: minutes.id, correction: correction.id }
      await answerCorrection(c.var.db, actor, { ...input, ...ids }, c.var.now)
      return minutesPaths.one(...at)
    },
    again: (form) => showAnswer(c, form),
    words: ruleWords,
  })
}

/** `one` is what stands for bloc, year and conference in a pattern. */
export const correctionRoutes = (one: readonly [bloc: string, year: string, conference: string]): Route[] => [
  post(minutesPaths.sending(...one), 'signed-in', send),
  post(minutesPaths.assent(...one), 'signed-in', assent),
  get(minutesPaths.correct(...one, ':passage'), 'signed-in', (c) => showCorrect(c)),
  post(minutesPaths.correct(...one, ':passage'), 'signed-in', correct),
  get(minutesPaths.correction(...one, ':correction'), 'signed-in', (c) => showAnswer(c)),
  post(minutesPaths.correction(...one, ':correction'), 'signed-in', answer),
]
