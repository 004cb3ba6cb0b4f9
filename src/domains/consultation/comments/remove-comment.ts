import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { consultationSubject } from '../drafts/lock-consultation.ts'
import { lockDraft } from './correct-comment.ts'

export const removeCommentInput = z.object({ blocYear: z.uuid(), consultation: z.uuid(), comment: z.uuid() })
export type RemoveComment = z.output<typeof removeCommentInput>

/** Only what was never sent can go; what was sent stays. */
export async function removeComment(db: Db, actor: Actor, input: RemoveComment, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { consultation, comment } = await lockDraft(tx, actor, input, now)
    await tx.deleteFrom('policy_comment').where('id', '=', comment.id).execute()
    const facts = { title: consultation.title }
    await record(tx, actor, now, {
      action: 'policyComments.removed',
      subject: consultationSubject(consultation.id),
      facts,
    })
  })
}
