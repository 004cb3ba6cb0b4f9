import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, found, RuleViolation } from '#platform/errors.ts'
import { optionalLine } from '#platform/form.ts'
import { keepsConsultations } from '../access.ts'
import { keepCheckTask } from '../drafts/consultation-tasks.ts'
import { consultationSubject, demandState, lockConsultation } from '../drafts/lock-consultation.ts'
import { lockComment } from './queries.ts'

export const checkPublicCommentInput = z.object({
  blocYear: z.uuid(),
  consultation: z.uuid(),
  comment: z.uuid(),
  verdict: z.enum(['show', 'hide']),
  /** Why it is not shown. */
  reason: optionalLine(500),
})
export type CheckPublicComment = z.output<typeof checkPublicCommentInput>

/** Whoever keeps the draft lets a comment of the public be shown and counted, or keeps it back with a reason. */
export async function checkPublicComment(db: Db, actor: Actor, input: CheckPublicComment, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { year, consultation } = await lockConsultation(tx, input)
    demand(keepsConsultations(actor, year.id))
    demandState(consultation, 'check')
    const comment = await lockComment(tx, consultation.id, input.comment)
    found(comment.origin === 'public' ? comment : undefined)
    if (comment.outcome !== null) throw new RuleViolation('policyComments.decidedAlready')
    const isShown = input.verdict === 'show'
    if (!isShown && input.reason === '') throw new RuleViolation('policyComments.reasonMissing')
    await tx
      .updateTable('policy_comment')
      .set({
        ...(isShown
          ? { state: 'sent' as const, sent_at: now, hidden_reason: '' }
          : { state: 'hidden' as const, sent_at: null, hidden_reason: input.reason }),
        checked_by: actor.account,
        checked_at: now,
      })
      .where('id', '=', comment.id)
      .execute()
    await keepCheckTask(tx, now, { year, consultation })
    const facts = { title: consultation.title, reason: input.reason }
    const action = isShown ? 'policyComments.shown' : 'policyComments.hidden'
    await record(tx, actor, now, { action, subject: consultationSubject(consultation.id), facts })
  })
}
