import type { z } from 'zod'
import { historyOf } from '#capabilities/audit/history.ts'
import { tellHistory } from '#capabilities/audit/tell-history.ts'
import { membersOn } from '#domains/blocs/queries.ts'
import { words as blocWords } from '#domains/blocs/words.ts'
import { evidenceOf } from '#domains/evidence/queries.ts'
import { subjectName } from '#domains/evidence/subject.ts'
import type { Actor } from '#platform/actor.ts'
import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import { demand } from '#platform/errors.ts'
import { emptyForm } from '#platform/form.ts'
import { idParam } from '#platform/param.ts'
import { get, post, type Route, type WebContext } from '#platform/web.ts'
import { draftsForUnit, keepsSupervision } from '../access.ts'
import { consultationsOf } from '../drafts/queries.ts'
import { supervisionPaths } from '../paths.ts'
import { placeHead, readPlace, yearPattern, type PlaceOfYear } from '../read-place.ts'
import { addRecommendation, addRecommendationInput } from './add-recommendation.ts'
import { cancelSupervision, cancelSupervisionInput } from './cancel-supervision.ts'
import { correctSupervision, correctSupervisionInput } from './correct-supervision.ts'
import { finishSupervision, finishSupervisionInput } from './finish-supervision.ts'
import { holdSupervision, holdSupervisionInput } from './hold-supervision.ts'
import { SupervisionFilePage } from './pages/file-page.tsx'
import type { FilePageProps } from './pages/folded.tsx'
import { SupervisionListPage } from './pages/list-page.tsx'
import { SupervisionPlanPage } from './pages/plan-page.tsx'
import { planSupervision, planSupervisionInput } from './plan-supervision.ts'
import { recommendationsOf, supervisionOf, supervisionsOf, type SupervisionRow } from './queries.ts'
import { recordAnswer, recordAnswerInput } from './record-answer.ts'
import { supervisionCan, type SupervisionVerb } from './supervision.ts'
import { words } from './words.ts'

const ruleWords = { supervision: words, blocs: blocWords }
const help = 'giam-sat-phan-bien'
const which = { blocYear: true, supervision: true } as const

/** The members that the reader may let lead: all for the head's people, else the own unit. */
async function leadingOf(c: WebContext, { year, actor }: PlaceOfYear) {
  const members = await membersOn(c.var.db, year.id, dayOf(c.var.now))
  return members.filter(({ unit }) => keepsSupervision(actor, { bloc_year_id: year.id, lead_unit_id: unit }))
}

async function showList(c: WebContext) {
  const place = await readPlace(c)
  const { year, at, isOpen } = place
  const files = await supervisionsOf(c.var.db, year.id)
  const mayPlan = isOpen && (await leadingOf(c, place)).length > 0
  const page = <SupervisionListPage {...{ year, at, files, mayPlan }} />
  return c.render(page, placeHead(year, words(c.var.locale).title, help))
}

async function showPlan(c: WebContext, form: ReturnedForm = emptyForm, file?: SupervisionRow) {
  const place = await readPlace(c)
  const { year, at } = place
  const leading = await leadingOf(c, place)
  demand(leading.length > 0)
  const drafts = (await consultationsOf(c.var.db, year.id)).filter(({ state }) => state !== 'withdrawn')
  const page = <SupervisionPlanPage {...{ year, at, file, leading, drafts, form }} />
  return c.render(page, placeHead(year, words(c.var.locale).planTitle, help))
}

async function plan(c: WebContext) {
  const place = await readPlace(c)
  demand((await leadingOf(c, place)).length > 0)
  return answerForm(c, {
    schema: planSupervisionInput.omit({ blocYear: true }),
    run: async (input) => {
      const id = await planSupervision(c.var.db, place.actor, { ...input, blocYear: place.year.id }, c.var.now)
      return supervisionPaths.one(...place.at, id)
    },
    again: (form) => showPlan(c, form),
    words: ruleWords,
  })
}

/** The file of the address, and what its reader may do with it now. */
async function fileAt(c: WebContext) {
  const place = await readPlace(c)
  const file = await supervisionOf(c.var.db, place.year.id, idParam(c, 'supervision'))
  const keeps = place.isOpen && keepsSupervision(place.actor, file)
  const can = (verb: SupervisionVerb) => keeps && supervisionCan(verb, file)
  const ids = { blocYear: place.year.id, supervision: file.id }
  return { ...place, file, keeps, can, ids, here: supervisionPaths.one(...place.at, file.id) }
}

async function showFile(c: WebContext, failed?: FilePageProps['failed']) {
  const { db, now, locale } = c.var
  const { year, at, actor, file, can, isOpen } = await fileAt(c)
  const subject = { kind: 'supervision', id: file.id }
  const props = {
    year,
    at,
    file,
    recommendations: await recommendationsOf(db, file.id),
    today: dayOf(now),
    cited: (await evidenceOf(db, [subject])).get(subjectName(subject)) ?? [],
    mayCite: isOpen && file.state !== 'cancelled' && draftsForUnit(actor, year.id, file.lead_unit_id),
    may: {
      correct: can('correct'),
      hold: can('hold'),
      conclude: can('conclude'),
      cancel: can('cancel'),
      recommend: can('recommend'),
    },
    history: tellHistory(await historyOf(db, file.id), words(locale).deeds),
    failed,
  }
  return c.render(<SupervisionFilePage {...props} />, placeHead(year, file.title, help))
}

async function showCorrect(c: WebContext, form: ReturnedForm = emptyForm) {
  const { file, keeps } = await fileAt(c)
  demand(keeps)
  return showPlan(c, form, file)
}

async function correct(c: WebContext) {
  const { actor, ids, here, keeps } = await fileAt(c)
  demand(keeps)
  return answerForm(c, {
    schema: correctSupervisionInput.omit(which),
    run: async (input) => {
      await correctSupervision(c.var.db, actor, { ...input, ...ids }, c.var.now)
      return here
    },
    again: (form) => showCorrect(c, form),
    words: ruleWords,
  })
}

interface Act<Schema extends z.ZodType> {
  key: string
  schema: Schema
  run: (db: Db, actor: Actor, input: z.output<Schema> & FileIds, now: Date) => Promise<unknown>
}
interface FileIds {
  blocYear: string
  supervision: string
}

/** The small forms of a file all go the same way. */
const act =
  <Schema extends z.ZodType>({ key, schema, run }: Act<Schema>) =>
  async (c: WebContext) => {
    const { actor, ids, here, keeps } = await fileAt(c)
    demand(keeps)
    return answerForm(c, {
      schema,
      run: async (input) => {
        await run(c.var.db, actor, Object.assign({}, input, ids), c.var.now)
        return here
      },
      again: (form) => showFile(c, { key, form }),
      words: ruleWords,
    })
  }

async function answer(c: WebContext) {
  const recommendation = idParam(c, 'recommendation')
  const schema = recordAnswerInput.omit({ ...which, recommendation: true })
  const { file } = await fileAt(c)
  const known = await recommendationsOf(c.var.db, file.id)
  demand(known.some(({ id }) => id === recommendation))
  return act({
    key: recommendation,
    schema,
    run: (db, actor, input, now) => recordAnswer(db, actor, { ...input, recommendation }, now),
  })(c)
}

const one = [...yearPattern, ':supervision'] as const

export const supervisionRoutes: Route[] = [
  get(supervisionPaths.list(...yearPattern), 'signed-in', showList),
  get(supervisionPaths.plan(...yearPattern), 'signed-in', (c) => showPlan(c)),
  post(supervisionPaths.plan(...yearPattern), 'signed-in', plan),
  get(supervisionPaths.one(...one), 'signed-in', (c) => showFile(c)),
  get(supervisionPaths.correct(...one), 'signed-in', (c) => showCorrect(c)),
  post(supervisionPaths.correct(...one), 'signed-in', correct),
  post(
    supervisionPaths.held(...one),
    'signed-in',
    act({ key: 'held', schema: holdSupervisionInput.omit(which), run: holdSupervision }),
  ),
  post(
    supervisionPaths.conclusion(...one),
    'signed-in',
    act({ key: 'conclusion', schema: finishSupervisionInput.omit(which), run: finishSupervision }),
  ),
  post(
    supervisionPaths.cancellation(...one),
    'signed-in',
    act({ key: 'cancellation', schema: cancelSupervisionInput.omit(which), run: cancelSupervision }),
  ),
  post(
    supervisionPaths.recommendations(...one),
    'signed-in',
    act({ key: 'recommendation', schema: addRecommendationInput.omit(which), run: addRecommendation }),
  ),
  post(supervisionPaths.answer(':recommendation', ...one), 'signed-in', answer),
]
