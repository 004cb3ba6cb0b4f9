import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, found, RuleViolation } from '#platform/errors.ts'
import { optionalLine } from '#platform/form.ts'
import { keepsConference, settlesConferenceTask } from '../access.ts'
import { closeGivenTask } from '../conference-tasks.ts'
import { conferenceSubject, demandState, holdConference } from '../lock-conference.ts'
import { tasksOf } from '../queries.ts'

export const finishTaskInput = z.object({
  conference: z.uuid(),
  task: z.uuid(),
  state: z.enum(['done', 'dropped']),
  note: optionalLine(500),
})
export type FinishTask = z.output<typeof finishTaskInput>

/** The unit says that it is done; only who keeps the conference lets a task go, with the reason. */
export async function finishTask(db: Db, actor: Actor, input: FinishTask, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const conference = await holdConference(tx, input.conference)
    const task = found((await tasksOf(tx, conference.id)).find(({ id }) => id === input.task))
    const isDropped = input.state === 'dropped'
    demand(isDropped ? keepsConference(actor, conference) : settlesConferenceTask(actor, conference, task))
    await demandState(tx, conference, 'settle')
    if (task.state !== 'open') throw new RuleViolation('conferences.taskSettled')
    if (isDropped && input.note === '') throw new RuleViolation('conferences.reasonMissing')
    await tx
      .updateTable('conference_task')
      .set({ state: input.state, settled_on: dayOf(now), settled_note: input.note, settled_by: actor.account })
      .where('id', '=', task.id)
      .execute()
    await closeGivenTask(tx, now, task.id)
    const action = isDropped ? { action: 'conferences.taskDropped' } : { action: 'conferences.taskDone' }
    const facts = { title: conference.title, text: task.text, unit: task.unit, reason: input.note }
    await record(tx, actor, now, { ...action, subject: conferenceSubject(conference.id), facts })
  })
}
