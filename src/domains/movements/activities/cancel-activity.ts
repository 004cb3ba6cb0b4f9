import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { paragraph } from '#platform/form.ts'
import { closeReportTask, dropActivityDay } from './activity-tasks.ts'
import { activitySubject, lockActivity } from './lock-activity.ts'

export const cancelActivityInput = z.object({ blocYear: z.uuid(), activity: z.uuid(), reason: paragraph(500) })
export type CancelActivity = z.output<typeof cancelActivityInput>

/** What was planned does not take place; the plan stays with the reason. */
export async function cancelActivity(db: Db, actor: Actor, input: CancelActivity, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { activity } = await lockActivity(tx, actor, input, 'cancel')
    await tx
      .updateTable('activity')
      .set({ state: 'cancelled', cancel_reason: input.reason, version: activity.version + 1 })
      .where('id', '=', activity.id)
      .execute()
    await closeReportTask(tx, now, activity.id)
    await dropActivityDay(tx, now, activity.id, { reason: input.reason, by: actor.account })
    const facts = { title: activity.title, reason: input.reason }
    await record(tx, actor, now, { action: 'activities.cancelled', subject: activitySubject(activity.id), facts })
  })
}
