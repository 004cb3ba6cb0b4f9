import { membersOn, yearById, type BlocYearRow } from '#domains/blocs/queries.ts'
import { keepDeadline } from '#domains/calendar/deadlines/keep-deadline.ts'
import { addDays, dayOf } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { askToPlan } from './activity-tasks.ts'
import { greatDaysWithin, type GreatDay } from './great-day.ts'
import { activitiesOf, greatDays } from './queries.ts'

/** Years that run today, without those that a reorganisation closed. */
async function runningYears(db: Db, today: string): Promise<string[]> {
  const rows = await db
    .selectFrom('bloc_year')
    .leftJoin('bloc_year_closing', 'bloc_year_closing.bloc_year_id', 'bloc_year.id')
    .select('bloc_year.id')
    .where('starts_on', '<=', today)
    .where('ends_on', '>=', today)
    .where('bloc_year_closing.bloc_year_id', 'is', null)
    .execute()
  return rows.map(({ id }) => id)
}

/** Great days near enough to plan for, and for which nothing is planned. */
async function unplanned(tx: Tx, year: BlocYearRow, days: readonly GreatDay[], today: string) {
  const activities = await activitiesOf(tx, year.id)
  const planned = new Set(activities.filter(({ state }) => state !== 'cancelled').map(({ great_day_id: day }) => day))
  const near = greatDaysWithin(days, { startsOn: today, endsOn: year.ends_on })
  return near.filter(({ id, on, remind_days: before }) => !planned.has(id) && addDays(on, -before) <= today)
}

async function closePast(tx: Tx, now: Date) {
  await tx
    .updateTable('task')
    .set({ closed_at: now })
    .where('kind', '=', 'activities.plan')
    .where('due_on', '<', dayOf(now))
    .where('closed_at', 'is', null)
    .execute()
}

/** The great days of a year stand in its calendar. */
async function keepGreatDays(tx: Tx, now: Date, year: BlocYearRow, days: readonly GreatDay[]) {
  for (const { id, on, name } of greatDaysWithin(days, { startsOn: year.starts_on, endsOn: year.ends_on })) {
    const day = { blocYear: year.id, kind: 'event' as const, naming: 'greatDay', facts: { title: name } }
    await keepDeadline(tx, now, { ...day, key: `greatDay ${year.id} ${id} ${on}`, startsOn: on, audience: 'members' })
  }
}

/** Every day: heads of running years are reminded of great days that come; a day that is over reminds nobody. */
export async function remindGreatDays(db: Db, now: Date): Promise<void> {
  const today = dayOf(now)
  const days = (await greatDays(db)).filter(({ ended_on }) => ended_on === null)
  const years = await runningYears(db, today)
  await db.transaction().execute(async (tx) => {
    await closePast(tx, now)
    for (const id of years) {
      const head = (await membersOn(tx, id, today)).find(({ office }) => office === 'head')?.unit
      const year = await yearById(tx, id)
      await keepGreatDays(tx, now, year, days)
      if (head === undefined) continue
      for (const day of await unplanned(tx, year, days, today)) await askToPlan(tx, now, { year, day, head })
    }
  })
}
