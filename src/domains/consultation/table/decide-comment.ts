import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, found, RuleViolation } from '#platform/errors.ts'
import { mayDecideComment } from '../access.ts'
import { outcomes } from '../comments/comment.ts'
import { lockComment } from '../comments/queries.ts'
import { consultationSubject, demandState, lockConsultation } from '../drafts/lock-consultation.ts'

export const decideCommentInput = z.object({
  blocYear: z.uuid(),
  consultation: z.uuid(),
  comment: z.uuid(),
  outcome: z.enum(outcomes),
  reason: z
    .string()
    .default('')
    .transform((text) => text.trim())
    .pipe(z.string().max(4000)),
})
export type DecideComment = z.output<typeof decideCommentInput>

/** Taken up, taken up in part or not, with the reason; until the outcome is published it may be decided anew. */
export async function decideComment(db: Db, actor: Actor, input: DecideComment, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { consultation } = await lockConsultation(tx, input)
    const comment = await lockComment(tx, consultation.id, input.comment)
    demand(mayDecideComment(actor, comment))
    demandState(consultation, 'decide')
    found(comment.state === 'sent' ? comment : undefined)
    if (input.outcome !== 'accepted' && input.reason === '') throw new RuleViolation('policyComments.reasonMissing')
    await tx
      .updateTable('policy_comment')
      .set({
        outcome: input.outcome,
        reason: input.reason,
        decided_by: actor.account,
        decided_by_name: actor.name,
        decided_at: now,
      })
      .where('id', '=', comment.id)
      .execute()
    const facts = { title: consultation.title, outcome: input.outcome }
    await record(tx, actor, now, {
      action: 'policyComments.decided',
      subject: consultationSubject(consultation.id),
      facts,
    })
  })
}
