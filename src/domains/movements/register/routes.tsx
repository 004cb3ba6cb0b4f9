import { z } from 'zod'
import { historyOf } from '#capabilities/audit/history.ts'
import { tellHistory } from '#capabilities/audit/tell-history.ts'
import { words as blocWords } from '#domains/blocs/words.ts'
import { legalRules } from '#domains/law/rules/queries.ts'
import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, found } from '#platform/errors.ts'
import { emptyForm } from '#platform/form.ts'
import { idParam } from '#platform/param.ts'
import { get, post, type Route, type WebContext } from '#platform/web.ts'
import { examplesOf } from '../examples/queries.ts'
import { participationPart } from '../participation/routes.tsx'
import { words as participationWords } from '../participation/words.ts'
import { movementHead, readMovementYear } from '../read-movement-year.ts'
import { beginMovement, type OneMovement } from './begin-movement.ts'
import { closeMovement } from './close-movement.ts'
import { correctMovement, correctMovementInput } from './correct-movement.ts'
import { hintsOfMovement } from './pages/hints.ts'
import { holdReview, holdReviewInput } from './hold-review.ts'
import { launchMovement, launchMovementInput } from './launch-movement.ts'
import { registerListRoutes } from './list-routes.tsx'
import { keepsMovement } from './lock-movement.ts'
import { movementCan, type MovementVerb } from './movement.ts'
import { CardPage } from './pages/card-page.tsx'
import { LaunchPage, ReviewPage } from './pages/launch-page.tsx'
import { MovementPage, type MovementPageProps } from './pages/movement-page.tsx'
import { movementPaths } from './paths.ts'
import { planReview, planReviewInput } from './plan-review.ts'
import { adoptionsOf, movementOf, movementsOfYear, reviewsOf, yearsOfMovement } from './queries.ts'
import { recordAdoption, recordAdoptionInput } from './record-adoption.ts'
import { removeMovement } from './remove-movement.ts'
import { words } from './words.ts'

const ruleWords = { movements: words, participation: participationWords, blocs: blocWords }
const help = 'phong-trao'

/** The movement of the address in its year. */
async function movementAt(c: WebContext) {
  const place = await readMovementYear(c)
  const movement = await movementOf(c.var.db, place.year.id, idParam(c, 'movement'))
  const mayKeep = place.isOpen && keepsMovement(place.actor, movement)
  const can = (verb: MovementVerb) => mayKeep && movementCan(verb, movement)
  return { ...place, movement, can, here: movementPaths.one(...place.at, movement.id) }
}

async function showMovement(c: WebContext, forms: MovementPageProps['forms'] = {}) {
  const { db, now, locale } = c.var
  const { year, at, members, ownUnit, isOpen, movement, can } = await movementAt(c)
  const t = words(locale)
  const props = {
    year,
    at,
    today: dayOf(now),
    movement,
    unitNames: new Map(members.map((member) => [member.unit, member.full_name])),
    members,
    ownUnit,
    years: await yearsOfMovement(db, movement.id),
    adoptions: await adoptionsOf(db, movement.id),
    followers: (await movementsOfYear(db, year.id)).filter(({ parent_id: parent }) => parent === movement.id),
    reviews: await reviewsOf(db, movement.id),
    examples: await examplesOf(db, year.id, movement.id),
    hints: hintsOfMovement(await legalRules(db), movement),
    participation: await participationPart(c, { year, at, members, ownUnit, isOpen, movement }),
    history: tellHistory(await historyOf(db, movement.id), { ...t.deeds, ...participationWords(locale).deeds }),
    can,
    mayAdopt: isOpen && (can('edit') || ownUnit !== undefined),
    forms,
  }
  return c.render(<MovementPage {...props} />, movementHead(year, movement.title, help))
}

async function showCorrect(c: WebContext, form: ReturnedForm = emptyForm) {
  const { year, at, members, movement, can, ownUnit, mayKeep } = await movementAt(c)
  demand(can('edit'))
  const parents = (await movementsOfYear(c.var.db, year.id)).filter(({ id }) => id !== movement.id)
  const props = { year, at, movement, parents, members, onlyUnit: mayKeep ? undefined : ownUnit, form }
  return c.render(<CardPage {...props} />, movementHead(year, words(c.var.locale).correctTitle, help))
}

async function correct(c: WebContext) {
  const { year, movement, here, actor } = await movementAt(c)
  return answerForm(c, {
    schema: correctMovementInput.omit({ blocYear: true, movement: true }),
    run: async (input) => {
      await correctMovement(c.var.db, actor, { ...input, blocYear: year.id, movement: movement.id }, c.var.now)
      return here
    },
    again: (form) => showCorrect(c, form),
    words: ruleWords,
  })
}

async function showLaunch(c: WebContext, form: ReturnedForm = emptyForm) {
  const { year, at, movement, can } = await movementAt(c)
  demand(can('launch'))
  return c.render(
    <LaunchPage {...{ year, at, movement, form }} today={dayOf(c.var.now)} />,
    movementHead(year, words(c.var.locale).launchTitle, help),
  )
}

async function launch(c: WebContext) {
  const { year, movement, here, actor } = await movementAt(c)
  return answerForm(c, {
    schema: launchMovementInput.omit({ blocYear: true, movement: true }),
    run: async (input) => {
      await launchMovement(c.var.db, actor, { ...input, blocYear: year.id, movement: movement.id }, c.var.now)
      return here
    },
    again: (form) => showLaunch(c, form),
    words: ruleWords,
  })
}

type Deed = (db: Db, actor: Actor, input: OneMovement, now: Date) => Promise<void>

/** A button alone: what is refused is said on the movement's page. */
const act =
  (deed: Deed, leadsTo: 'movement' | 'register' = 'movement') =>
  async (c: WebContext) => {
    const { year, at, movement, here, actor } = await movementAt(c)
    return answerForm(c, {
      schema: z.object({}),
      run: async () => {
        await deed(c.var.db, actor, { blocYear: year.id, movement: movement.id }, c.var.now)
        return leadsTo === 'movement' ? here : movementPaths.list(...at)
      },
      again: (form) => showMovement(c, { act: form }),
      words: ruleWords,
    })
  }

async function adopt(c: WebContext) {
  const { year, movement, here, actor } = await movementAt(c)
  return answerForm(c, {
    schema: recordAdoptionInput.omit({ blocYear: true, movement: true }),
    run: async (input) => {
      await recordAdoption(c.var.db, actor, { ...input, blocYear: year.id, movement: movement.id }, c.var.now)
      return here
    },
    again: (adoption) => showMovement(c, { adoption }),
    words: ruleWords,
  })
}

async function planOne(c: WebContext) {
  const { year, movement, here, actor } = await movementAt(c)
  return answerForm(c, {
    schema: planReviewInput.omit({ blocYear: true, movement: true }),
    run: async (input) => {
      await planReview(c.var.db, actor, { ...input, blocYear: year.id, movement: movement.id }, c.var.now)
      return here
    },
    again: (review) => showMovement(c, { review }),
    words: ruleWords,
  })
}

async function reviewAt(c: WebContext) {
  const place = await movementAt(c)
  const id = idParam(c, 'review')
  const review = found((await reviewsOf(c.var.db, place.movement.id)).find((one) => one.id === id))
  return { ...place, review }
}

async function showReview(c: WebContext, form: ReturnedForm = emptyForm) {
  const { year, at, movement, review, can } = await reviewAt(c)
  demand(can('holdReview'))
  const t = words(c.var.locale)
  return c.render(
    <ReviewPage {...{ year, at, movement, review, form }} today={dayOf(c.var.now)} />,
    movementHead(year, t.holdTitle(t.reviewKinds[review.kind]), help),
  )
}

async function hold(c: WebContext) {
  const { year, movement, review, here, actor } = await reviewAt(c)
  const which = { blocYear: year.id, movement: movement.id, review: review.id }
  return answerForm(c, {
    schema: holdReviewInput.omit({ blocYear: true, movement: true, review: true }),
    run: async (input) => {
      await holdReview(c.var.db, actor, { ...input, ...which }, c.var.now)
      return here
    },
    again: (form) => showReview(c, form),
    words: ruleWords,
  })
}

const at = [':bloc', ':year{[0-9]{4}(?:-[0-9]{4})?}'] as const
const one = [...at, ':movement'] as const

export const registerRoutes: Route[] = [
  ...registerListRoutes,
  get(movementPaths.one(...one), 'signed-in', (c) => showMovement(c)),
  get(movementPaths.correct(...one), 'signed-in', (c) => showCorrect(c)),
  post(movementPaths.correct(...one), 'signed-in', correct),
  post(movementPaths.remove(...one), 'signed-in', act(removeMovement, 'register')),
  get(movementPaths.launch(...one), 'signed-in', (c) => showLaunch(c)),
  post(movementPaths.launch(...one), 'signed-in', launch),
  post(movementPaths.begin(...one), 'signed-in', act(beginMovement)),
  post(movementPaths.close(...one), 'signed-in', act(closeMovement)),
  post(movementPaths.adoption(...one), 'signed-in', adopt),
  post(movementPaths.planReview(...one), 'signed-in', planOne),
  get(movementPaths.review(...one, ':review'), 'signed-in', (c) => showReview(c)),
  post(movementPaths.review(...one, ':review'), 'signed-in', hold),
]
