import { dayOf } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { lockPeriod } from './queries.ts'
import { openDueTasks } from './report-due-tasks.ts'
import { stateOn } from './period.ts'

async function openOne(tx: Tx, now: Date, id: string): Promise<void> {
  const period = await lockPeriod(tx, id)
  if (stateOn(period, dayOf(now)) !== 'open') return
  if (period.state === 'ahead')
    await tx.updateTable('report_period').set({ state: 'open' }).where('id', '=', id).execute()
  await openDueTasks(tx, now, period)
}

/** What a bloc-year's targets just put in force ask for is asked at once, where periods have begun. */
export async function openPeriodsOf(tx: Tx, now: Date, blocYear: string): Promise<void> {
  const begun = await tx
    .selectFrom('report_period')
    .select('id')
    .where('bloc_year_id', '=', blocYear)
    .where('state', '!=', 'closed')
    .where('starts_on', '<=', dayOf(now))
    .orderBy('starts_on')
    .execute()
  for (const { id } of begun) await openOne(tx, now, id)
}

/**
 * Asks every unit for its report on the first day of a period, and those that were given a target since. Figures were
 * taken since midnight anyway: that is asked of the day itself, not of this mark.
 */
export async function openDuePeriods(db: Db, now: Date): Promise<void> {
  const begun = await db
    .selectFrom('report_period as p')
    .leftJoin('bloc_year_closing as c', 'c.bloc_year_id', 'p.bloc_year_id')
    .select('p.id')
    .where('p.state', '!=', 'closed')
    .where('p.starts_on', '<=', dayOf(now))
    .where('c.bloc_year_id', 'is', null)
    .orderBy('p.starts_on')
    .execute()
  for (const { id } of begun) await db.transaction().execute((tx) => openOne(tx, now, id))
}
