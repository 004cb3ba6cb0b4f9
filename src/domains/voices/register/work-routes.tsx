import { z } from 'zod'
import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import type { Actor } from '#platform/actor.ts'
import { demand } from '#platform/errors.ts'
import { param } from '#platform/param.ts'
import { post, type Route, type WebContext } from '#platform/web.ts'
import { words as blocWords } from '#domains/blocs/words.ts'
import { draftsAnswer, keepsOpinion, mayAcceptOpinion, readiesAnswer, receivesOpinion } from '../access.ts'
import { publishAnswer, publishAnswerInput } from '../answers/publish-answer.ts'
import { writeAnswer, writeAnswerInput } from '../answers/write-answer.ts'
import type { Opinion } from '../opinion.ts'
import { voicePaths } from '../paths.ts'
import type { VoicesYear } from '../read-voices-year.ts'
import { words } from '../words.ts'
import { acceptOpinion } from './accept-opinion.ts'
import { codingInput } from './coding.ts'
import { keepCoding } from './keep-coding.ts'
import { markPicture, markPictureInput } from './mark-picture.ts'
import { mergeOpinion } from './merge-opinion.ts'
import { routingOf, type Routing } from './queries.ts'
import { refuseOpinion, refuseOpinionInput } from './refuse-opinion.ts'
import { routeOpinion, routeOpinionInput } from './route-opinion.ts'
import { undoMerge } from './undo-merge.ts'
import { writeMessage, writeMessageInput } from './write-message.ts'

export interface WorkAt {
  place: VoicesYear
  opinion: Opinion
}

type Show = (c: WebContext, form?: ReturnedForm) => Response | Promise<Response>

/** The pages on which what was refused is shown again. */
interface WorkPages {
  opinionAt: (c: WebContext) => Promise<WorkAt>
  show: Show
  showAcceptance: Show
  showCoding: Show
  showRefusal: Show
  showRouting: Show
  showMerging: Show
  showDraft: Show
}

const ruleWords = { voices: words, blocs: blocWords }

interface Work<Schema extends z.ZodType> {
  /** Asked before what was sent is read. */
  may: (actor: Actor, opinion: Opinion, routing: Routing | undefined) => boolean
  schema: Schema
  run: (c: WebContext, work: WorkAt, input: z.output<Schema>) => Promise<void>
  again: Show
}

const work =
  <Schema extends z.ZodType>(opinionAt: WorkPages['opinionAt'], { may, schema, run, again }: Work<Schema>) =>
  async (c: WebContext) => {
    const at = await opinionAt(c)
    const { place, opinion } = at
    demand(place.isOpen && may(place.actor, opinion, await routingOf(c.var.db, opinion.id)))
    return answerForm(c, {
      schema,
      run: async (input) => {
        await run(c, at, input)
        return voicePaths.one(opinion.id, ...place.at)
      },
      again: (form) => again(c, form),
      words: ruleWords,
    })
  }

const drafts = (actor: Actor, _opinion: Opinion, routing: Routing | undefined) =>
  routing !== undefined && draftsAnswer(actor, routing.unit_id)

const readies = (actor: Actor, opinion: Opinion, routing: Routing | undefined) =>
  routing !== undefined && readiesAnswer(actor, opinion, routing.unit_id)

const one = [':opinion{[0-9a-f-]{36}}', ':bloc', ':year'] as const
const picture = [':opinion{[0-9a-f-]{36}}', ':number{[1-9]}', ':bloc', ':year'] as const

const mergingInput = z.object({ lead: z.uuid().optional(), part: z.literal('yes').optional() })

/** Taking, refusing, coding, passing on and merging. */
function keepingRoutes(pages: WorkPages): Route[] {
  const coding = codingInput.omit({ id: true })
  const of = <Schema extends z.ZodType>(given: Work<Schema>) => work(pages.opinionAt, given)
  return [
    post(
      voicePaths.acceptance(...one),
      'signed-in',
      of({
        may: mayAcceptOpinion,
        schema: coding,
        run: ({ var: { db, now } }, { place, opinion: { id } }, input) =>
          acceptOpinion(db, place.actor, { ...input, id }, now),
        again: pages.showAcceptance,
      }),
    ),
    post(
      voicePaths.refusal(...one),
      'signed-in',
      of({
        may: mayAcceptOpinion,
        schema: refuseOpinionInput.omit({ id: true }),
        run: ({ var: { db, now } }, { place, opinion: { id } }, input) =>
          refuseOpinion(db, place.actor, { ...input, id }, now),
        again: pages.showRefusal,
      }),
    ),
    post(
      voicePaths.coding(...one),
      'signed-in',
      of({
        may: keepsOpinion,
        schema: coding,
        run: ({ var: { db, now } }, { place, opinion: { id } }, input) =>
          keepCoding(db, place.actor, { ...input, id }, now),
        again: pages.showCoding,
      }),
    ),
    post(
      voicePaths.routing(...one),
      'signed-in',
      of({
        may: keepsOpinion,
        schema: routeOpinionInput.omit({ id: true }),
        run: ({ var: { db, now } }, { place, opinion: { id } }, input) =>
          routeOpinion(db, place.actor, { ...input, id }, now),
        again: pages.showRouting,
      }),
    ),
    post(
      voicePaths.merging(...one),
      'signed-in',
      of({
        may: keepsOpinion,
        schema: mergingInput,
        run: ({ var: { db, now } }, { place: { actor }, opinion: { id } }, { part, lead = id }) =>
          part === 'yes' ? undoMerge(db, actor, { id }, now) : mergeOpinion(db, actor, { id, lead }, now),
        again: pages.showMerging,
      }),
    ),
  ]
}

/** Drafting and publishing an answer, and letters with the sender. */
function answeringRoutes(pages: WorkPages): Route[] {
  const of = <Schema extends z.ZodType>(given: Work<Schema>) => work(pages.opinionAt, given)
  return [
    post(
      voicePaths.draft(...one),
      'signed-in',
      of({
        may: drafts,
        schema: writeAnswerInput.omit({ id: true }),
        run: ({ var: { db, now } }, { place, opinion: { id } }, input) =>
          writeAnswer(db, place.actor, { ...input, id }, now),
        again: pages.showDraft,
      }),
    ),
    post(
      voicePaths.publication(...one),
      'signed-in',
      of({
        may: readies,
        schema: publishAnswerInput.omit({ id: true }),
        run: ({ var: { db, now } }, { place, opinion: { id } }, input) =>
          publishAnswer(db, place.actor, { ...input, id }, now),
        again: pages.show,
      }),
    ),
    post(
      voicePaths.message(...one),
      'signed-in',
      of({
        may: receivesOpinion,
        schema: writeMessageInput.omit({ id: true }),
        run: ({ var: { db, now } }, { place, opinion: { id } }, input) =>
          writeMessage(db, place.actor, { ...input, id }, now),
        again: pages.show,
      }),
    ),
    post(
      voicePaths.showing(...picture),
      'signed-in',
      of({
        may: receivesOpinion,
        schema: markPictureInput.omit({ id: true, number: true }),
        run: (c, { place, opinion: { id } }, { shown }) =>
          markPicture(c.var.db, place.actor, { id, number: Number(param(c, 'number')), shown }, c.var.now),
        again: pages.show,
      }),
    ),
  ]
}

export const workRoutes = (pages: WorkPages): Route[] => [...keepingRoutes(pages), ...answeringRoutes(pages)]
