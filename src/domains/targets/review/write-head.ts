import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { Conflict, RuleViolation } from '#platform/errors.ts'
import { day, optionalLine } from '#platform/form.ts'
import { lockDraftReview, reviewSubject } from './lock-review.ts'

export const writeHeadInput = z.object({
  review: z.uuid(),
  version: z.coerce.number().int().positive(),
  place: optionalLine(100),
  datedOn: day(),
})

/** Where and on which day the paper is dated. */
export async function writeHead(db: Db, actor: Actor, input: z.output<typeof writeHeadInput>, now: Date) {
  await db.transaction().execute(async (tx) => {
    const review = await lockDraftReview(tx, actor, input.review)
    if (review.version !== input.version) throw new Conflict('review.headChanged')
    if (input.datedOn < review.to_on) throw new RuleViolation('review.datedTooEarly')
    await tx
      .updateTable('year_review')
      .set({ place: input.place, dated_on: input.datedOn, version: review.version + 1, changed_at: now })
      .where('id', '=', review.id)
      .execute()
    const facts = { on: input.datedOn }
    await record(tx, actor, now, { action: 'review.dated', subject: reviewSubject(review.id), facts })
  })
}
