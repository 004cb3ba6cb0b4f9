import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { deadlineById } from '#domains/calendar/deadlines/queries.ts'
import { tellConcerned } from '#domains/calendar/deadlines/tell-concerned.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import { RuleViolation } from '#platform/errors.ts'
import { day } from '#platform/form.ts'
import { keepReportDay } from './keep-report-day.ts'
import { lockKeptPeriod, periodSubject } from './lock-periods.ts'
import { periodCan, stateOn } from './period.ts'
import { moveReturnedTasks, openDueTasks } from './report-due-tasks.ts'

export const changePeriodInput = z.object({ period: z.uuid(), dueOn: day() })
export type ChangePeriod = z.output<typeof changePeriodInput>

/** Moves the last day for the reports of one period and tells the members; reports that were sent keep the day that held for them. */
export async function changePeriod(db: Db, actor: Actor, input: ChangePeriod, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { period, year } = await lockKeptPeriod(tx, actor, input.period)
    if (!periodCan('change', period, dayOf(now))) throw new RuleViolation('periods.isClosed')
    if (input.dueOn <= period.starts_on) throw new RuleViolation('periods.dueTooEarly', { from: period.starts_on })

    await tx.updateTable('report_period').set({ due_on: input.dueOn }).where('id', '=', period.id).execute()
    const moved = { ...period, due_on: input.dueOn }
    const deadline = await keepReportDay(tx, now, year, moved)
    if (stateOn(period, dayOf(now)) === 'open') await openDueTasks(tx, now, moved)
    await moveReturnedTasks(tx, period, input.dueOn)
    if (input.dueOn !== period.due_on) {
      const told = { naming: 'calendar.changed', by: actor.account } as const
      await tellConcerned(tx, now, await deadlineById(tx, deadline), told)
    }
    await record(tx, actor, now, {
      action: 'period.dueMoved',
      subject: periodSubject(period.id),
      facts: { from: period.due_on, to: input.dueOn },
    })
  })
}
