import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { RuleViolation } from '#platform/errors.ts'
import { day } from '#platform/form.ts'
import { newId } from '#platform/id.ts'
import { lockKept, movementSubject } from './lock-movement.ts'
import { reviewKinds } from './movement.ts'
import { askReview, keepReviewDay } from './movement-tasks.ts'
import { reviewsOf } from './queries.ts'

export const planReviewInput = z.object({
  blocYear: z.uuid(),
  movement: z.uuid(),
  kind: z.enum(reviewKinds),
  plannedOn: day(),
})
export type PlanReview = z.output<typeof planReviewInput>

/** Plans an interim or the final review (sơ kết, tổng kết); who keeps the movement is reminded of it. */
export async function planReview(db: Db, actor: Actor, input: PlanReview, now: Date): Promise<string> {
  return db.transaction().execute(async (tx) => {
    const { year, movement } = await lockKept(tx, actor, input, 'planReview')
    if (movement.launched_on !== null && input.plannedOn < movement.launched_on) {
      throw new RuleViolation('movements.reviewBeforeLaunch', { day: movement.launched_on })
    }
    const waiting = (await reviewsOf(tx, movement.id)).filter(({ held_on }) => held_on === null)
    if (waiting.some(({ kind }) => kind === input.kind)) throw new RuleViolation('movements.reviewPlanned')
    const review = { id: newId(), kind: input.kind, planned_on: input.plannedOn }
    await tx
      .insertInto('movement_review')
      .values({
        ...review,
        movement_id: movement.id,
        bloc_year_id: year.id,
        planned_by: actor.account,
        planned_at: now,
      })
      .execute()
    await askReview(tx, now, { year, movement, review })
    await keepReviewDay(tx, now, { year, movement, review })
    const facts = { title: movement.title, review: input.kind, day: input.plannedOn }
    await record(tx, actor, now, { action: 'movements.reviewPlanned', subject: movementSubject(movement.id), facts })
    return review.id
  })
}
