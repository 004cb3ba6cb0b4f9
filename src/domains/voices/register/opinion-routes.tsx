import { historyOf } from '#capabilities/audit/history.ts'
import { tellHistory } from '#capabilities/audit/tell-history.ts'
import { findPersonalData } from '#domains/evidence/copies/personal-data.ts'
import type { ReturnedForm } from '#platform/answer-form.ts'
import { dayOf, isPast } from '#platform/clock.ts'
import { demand, NotFound } from '#platform/errors.ts'
import { emptyForm } from '#platform/form.ts'
import { idParam, param } from '#platform/param.ts'
import { get, type Route, type WebContext } from '#platform/web.ts'
import {
  draftsAnswer,
  keepsOpinion,
  mayAcceptOpinion,
  mayPublishAnswer,
  readsOpinion,
  receivesOpinion,
  seesSender,
} from '../access.ts'
import { answersOf, writersOf } from '../answers/queries.ts'
import { opinionCan, type Opinion, type OpinionVerb } from '../opinion.ts'
import { voicePaths } from '../paths.ts'
import { legalFields, opinionById, peopleGroups, topicsOfBloc } from '../queries.ts'
import { readVoicesYear, voicesHead, type VoicesYear } from '../read-voices-year.ts'
import { messagesOf, verdictsOf } from '../sending/queries.ts'
import { words } from '../words.ts'
import { coverWords } from './coding.ts'
import { OpinionPage, type OpinionMay } from './pages/opinion-page.tsx'
import { headlineOf } from './pages/state-word.tsx'
import { AnswerDraftPage, CodingPage, MergePage, RefusePage, RoutePage } from './pages/work-pages.tsx'
import { answerDue, likesOf, opinionsLike, pictureBytes, picturesOf, routingOf, senderOf } from './queries.ts'
import { workRoutes, type WorkAt } from './work-routes.tsx'

async function opinionAt(c: WebContext): Promise<WorkAt> {
  const place = await readVoicesYear(c)
  const opinion = await opinionById(c.var.db, idParam(c, 'opinion'))
  if (opinion.bloc_year_id !== place.year.id || !readsOpinion(place.actor, opinion)) throw new NotFound()
  return { place, opinion }
}

type Can = (verb: OpinionVerb) => boolean

const keepingOf = (can: Can, { place: { actor, isOpen }, opinion }: WorkAt) => {
  const keeps = isOpen && keepsOpinion(actor, opinion)
  const accepts = mayAcceptOpinion(actor, opinion)
  return {
    accept: can('accept') && accepts,
    refuse: can('refuse') && accepts,
    code: can('edit') && keeps,
    route: can('route') && keeps,
    merge: can('merge') && keeps,
    part: opinion.state === 'merged' && keeps,
  }
}

async function answeringOf(c: WebContext, can: Can, { place: { actor }, opinion }: WorkAt) {
  const { db } = c.var
  const routing = await routingOf(db, opinion.id)
  if (routing === undefined || !can('answer')) return { draft: false, publish: false }
  const drafts = draftsAnswer(actor, routing.unit_id)
  const draft = (await answersOf(db, opinion.id)).find(({ state }) => state === 'draft')
  if (draft === undefined) return { draft: drafts, publish: false }
  const writers = await writersOf(db, opinion.id)
  const wrote = writers.includes(actor.account) ? actor.account : draft.written_by
  return { draft: drafts, publish: mayPublishAnswer(actor, opinion, { wrote, unit: draft.unit_id }) }
}

async function mayOf(c: WebContext, work: WorkAt): Promise<OpinionMay> {
  const { place, opinion } = work
  const can: Can = (verb) => place.isOpen && opinionCan(verb, opinion)
  const receive = receivesOpinion(place.actor, opinion)
  return {
    ...keepingOf(can, work),
    ...(await answeringOf(c, can, work)),
    write: can('write') && opinion.code_sha256 !== null && receive,
    receive,
    markPictures: place.isOpen && receive,
  }
}

async function codesOf(c: WebContext, { year }: VoicesYear, opinion: Opinion) {
  const { db } = c.var
  const topics = await topicsOfBloc(db, year.bloc.id, true)
  const named = (choices: readonly { code: string; name: string }[], code: string | null) =>
    choices.find((choice) => choice.code === code)?.name
  return {
    topic: topics.find(({ id }) => id === opinion.topic_id)?.name,
    group: named(await peopleGroups(db), opinion.group_code),
    field: named(await legalFields(db), opinion.field_code),
  }
}

async function show(c: WebContext, form: ReturnedForm = emptyForm) {
  const work = await opinionAt(c)
  const { place, opinion } = work
  const { db, locale, now } = c.var
  const t = words(locale)
  const routing = await routingOf(db, opinion.id)
  const may = await mayOf(c, work)
  const lead = opinion.led_by === null ? undefined : await opinionById(db, opinion.led_by)
  const props = {
    place,
    opinion,
    ...(await codesOf(c, place, opinion)),
    routing,
    isLate: opinion.state === 'routed' && routing !== undefined && isPast(routing.due_on, dayOf(now)),
    sender: seesSender(place.actor, opinion, routing?.unit_id) ? await senderOf(db, opinion.id) : undefined,
    pictures: (await picturesOf(db, opinion.id)).filter(({ is_shown }) => is_shown || may.receive),
    lead,
    likes: await likesOf(db, opinion.id),
    answers: await answersOf(db, opinion.id),
    messages: may.receive ? await messagesOf(db, opinion.id) : [],
    verdicts: await verdictsOf(db, opinion.id),
    history: tellHistory(await historyOf(db, opinion.id), t.deeds),
    may,
    form,
  }
  return c.render(<OpinionPage {...props} />, voicesHead(place.year, headlineOf(opinion, t)))
}

const options = (choices: readonly { code: string; name: string }[]) =>
  choices.map(({ code, name }) => ({ value: code, label: name }))

async function showCoding(c: WebContext, isNew: boolean, form: ReturnedForm = emptyForm) {
  const { place, opinion } = await opinionAt(c)
  demand(isNew ? mayAcceptOpinion(place.actor, opinion) : keepsOpinion(place.actor, opinion))
  const { db, locale } = c.var
  const topics = await topicsOfBloc(db, place.year.bloc.id)
  const props = {
    place,
    opinion,
    form,
    isNew,
    shownText: opinion.shown_text || coverWords(opinion.text, findPersonalData(opinion.text)),
    topics: topics.map(({ id, name }) => ({ value: id, label: name })),
    groups: options(await peopleGroups(db)),
    fields: options(await legalFields(db)),
  }
  const t = words(locale)
  return c.render(<CodingPage {...props} />, voicesHead(place.year, isNew ? t.accept : t.code))
}

async function showRefusal(c: WebContext, form: ReturnedForm = emptyForm) {
  const { place, opinion } = await opinionAt(c)
  demand(mayAcceptOpinion(place.actor, opinion))
  return c.render(<RefusePage {...{ place, opinion, form }} />, voicesHead(place.year, words(c.var.locale).refuse))
}

async function showRouting(c: WebContext, form: ReturnedForm = emptyForm) {
  const { place, opinion } = await opinionAt(c)
  demand(keepsOpinion(place.actor, opinion))
  const due = await answerDue(c.var.db, place.year.bloc.id, opinion.concern, dayOf(c.var.now))
  return c.render(<RoutePage {...{ place, opinion, form, due }} />, voicesHead(place.year, words(c.var.locale).route))
}

async function showMerging(c: WebContext, form: ReturnedForm = emptyForm) {
  const { place, opinion } = await opinionAt(c)
  demand(keepsOpinion(place.actor, opinion))
  const like = await opinionsLike(c.var.db, { ...opinion, text: `${opinion.title} ${opinion.shown_text}` })
  const head = voicesHead(place.year, words(c.var.locale).merge)
  return c.render(<MergePage {...{ place, opinion, form, like }} />, head)
}

async function showDraft(c: WebContext, form: ReturnedForm = emptyForm) {
  const { place, opinion } = await opinionAt(c)
  const routing = await routingOf(c.var.db, opinion.id)
  demand(routing !== undefined && draftsAnswer(place.actor, routing.unit_id))
  const draft = (await answersOf(c.var.db, opinion.id)).find(({ state }) => state === 'draft')?.text
  const head = voicesHead(place.year, words(c.var.locale).answer)
  return c.render(<AnswerDraftPage {...{ place, opinion, form, draft }} />, head)
}

async function sendPicture(c: WebContext) {
  const { place, opinion } = await opinionAt(c)
  const picture = await pictureBytes(c.var.db, opinion.id, Number(param(c, 'number')))
  if (picture === undefined || !(picture.is_shown || receivesOpinion(place.actor, opinion))) throw new NotFound()
  return c.body(new Uint8Array(picture.bytes), 200, {
    'content-type': picture.media_type,
    'cache-control': 'private, no-store',
  })
}

const showAcceptance = (c: WebContext, form?: ReturnedForm) => showCoding(c, true, form)
const showRecoding = (c: WebContext, form?: ReturnedForm) => showCoding(c, false, form)

const one = [':opinion{[0-9a-f-]{36}}', ':bloc', ':year'] as const
const picture = [':opinion{[0-9a-f-]{36}}', ':number{[1-9]}', ':bloc', ':year'] as const

export const opinionRoutes: Route[] = [
  get(voicePaths.one(...one), 'signed-in', (c) => show(c)),
  get(voicePaths.acceptance(...one), 'signed-in', (c) => showAcceptance(c)),
  get(voicePaths.coding(...one), 'signed-in', (c) => showRecoding(c)),
  get(voicePaths.refusal(...one), 'signed-in', (c) => showRefusal(c)),
  get(voicePaths.routing(...one), 'signed-in', (c) => showRouting(c)),
  get(voicePaths.merging(...one), 'signed-in', (c) => showMerging(c)),
  get(voicePaths.draft(...one), 'signed-in', (c) => showDraft(c)),
  get(voicePaths.picture(...picture), 'signed-in', sendPicture),
  ...workRoutes({
    opinionAt,
    show,
    showAcceptance,
    showCoding: showRecoding,
    showRefusal,
    showRouting,
    showMerging,
    showDraft,
  }),
]
