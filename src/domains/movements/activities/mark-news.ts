import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { demand } from '#platform/errors.ts'
import { ticked } from '#platform/form.ts'
import { keepsMovements } from '../access.ts'
import { activitySubject, lockActivity } from './lock-activity.ts'

export const markNewsInput = z.object({ blocYear: z.uuid(), activity: z.uuid(), isNews: ticked() })
export type MarkNews = z.output<typeof markNewsInput>

/** The head says that a reported activity may be told as news on the public page, or takes that back. */
export async function markNews(db: Db, actor: Actor, input: MarkNews, now: Date): Promise<void> {
  demand(keepsMovements(actor, input.blocYear))
  await db.transaction().execute(async (tx) => {
    const { activity } = await lockActivity(tx, actor, input, 'mark')
    await tx
      .updateTable('activity')
      .set({ is_news: input.isNews, version: activity.version + 1 })
      .where('id', '=', activity.id)
      .execute()
    const action = input.isNews ? { action: 'activities.markedNews' } : { action: 'activities.unmarkedNews' }
    const facts = { title: activity.title }
    await record(tx, actor, now, { ...action, subject: activitySubject(activity.id), facts })
  })
}
