import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import { RuleViolation } from '#platform/errors.ts'
import { day } from '#platform/form.ts'
import { activitySubject, lockActivity } from './lock-activity.ts'

export const holdActivityInput = z.object({ blocYear: z.uuid(), activity: z.uuid(), heldOn: day() })
export type HoldActivity = z.output<typeof holdActivityInput>

/** The activity took place; its report is still to come. */
export async function holdActivity(db: Db, actor: Actor, input: HoldActivity, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { activity } = await lockActivity(tx, actor, input, 'hold')
    if (input.heldOn > dayOf(now)) throw new RuleViolation('activities.heldInFuture')
    await tx
      .updateTable('activity')
      .set({ state: 'held', held_on: input.heldOn, version: activity.version + 1 })
      .where('id', '=', activity.id)
      .execute()
    const facts = { title: activity.title, day: input.heldOn }
    await record(tx, actor, now, { action: 'activities.held', subject: activitySubject(activity.id), facts })
  })
}
