import { z } from 'zod'
import { words as blocWords } from '#domains/blocs/words.ts'
import { legalRules } from '#domains/law/rules/queries.ts'
import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import { dayOf } from '#platform/clock.ts'
import { demand } from '#platform/errors.ts'
import { emptyForm } from '#platform/form.ts'
import { get, post, type Route, type WebContext } from '#platform/web.ts'
import { movementHead, readMovementYear } from '../read-movement-year.ts'
import { tickedIds } from '../ticks.ts'
import { carryMovements, carryMovementsInput } from '../carry-over/carry-movements.ts'
import { hintsOfYear } from './pages/hints.ts'
import { openMovement, openMovementInput } from './open-movement.ts'
import { CardPage } from './pages/card-page.tsx'
import { RegisterPage } from './pages/register-page.tsx'
import { movementPaths } from './paths.ts'
import { movementsOfYear, movementsToCarry, reviewsOfYear } from './queries.ts'
import { words } from './words.ts'

const ruleWords = { movements: words, blocs: blocWords }
const help = 'phong-trao'

async function showRegister(c: WebContext, form: ReturnedForm = emptyForm) {
  const { db, now, locale } = c.var
  const { year, at, ownUnit, isOpen, mayKeep } = await readMovementYear(c)
  const movements = await movementsOfYear(db, year.id)
  const props = {
    year,
    at,
    today: dayOf(now),
    movements,
    reviews: await reviewsOfYear(db, year.id),
    toCarry: mayKeep ? await movementsToCarry(db, year) : [],
    hints: hintsOfYear(await legalRules(db), year),
    may: { keep: mayKeep, open: mayKeep || (isOpen && ownUnit !== undefined) },
    form,
  }
  return c.render(<RegisterPage {...props} />, movementHead(year, words(locale).title, help))
}

async function carry(c: WebContext) {
  const { year, at, actor } = await readMovementYear(c)
  const chosen = z.looseObject({}).transform((typed) => ({ movements: tickedIds(typed, 'm_') }))
  return answerForm(c, {
    schema: chosen.pipe(carryMovementsInput.omit({ blocYear: true })),
    run: async (input) => {
      await carryMovements(c.var.db, actor, { ...input, blocYear: year.id }, c.var.now)
      return movementPaths.list(...at)
    },
    again: (form) => showRegister(c, form),
    words: ruleWords,
  })
}

/** Who does not keep the register may enter a movement of the own unit. */
async function showOpen(c: WebContext, form: ReturnedForm = emptyForm) {
  const { year, at, members, ownUnit, isOpen, mayKeep } = await readMovementYear(c)
  demand(mayKeep || (isOpen && ownUnit !== undefined))
  const parents = await movementsOfYear(c.var.db, year.id)
  const props = { year, at, movement: undefined, parents, members, onlyUnit: mayKeep ? undefined : ownUnit, form }
  return c.render(<CardPage {...props} />, movementHead(year, words(c.var.locale).openTitle, help))
}

async function open(c: WebContext) {
  const { year, at, actor } = await readMovementYear(c)
  return answerForm(c, {
    schema: openMovementInput.omit({ blocYear: true }),
    run: async (input) => {
      const id = await openMovement(c.var.db, actor, { ...input, blocYear: year.id }, c.var.now)
      return movementPaths.one(...at, id)
    },
    again: (form) => showOpen(c, form),
    words: ruleWords,
  })
}

const at = [':bloc', ':year{[0-9]{4}(?:-[0-9]{4})?}'] as const

/** The register as a whole: what stands in it, what is carried over, what is added. */
export const registerListRoutes: Route[] = [
  get(movementPaths.list(...at), 'signed-in', (c) => showRegister(c)),
  post(movementPaths.carry(...at), 'signed-in', carry),
  get(movementPaths.open(...at), 'signed-in', (c) => showOpen(c)),
  post(movementPaths.open(...at), 'signed-in', open),
]
