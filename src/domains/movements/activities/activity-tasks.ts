import type { BlocYearRow } from '#domains/blocs/queries.ts'
import { dropDeadline, keepDeadline } from '#domains/calendar/deadlines/keep-deadline.ts'
import { tellConcerned } from '#domains/calendar/deadlines/tell-concerned.ts'
import { closeTask, openTask } from '#domains/calendar/open-task.ts'
import { addDays } from '#platform/clock.ts'
import type { Tx } from '#platform/database/database.ts'
import type { GreatDayOn } from './great-day.ts'
import { activityPaths } from './paths.ts'

const activityKey = (activity: string) => `activity ${activity}`
const reportKey = (activity: string) => `activities.report ${activity}`
/** Of the same great day in two halves of a school year each has its own. */
const greatDayKey = (blocYear: string, { id, on }: Pick<GreatDayOn, 'id' | 'on'>) =>
  `activities.plan ${blocYear} ${id} ${on}`

/** Days after an activity within which its unit is to report it. */
const daysToReport = 7

interface Planned {
  year: BlocYearRow
  activity: { id: string; title: string; starts_on: string; ends_on: string; place: string; charge_unit_id: string }
}

/** The unit in charge reports within a week of the last day. Planning it anew moves the deadline, which comes back. */
export async function askReport(tx: Tx, now: Date, { year, activity }: Planned): Promise<string> {
  await openTask(tx, now, {
    key: reportKey(activity.id),
    kind: 'activities.report',
    unit: activity.charge_unit_id,
    blocYear: year.id,
    path: activityPaths.report(year.bloc.slug, year.slug, activity.id),
    facts: { title: activity.title, day: activity.ends_on },
    dueOn: addDays(activity.ends_on, daysToReport),
  })
  const deadline = await keepDeadline(tx, now, {
    key: activityKey(activity.id),
    blocYear: year.id,
    kind: 'event',
    naming: 'activity',
    facts: { title: activity.title },
    startsOn: activity.starts_on,
    endsOn: activity.ends_on,
    place: activity.place,
    audience: 'members',
    path: activityPaths.one(year.bloc.slug, year.slug, activity.id),
  })
  // A task keeps its holder when it opens again, and the charge may have gone to another unit.
  await tx
    .updateTable('task')
    .set({ unit_id: activity.charge_unit_id })
    .where('key', '=', reportKey(activity.id))
    .execute()
  return deadline
}

/** What does not take place is out of the calendar, with its reason, and whoever it was for is told. */
export async function dropActivityDay(
  tx: Tx,
  now: Date,
  activity: string,
  { reason, by }: { reason: string; by: string },
): Promise<void> {
  const dropped = await dropDeadline(tx, now, activityKey(activity), reason)
  if (dropped !== undefined) await tellConcerned(tx, now, dropped, { naming: 'calendar.cancelled', reason, by })
}

export const closeReportTask = (tx: Tx, now: Date, activity: string) => closeTask(tx, now, reportKey(activity))

interface Reminded {
  year: BlocYearRow
  day: GreatDayOn
  head: string
}

export async function askToPlan(tx: Tx, now: Date, { year, day, head }: Reminded): Promise<void> {
  await openTask(tx, now, {
    key: greatDayKey(year.id, day),
    kind: 'activities.plan',
    unit: head,
    blocYear: year.id,
    path: activityPaths.planFor(year.bloc.slug, year.slug, day.id),
    facts: { name: day.name, day: day.on },
    dueOn: day.on,
  })
}

/** What was planned for a great day needs no reminding of it. */
export async function closePlanTasks(tx: Tx, now: Date, blocYear: string, greatDay: string): Promise<void> {
  await tx
    .updateTable('task')
    .set({ closed_at: now })
    .where('kind', '=', 'activities.plan')
    .where('key', 'like', `activities.plan ${blocYear} ${greatDay} %`)
    .where('closed_at', 'is', null)
    .execute()
}
