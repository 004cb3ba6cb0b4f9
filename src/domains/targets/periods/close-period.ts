import { record } from '#capabilities/audit/record.ts'
import { namesOn } from '#domains/units/queries.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { RuleViolation } from '#platform/errors.ts'
import { lockKeptPeriod, periodSubject } from './lock-periods.ts'
import { periodCan, type Period } from './period.ts'
import { missingFrom } from './queries.ts'
import { closeDueTasks } from './report-due-tasks.ts'

export interface ClosePeriod {
  period: string
}

async function namesOfMissing(tx: Tx, period: Period): Promise<string[]> {
  const missing = await missingFrom(tx, period)
  const names = await namesOn(tx, missing, period.ends_on)
  return missing.map((unit) => names.get(unit)?.short_name ?? '')
}

/** Closes a period for everyone. Who sent no report is named; what is missing stays missing and is never zero. */
export async function closePeriod(db: Db, actor: Actor, input: ClosePeriod, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { period } = await lockKeptPeriod(tx, actor, input.period)
    if (!periodCan('close', period, dayOf(now))) throw new RuleViolation('periods.notOpen')
    const missing = await namesOfMissing(tx, period)
    // Before the last day is over nobody is late yet.
    if (missing.length > 0 && dayOf(now) <= period.due_on) {
      throw new RuleViolation('periods.closesTooEarly', { due: period.due_on })
    }

    await tx
      .updateTable('report_period')
      .set({ state: 'closed', closed_at: now, closed_by: actor.account })
      .where('id', '=', period.id)
      .execute()
    await closeDueTasks(tx, now, period)
    await record(tx, actor, now, { action: 'period.closed', subject: periodSubject(period.id), facts: { missing } })
  })
}
