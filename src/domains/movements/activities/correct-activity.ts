import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { deadlineById } from '#domains/calendar/deadlines/queries.ts'
import { tellConcerned } from '#domains/calendar/deadlines/tell-concerned.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { Conflict } from '#platform/errors.ts'
import { askReport, closePlanTasks } from './activity-tasks.ts'
import { activitySubject, lockActivity } from './lock-activity.ts'
import { checkPlan, planColumns, planFields, writeUnits } from './plan-activity.ts'

export const correctActivityInput = z.object({
  blocYear: z.uuid(),
  activity: z.uuid(),
  version: z.coerce.number().int(),
  ...planFields,
})
export type CorrectActivity = z.output<typeof correctActivityInput>

/** What those who take part have to know when it becomes another. */
const placed = ['starts_on', 'ends_on', 'place'] as const

/** Changes what was planned, as long as it was not held. */
export async function correctActivity(db: Db, actor: Actor, input: CorrectActivity, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { year, activity } = await lockActivity(tx, actor, input, 'correct')
    if (activity.version !== input.version) throw new Conflict('activities.changedMeanwhile', activity.title)
    await checkPlan(tx, year, input)
    const columns = planColumns(input)
    await tx
      .updateTable('activity')
      .set({ ...columns, version: activity.version + 1 })
      .where('id', '=', activity.id)
      .execute()
    await writeUnits(tx, activity.id, input)
    const deadline = await askReport(tx, now, { year, activity: { id: activity.id, ...columns } })
    if (placed.some((column) => activity[column] !== columns[column])) {
      const told = { naming: 'calendar.changed', by: actor.account } as const
      await tellConcerned(tx, now, await deadlineById(tx, deadline), told)
    }
    if (input.greatDay !== undefined) await closePlanTasks(tx, now, year.id, input.greatDay)
    const facts = { title: input.title, before: activity.title, day: input.startsOn }
    await record(tx, actor, now, { action: 'activities.corrected', subject: activitySubject(activity.id), facts })
  })
}
