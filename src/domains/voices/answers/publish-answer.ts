import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { slugOf } from '#platform/fold.ts'
import { ticked } from '#platform/form.ts'
import { newCode } from '#platform/id.ts'
import { mayPublishAnswer, readiesAnswer } from '../access.ts'
import { opinionCan, opinionSubject, type Opinion } from '../opinion.ts'
import { closeAnswerTask, closeMessageTask, closePublishTask } from '../opinion-tasks.ts'
import { lockOpinion } from '../queries.ts'
import { routingOf } from '../register/queries.ts'
import { answersOf, writersOf } from './queries.ts'

export const publishAnswerInput = z.object({
  id: z.uuid(),
  /** The draft that was read: a newer one is read first. */
  draft: z.uuid(),
  /** Also for everyone, with the opinion in the words without what tells of a person. */
  open: ticked(),
})

const longestSlug = 80

/** Title and a random end: no number that tells how many there are. */
const slugFor = ({ title, slug }: Opinion) =>
  slug ?? `${slugOf(title).slice(0, longestSlug).replace(/-+$/u, '')}-${newCode(6).toLowerCase()}`

async function draftAt(tx: Tx, opinion: string) {
  return (await answersOf(tx, opinion)).find(({ state }) => state === 'draft')
}

/** A second person of the unit sends the answer to who asked, and may make it public. */
export async function publishAnswer(
  db: Db,
  actor: Actor,
  input: z.output<typeof publishAnswerInput>,
  now: Date,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const opinion = await lockOpinion(tx, input.id)
    const routing = await routingOf(tx, opinion.id)
    demand(routing !== undefined && readiesAnswer(actor, opinion, routing.unit_id))
    const draft = await draftAt(tx, opinion.id)
    if (draft === undefined) throw new RuleViolation('voices.noDraft')
    const writers = await writersOf(tx, opinion.id)
    const wrote = writers.includes(actor.account) ? actor.account : draft.written_by
    demand(mayPublishAnswer(actor, opinion, { wrote, unit: draft.unit_id }))
    if (!opinionCan('answer', opinion)) throw new RuleViolation('voices.notAnswerable')
    if (draft.id !== input.draft) throw new RuleViolation('voices.newerDraft')
    const by = { published_by: actor.account, published_by_name: actor.name, published_at: now }
    await tx
      .updateTable('opinion_answer')
      .set({ state: 'published', ...by })
      .where('id', '=', draft.id)
      .execute()
    const open = input.open ? { is_public: true, slug: slugFor(opinion) } : { is_public: false }
    await tx
      .updateTable('opinion')
      .set({ state: 'answered', answered_on: dayOf(now), version: opinion.version + 1, ...open })
      .where('id', '=', opinion.id)
      .execute()
    await closeAnswerTask(tx, now, opinion.id)
    await closePublishTask(tx, now, opinion.id)
    await closeMessageTask(tx, now, opinion.id)
    const facts = { title: opinion.title, open: input.open }
    await record(tx, actor, now, { action: 'voices.answered', subject: opinionSubject(opinion.id), facts })
  })
}
