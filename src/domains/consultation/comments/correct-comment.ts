import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { Conflict, demand, found } from '#platform/errors.ts'
import { draftsForUnit } from '../access.ts'
import { consultationSubject, lockConsultation, type ConsultationInYear } from '../drafts/lock-consultation.ts'
import { lockComment } from './queries.ts'
import { commentContent, commentSaid, demandOpen } from './write-comment.ts'

const which = { blocYear: z.uuid(), consultation: z.uuid(), comment: z.uuid() }
export const correctCommentInput = z.object({ ...which, version: z.coerce.number().int(), ...commentContent })
export type CorrectComment = z.output<typeof correctCommentInput>

/** A comment that the unit has not sent, for those who work for the unit, while comments are taken. */
export async function lockDraft(
  tx: Tx,
  actor: Actor,
  { comment: id, ...place }: ConsultationInYear & { comment: string },
  now: Date,
) {
  const { year, consultation } = await lockConsultation(tx, place)
  const comment = await lockComment(tx, consultation.id, id)
  found(comment.state === 'draft' ? comment : undefined)
  demand(draftsForUnit(actor, year.id, comment.unit_id ?? ''))
  demandOpen(consultation, now)
  return { consultation, comment }
}

/** Whoever works for the unit may mend what it has not sent. */
export async function correctComment(db: Db, actor: Actor, input: CorrectComment, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { consultation, comment } = await lockDraft(tx, actor, input, now)
    if (comment.version !== input.version) throw new Conflict('policyComments.changedMeanwhile', comment.text)
    const { text, proposed } = await commentSaid(tx, consultation.id, {
      ...input,
      provision: comment.provision_id ?? undefined,
    })
    await tx
      .updateTable('policy_comment')
      .set({ text, proposed, written_by: actor.account, writer: actor.name, version: comment.version + 1 })
      .where('id', '=', comment.id)
      .execute()
    const facts = { title: consultation.title }
    await record(tx, actor, now, {
      action: 'policyComments.corrected',
      subject: consultationSubject(consultation.id),
      facts,
    })
  })
}
