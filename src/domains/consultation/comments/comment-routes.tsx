import { z } from 'zod'
import { historyOf } from '#capabilities/audit/history.ts'
import { tellHistory } from '#capabilities/audit/tell-history.ts'
import { words as blocWords } from '#domains/blocs/words.ts'
import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import { dayOf } from '#platform/clock.ts'
import { demand } from '#platform/errors.ts'
import { emptyForm } from '#platform/form.ts'
import { idParam } from '#platform/param.ts'
import { get, post, type Route, type WebContext } from '#platform/web.ts'
import { draftsForUnit, keepsConsultations, sendsForUnit } from '../access.ts'
import { consultationCan, takesComments } from '../drafts/consultation.ts'
import { invitedMembers, invitedUnits, provisionsOf, type InvitedUnit } from '../drafts/queries.ts'
import type { Failed } from '../pages/comment-form.tsx'
import { consultationPaths, provisionId } from '../paths.ts'
import { consultationPattern, placeHead, readConsultation, type PlaceOfConsultation } from '../read-place.ts'
import { words } from '../words.ts'
import { checkPublicComment, checkPublicCommentInput } from './check-public-comment.ts'
import { correctComment, correctCommentInput } from './correct-comment.ts'
import { CheckingPage } from './pages/checking-page.tsx'
import { CommentsPage } from './pages/comments-page.tsx'
import { commentOf, draftsOfUnits, publicComments, sentComments } from './queries.ts'
import { removeComment } from './remove-comment.ts'
import { sendComments, sendCommentsInput } from './send-comments.ts'
import { writeComment, writeCommentInput } from './write-comment.ts'

const ruleWords = { consultation: words, policyComments: words, blocs: blocWords }
const help = 'gop-y-chinh-sach'
const which = { blocYear: true, consultation: true } as const

/** In whose name the reader may speak now. */
async function voicesOf(c: WebContext, place: PlaceOfConsultation, asked: readonly InvitedUnit[]) {
  const { db, now } = c.var
  const { actor, year, consultation, isOpen } = place
  if (!isOpen || !takesComments(consultation, dayOf(now))) return undefined
  const units = asked.filter(({ unit }) => draftsForUnit(actor, year.id, unit))
  const asMyself = (await invitedMembers(db, consultation.id)).some(({ account }) => account === actor.account)
  if (units.length === 0 && !asMyself) return undefined
  return { isPublic: false as const, units: units.map(({ unit, name }) => ({ value: unit, label: name })), asMyself }
}

function mayOf({ actor, year, consultation, isOpen }: PlaceOfConsultation) {
  const keeps = isOpen && keepsConsultations(actor, year.id)
  return {
    close: keeps && consultationCan('close', consultation),
    withdraw: keeps && consultationCan('withdraw', consultation),
    check: keeps && consultation.is_public && consultationCan('check', consultation),
  }
}

/** A draft that was opened, with all that the reader may see and say of it. */
export async function showComments(
  c: WebContext,
  { failed, form = emptyForm }: { failed?: Failed; form?: ReturnedForm } = {},
): Promise<Response> {
  const place = await readConsultation(c)
  const { db, locale } = c.var
  const { year, at, actor, consultation } = place
  const asked = await invitedUnits(db, consultation.id)
  const voices = await voicesOf(c, place, asked)
  const units = voices?.units.map(({ value }) => value) ?? []
  const props = {
    year,
    at,
    consultation,
    provisions: await provisionsOf(db, consultation.id),
    sent: await sentComments(db, consultation.id),
    drafts: await draftsOfUnits(db, consultation.id, units),
    asked,
    voices,
    sends: units.filter((unit) => sendsForUnit(actor, year.id, unit)),
    may: mayOf(place),
    history: tellHistory(await historyOf(db, consultation.id), words(locale).deeds),
    failed,
    form,
  }
  return c.render(<CommentsPage {...props} />, placeHead(year, consultation.title, help))
}

/** Back to the provision that was commented on. */
async function placeOn(c: WebContext, consultation: string, provision: string | null | undefined) {
  const all = await provisionsOf(c.var.db, consultation)
  const found = all.find(({ id }) => id === provision)
  return found === undefined ? '#chung' : `#${provisionId(found.position)}`
}

async function write(c: WebContext) {
  const { actor, here, ids } = await readConsultation(c)
  return answerForm(c, {
    schema: writeCommentInput.omit(which),
    run: async (input) => {
      await writeComment(c.var.db, actor, { ...input, ...ids }, c.var.now)
      return consultationPaths.one(...here) + (await placeOn(c, ids.consultation, input.provision))
    },
    again: (form) => showComments(c, { failed: { key: form.typed['provision'] || 'general', form } }),
    words: ruleWords,
  })
}

/** The comment of the address, which only its unit may touch. */
async function ownComment(c: WebContext) {
  const place = await readConsultation(c)
  const comment = await commentOf(c.var.db, place.consultation.id, idParam(c, 'comment'))
  demand(comment.unit_id !== null && draftsForUnit(place.actor, place.year.id, comment.unit_id))
  return { ...place, comment, ids: { ...place.ids, comment: comment.id } }
}

async function correct(c: WebContext) {
  const { actor, here, ids, comment } = await ownComment(c)
  return answerForm(c, {
    schema: correctCommentInput.omit({ ...which, comment: true }),
    run: async (input) => {
      await correctComment(c.var.db, actor, { ...input, ...ids }, c.var.now)
      return consultationPaths.one(...here) + (await placeOn(c, ids.consultation, comment.provision_id))
    },
    again: (form) => showComments(c, { failed: { key: comment.id, form } }),
    words: ruleWords,
  })
}

async function remove(c: WebContext) {
  const { actor, here, ids, comment } = await ownComment(c)
  return answerForm(c, {
    schema: z.object({}),
    run: async () => {
      await removeComment(c.var.db, actor, ids, c.var.now)
      return consultationPaths.one(...here) + (await placeOn(c, ids.consultation, comment.provision_id))
    },
    again: (form) => showComments(c, { form }),
    words: ruleWords,
  })
}

async function send(c: WebContext) {
  const { actor, here, ids } = await readConsultation(c)
  return answerForm(c, {
    schema: sendCommentsInput.omit(which),
    run: async (input) => {
      await sendComments(c.var.db, actor, { ...input, ...ids }, c.var.now)
      return consultationPaths.one(...here)
    },
    again: (form) => showComments(c, { form }),
    words: ruleWords,
  })
}

async function showChecking(c: WebContext, failed?: Failed) {
  const { year, at, actor, consultation, isOpen } = await readConsultation(c)
  demand(keepsConsultations(actor, year.id))
  const props = {
    year,
    at,
    consultation,
    provisions: await provisionsOf(c.var.db, consultation.id),
    comments: await publicComments(c.var.db, consultation.id),
    mayCheck: isOpen && consultationCan('check', consultation),
    failed,
  }
  return c.render(<CheckingPage {...props} />, placeHead(year, words(c.var.locale).checking, help))
}

async function check(c: WebContext) {
  const { actor, year, here, ids } = await readConsultation(c)
  demand(keepsConsultations(actor, year.id))
  const comment = idParam(c, 'comment')
  await commentOf(c.var.db, ids.consultation, comment)
  return answerForm(c, {
    schema: checkPublicCommentInput.omit({ ...which, comment: true }),
    run: async (input) => {
      await checkPublicComment(c.var.db, actor, { ...input, ...ids, comment }, c.var.now)
      return consultationPaths.checking(...here)
    },
    again: (form) => showChecking(c, { key: comment, form }),
    words: ruleWords,
  })
}

const one = consultationPattern

export const commentRoutes: Route[] = [
  post(consultationPaths.comments(...one), 'signed-in', write),
  post(consultationPaths.comment(':comment', ...one), 'signed-in', correct),
  post(consultationPaths.commentRemoval(':comment', ...one), 'signed-in', remove),
  post(consultationPaths.sending(...one), 'signed-in', send),
  get(consultationPaths.checking(...one), 'signed-in', (c) => showChecking(c)),
  post(consultationPaths.checked(':comment', ...one), 'signed-in', check),
]
