import { membersOn } from '#domains/blocs/queries.ts'
import { words as blocWords } from '#domains/blocs/words.ts'
import { namesOn } from '#domains/units/queries.ts'
import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import { dayOf } from '#platform/clock.ts'
import { demand } from '#platform/errors.ts'
import { emptyForm } from '#platform/form.ts'
import { idParam } from '#platform/param.ts'
import { actorOf, get, post, type Route, type WebContext } from '#platform/web.ts'
import { mayDecideObjection, mayObject, mayPlanCross } from '../cross/access.ts'
import { addObjection, addObjectionInput } from './add-objection.ts'
import { changeAssessor, changeAssessorInput } from './change-assessor.ts'
import { closeObjection, closeObjectionInput } from './close-objection.ts'
import { ChangePage, ObjectionPage, ObjectPage } from './pages/turn-acts.tsx'
import { crossPaths } from '../cross/paths.ts'
import { fieldsOfRound, objectionById } from '../cross/queries.ts'
import { crossCrumbs, crossHead, namesOfTurns, readTurn, type TurnAt } from '../cross/read-cross.ts'
import { words } from '../cross/words.ts'

const ruleWords = { cross: words, blocs: blocWords }

async function actOf(c: WebContext, place: TurnAt, form: ReturnedForm) {
  const names = await namesOfTurns(c, place)
  const { turn, round, at } = place
  return {
    crumbs: crossCrumbs(c, place),
    over: round.name,
    unit: names.get(turn.unit_id) ?? '',
    assessor: names.get(turn.assessor_unit_id) ?? '',
    form,
    back: crossPaths.overview(...at),
  }
}

async function readObjectable(c: WebContext): Promise<TurnAt> {
  const place = await readTurn(c)
  demand(mayObject(actorOf(c), place.year.id, place.turn))
  return place
}

async function showObject(c: WebContext, form: ReturnedForm = emptyForm) {
  const place = await readObjectable(c)
  const act = await actOf(c, place, form)
  const page = <ObjectPage {...act} action={crossPaths.object(...place.at, place.turn.id)} />
  return c.render(page, crossHead(place, words(c.var.locale).object))
}

async function object(c: WebContext) {
  const { at, turn } = await readObjectable(c)
  return answerForm(c, {
    schema: addObjectionInput.omit({ assignment: true }),
    run: async (input) => {
      const id = await addObjection(c.var.db, actorOf(c), { ...input, assignment: turn.id }, c.var.now)
      return crossPaths.objection(...at, id)
    },
    again: (form) => showObject(c, form),
    words: ruleWords,
  })
}

async function readPlanned(c: WebContext): Promise<TurnAt> {
  const place = await readTurn(c)
  demand(mayPlanCross(actorOf(c), place.year.id))
  return place
}

async function showChange(c: WebContext, form: ReturnedForm = emptyForm) {
  const place = await readPlanned(c)
  const { db, now } = c.var
  const { turn, year, round, at } = place
  const members = (await membersOn(db, year.id, dayOf(now))).map(({ unit }) => unit)
  const holders = (await fieldsOfRound(db, round.id)).map((one) => one.unit_id)
  const units = [...new Set([...members, ...holders])].filter((unit) => unit !== turn.unit_id)
  const names = await namesOn(db, units, year.ends_on)
  const options = units.map((unit) => ({ value: unit, label: names.get(unit)?.full_name ?? '' }))
  const act = await actOf(c, place, form)
  const page = <ChangePage {...act} turn={turn} units={options} action={crossPaths.change(...at, turn.id)} />
  return c.render(page, crossHead(place, words(c.var.locale).change))
}

async function change(c: WebContext) {
  const { at, turn } = await readPlanned(c)
  return answerForm(c, {
    schema: changeAssessorInput.omit({ assignment: true }),
    run: async (input) => {
      await changeAssessor(c.var.db, actorOf(c), { ...input, assignment: turn.id }, c.var.now)
      return crossPaths.overview(...at)
    },
    again: (form) => showChange(c, form),
    words: ruleWords,
  })
}

async function readObjection(c: WebContext) {
  const objection = await objectionById(c.var.db, idParam(c, 'objection'))
  const place = await readTurn(c, objection.assignment_id)
  const members = await membersOn(c.var.db, place.year.id, dayOf(c.var.now))
  const head = members.find(({ office }) => office === 'head')?.unit
  const parts = { ...objection, ...place.turn, blocYear: place.year.id, head }
  return { place, objection, mayDecide: objection.state === 'asked' && mayDecideObjection(actorOf(c), parts) }
}

async function showObjection(c: WebContext, form: ReturnedForm = emptyForm) {
  const { place, objection, mayDecide } = await readObjection(c)
  const act = await actOf(c, place, form)
  const action = crossPaths.decision(...place.at, objection.id)
  const page = <ObjectionPage {...act} objection={objection} mayDecide={mayDecide} action={action} />
  return c.render(page, crossHead(place, words(c.var.locale).objections))
}

async function decide(c: WebContext) {
  const { place, objection } = await readObjection(c)
  return answerForm(c, {
    schema: closeObjectionInput.omit({ objection: true }),
    run: async (input) => {
      await closeObjection(c.var.db, actorOf(c), { ...input, objection: objection.id }, c.var.now)
      return crossPaths.objection(...place.at, objection.id)
    },
    again: (form) => showObjection(c, form),
    words: ruleWords,
  })
}

const at = [':bloc', ':year', ':round'] as const
const ofTurn = [...at, ':turn'] as const
const ofObjection = [...at, ':objection'] as const

/** Who assesses is changed by those who lead, or on an objection. */
export const actRoutes: Route[] = [
  get(crossPaths.change(...ofTurn), 'signed-in', (c) => showChange(c)),
  post(crossPaths.change(...ofTurn), 'signed-in', change),
  get(crossPaths.object(...ofTurn), 'signed-in', (c) => showObject(c)),
  post(crossPaths.object(...ofTurn), 'signed-in', object),
  get(crossPaths.objection(...ofObjection), 'signed-in', (c) => showObjection(c)),
  post(crossPaths.decision(...ofObjection), 'signed-in', decide),
]
