import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { mayDecideReopening } from './access.ts'
import { periodSubject } from './lock-periods.ts'
import { demandAsked, lockReopening } from './lock-reopening.ts'
import { closeReopeningTask } from './reopening-tasks.ts'
import { openDueTasks } from './report-due-tasks.ts'

/** A second person agrees: until the day asked for, the period takes reports of that unit, or of all. */
export async function confirmReopening(db: Db, actor: Actor, { id }: { id: string }, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const reopening = await lockReopening(tx, id)
    demand(mayDecideReopening(actor, reopening))
    demandAsked(reopening)
    if (reopening.until_on < dayOf(now)) throw new RuleViolation('periods.untilInPast')

    await tx
      .updateTable('period_reopening')
      .set({ state: 'agreed', decided_by: actor.account, decided_at: now })
      .where('id', '=', id)
      .execute()
    await closeReopeningTask(tx, now, id)
    const { period, unit_id } = reopening
    await openDueTasks(tx, now, { ...period, due_on: reopening.until_on }, unit_id === null ? undefined : [unit_id])
    await record(tx, actor, now, {
      action: 'period.reopened',
      subject: periodSubject(period.id),
      facts: { until: reopening.until_on },
    })
  })
}
