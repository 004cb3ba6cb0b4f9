import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { found, RuleViolation } from '#platform/errors.ts'
import { day, paragraph } from '#platform/form.ts'
import { lockKept, movementSubject } from './lock-movement.ts'
import { stateAfterReview } from './movement.ts'
import { closeJoinTasks, closeReviewTask } from './movement-tasks.ts'
import { reviewsOf, type MovementRow, type ReviewRow } from './queries.ts'

export const holdReviewInput = z.object({
  blocYear: z.uuid(),
  movement: z.uuid(),
  review: z.uuid(),
  heldOn: day(),
  result: paragraph(4000),
})
export type HoldReview = z.output<typeof holdReviewInput>

function checkDay({ heldOn }: HoldReview, movement: MovementRow, today: string) {
  if (heldOn > today) throw new RuleViolation('movements.reviewInFuture')
  if (movement.launched_on !== null && heldOn < movement.launched_on) {
    throw new RuleViolation('movements.reviewBeforeLaunch', { day: movement.launched_on })
  }
}

/** Reviews that wait when the final one is held are no longer to be held. */
async function settle(tx: Tx, now: Date, movement: MovementRow, reviews: readonly ReviewRow[]) {
  await closeJoinTasks(tx, now, movement)
  const waiting = reviews.filter(({ held_on }) => held_on === null)
  for (const review of waiting) await closeReviewTask(tx, now, review)
}

/** What a review came to; the final one ends the running of the movement. */
export async function holdReview(db: Db, actor: Actor, input: HoldReview, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { movement } = await lockKept(tx, actor, input, 'holdReview')
    const reviews = await reviewsOf(tx, movement.id)
    const review = found(reviews.find(({ id }) => id === input.review))
    if (review.held_on !== null) throw new RuleViolation('movements.reviewHeld')
    checkDay(input, movement, dayOf(now))
    await tx
      .updateTable('movement_review')
      .set({ held_on: input.heldOn, result: input.result, held_by: actor.account, held_at: now })
      .where('id', '=', review.id)
      .execute()
    const state = stateAfterReview(review.kind, movement.state)
    await tx
      .updateTable('movement')
      .set({ state, version: movement.version + 1, changed_at: now })
      .where('id', '=', movement.id)
      .execute()
    await closeReviewTask(tx, now, review)
    if (review.kind === 'final') await settle(tx, now, movement, reviews)
    const facts = { title: movement.title, review: review.kind, day: input.heldOn }
    await record(tx, actor, now, { action: 'movements.reviewHeld', subject: movementSubject(movement.id), facts })
  })
}
