import {
  outcomeNote,
  publicComment,
  sampleDraft,
  sampleSupervision,
  unitComments,
} from '../../../db/seed/consultation.ts'
import { deputyUnit, headUnit } from '../../../db/seed/nam-dinh.ts'
import { checkPublicComment } from '#domains/consultation/comments/check-public-comment.ts'
import { givePublicComment } from '#domains/consultation/comments/give-public-comment.ts'
import { publicComments, sentComments } from '#domains/consultation/comments/queries.ts'
import { sendComments } from '#domains/consultation/comments/send-comments.ts'
import { writeComment } from '#domains/consultation/comments/write-comment.ts'
import { addConsultation } from '#domains/consultation/drafts/add-consultation.ts'
import { closeConsultation } from '#domains/consultation/drafts/close-consultation.ts'
import { openConsultation } from '#domains/consultation/drafts/open-consultation.ts'
import { consultationOf, provisionsOf, type ProvisionRow } from '#domains/consultation/drafts/queries.ts'
import { textOf } from '#domains/consultation/reading/provision.ts'
import { addRecommendation } from '#domains/consultation/supervision/add-recommendation.ts'
import { finishSupervision } from '#domains/consultation/supervision/finish-supervision.ts'
import { holdSupervision } from '#domains/consultation/supervision/hold-supervision.ts'
import { planSupervision } from '#domains/consultation/supervision/plan-supervision.ts'
import { recordAnswer } from '#domains/consultation/supervision/record-answer.ts'
import { decideComment } from '#domains/consultation/table/decide-comment.ts'
import { publishOutcome } from '#domains/consultation/table/publish-outcome.ts'
import { authority } from './sample-people.ts'
import { actorNamed } from './tell-people.ts'
import { at, keys, leader, unitOf, type Story } from './tell-year.ts'

interface Draft {
  ids: { blocYear: string; consultation: string }
  slug: string
  provisions: readonly ProvisionRow[]
}

const articleOf = ({ provisions }: Draft, number: string) =>
  provisions.find((provision) => provision.kind === 'article' && provision.number === number)

async function tellDraft(story: Story): Promise<Draft> {
  const { db, year } = story
  const head = leader(story, headUnit)
  const { text, ...said } = sampleDraft
  const added = await addConsultation(db, head, { ...said, blocYear: year.id, draft: { text } }, at('2023-08-01'))
  if (!added.ok) throw new Error(added.message.en)
  const ids = { blocYear: year.id, consultation: added.id }
  const units = keys.map((key) => unitOf(story, key))
  const asked = { ...ids, closesOn: '2023-08-31', units, people: [], isPublic: true }
  await openConsultation(db, head, asked, at('2023-08-02'))
  const { slug } = await consultationOf(db, year.id, added.id)
  return { ids, slug, provisions: await provisionsOf(db, added.id) }
}

async function tellComments(story: Story, draft: Draft) {
  const { db } = story
  for (const { unit: key, article, text, from, to } of unitComments) {
    const provision = articleOf(draft, article)
    const proposed = provision === undefined || from === '' ? '' : textOf(provision).replace(from, to)
    const unit = unitOf(story, key)
    const actor = leader(story, key)
    await writeComment(db, actor, { ...draft.ids, provision: provision?.id, unit, text, proposed }, at('2023-08-15'))
    await sendComments(db, actor, { ...draft.ids, unit, hasNone: false }, at('2023-08-16'))
  }
  const unit = unitOf(story, 'ccb')
  await sendComments(db, leader(story, 'ccb'), { ...draft.ids, unit, hasNone: true }, at('2023-08-17'))
  const { article, writer, place, text } = publicComment
  const provision = articleOf(draft, article)?.id
  await givePublicComment(db, { slug: draft.slug, provision, writer, place, text, proposed: '' }, at('2023-08-18'))
  const [written] = await publicComments(db, draft.ids.consultation)
  const shown = { ...draft.ids, comment: written?.id ?? '', verdict: 'show', reason: '' } as const
  await checkPublicComment(db, leader(story, headUnit), shown, at('2023-08-19'))
}

/** The head decides on what others said, the authority on what the head's own unit said, and the deputy publishes. */
async function tellOutcome(story: Story, { ids }: Draft) {
  const { db } = story
  const head = leader(story, headUnit)
  await closeConsultation(db, head, ids, at('2023-08-31'))
  const appraiser = await actorNamed(story, authority.login)
  for (const { id, unit_id } of await sentComments(db, ids.consultation)) {
    const told = unitComments.find(({ unit }) => unitOf(story, unit) === unit_id)
    const outcome = told?.outcome ?? 'accepted'
    const decision = { ...ids, comment: id, outcome, reason: told?.reason ?? publicComment.reason }
    const decider = unit_id === unitOf(story, headUnit) ? appraiser : head
    await decideComment(db, decider, decision, at('2023-09-12'))
  }
  await publishOutcome(db, leader(story, deputyUnit), { ...ids, note: outcomeNote }, at('2023-09-15'))
}

async function tellSupervision(story: Story) {
  const { db } = story
  const { unit, on, people, conclusion, recommendations, ...said } = sampleSupervision
  const actor = leader(story, unit)
  const blocYear = story.year.id
  const plan = { ...said, blocYear, leadUnit: unitOf(story, unit), consultation: undefined, plannedOn: on }
  const supervision = await planSupervision(db, actor, plan, at('2023-04-20'))
  const file = { blocYear, supervision }
  await holdSupervision(db, actor, { ...file, heldOn: on, people }, at('2023-05-19'))
  for (const { text, addressee, dueOn, ...answer } of recommendations) {
    const asked = { ...file, text, addressee, dueOn }
    const recommendation = await addRecommendation(db, actor, asked, at('2023-05-25'))
    await recordAnswer(db, actor, { ...file, recommendation, ...answer }, at(answer.answeredOn))
  }
  await finishSupervision(db, actor, { ...file, conclusion }, at('2023-08-01'))
}

/** One draft on which the bloc and the public were heard, with its outcome, and one supervision with its answers. */
export async function tellConsultation(story: Story): Promise<void> {
  const draft = await tellDraft(story)
  await tellComments(story, draft)
  await tellOutcome(story, draft)
  await tellSupervision(story)
}
