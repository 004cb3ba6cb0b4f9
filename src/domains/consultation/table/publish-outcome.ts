import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { mayPublishOutcome } from '../access.ts'
import { countComments, decidedAlone, isTaken } from '../comments/comment.ts'
import { postAccepted } from '../comments/post-counts.ts'
import { sentComments, type CommentRow } from '../comments/queries.ts'
import { closeDecideTask } from '../drafts/consultation-tasks.ts'
import { consultationSubject, demandState, lockConsultation } from '../drafts/lock-consultation.ts'

export const publishOutcomeInput = z.object({
  blocYear: z.uuid(),
  consultation: z.uuid(),
  /** What is said of the outcome as a whole. */
  note: z
    .string()
    .default('')
    .transform((text) => text.trim())
    .pipe(z.string().max(8000)),
})
export type PublishOutcome = z.output<typeof publishOutcomeInput>

function takenByUnit(comments: readonly CommentRow[]): Map<string, number> {
  const taken = new Map<string, number>()
  for (const { unit_id: unit, ...comment } of comments) {
    if (unit !== null) taken.set(unit, (taken.get(unit) ?? 0) + (isTaken(comment) ? 1 : 0))
  }
  return taken
}

/** Makes the table known with every decision and its reason; who decided on all of it alone is not who publishes. */
export async function publishOutcome(db: Db, actor: Actor, input: PublishOutcome, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { year, consultation } = await lockConsultation(tx, input)
    const comments = await sentComments(tx, consultation.id)
    demand(mayPublishOutcome(actor, { bloc_year_id: year.id, decidedAlone: decidedAlone(comments) }))
    demandState(consultation, 'publish')
    const { undecided, total, accepted, partly } = countComments(comments)
    if (undecided > 0) throw new RuleViolation('policyComments.undecided', { count: undecided })
    if (consultation.waiting > 0)
      throw new RuleViolation('policyComments.stillWaiting', { count: consultation.waiting })
    await tx
      .updateTable('consultation')
      .set({
        state: 'published',
        outcome_note: input.note,
        published_by: actor.account,
        published_by_name: actor.name,
        published_at: now,
      })
      .where('id', '=', consultation.id)
      .execute()
    await closeDecideTask(tx, now, consultation.id)
    await postAccepted(tx, actor, { year, consultation, accepted: takenByUnit(comments) }, now)
    const facts = { title: consultation.title, total, accepted, partly }
    await record(tx, actor, now, {
      action: 'consultation.published',
      subject: consultationSubject(consultation.id),
      facts,
    })
  })
}
