import { yearById } from '#domains/blocs/queries.ts'
import { dropDeadline, keepDeadline } from '#domains/calendar/deadlines/keep-deadline.ts'
import { deadlineById } from '#domains/calendar/deadlines/queries.ts'
import { tellConcerned } from '#domains/calendar/deadlines/tell-concerned.ts'
import { closeTask, openTask } from '#domains/calendar/open-task.ts'
import { addDays } from '#platform/clock.ts'
import type { Tx } from '#platform/database/database.ts'
import { rollOf, type InviteeRow } from './attendance/queries.ts'
import { conferencePaths } from './paths.ts'
import type { ConferenceRow } from './queries.ts'

const dayKey = (conference: string) => `conference ${conference}`
const replyKey = (conference: string, unit: string) => `conferences.reply ${conference} ${unit}`
const taskKey = (task: string) => `conferences.task ${task}`

interface Kept {
  conference: ConferenceRow
  by: string
  /** Whoever it concerns is told of other days or another place. */
  isChange?: boolean
}

/** The day of the conference stands in the calendars of the bloc. */
export async function keepInCalendar(tx: Tx, now: Date, { conference, by, isChange = false }: Kept): Promise<void> {
  const year = await yearById(tx, conference.bloc_year_id)
  const id = await keepDeadline(tx, now, {
    key: dayKey(conference.id),
    blocYear: year.id,
    kind: 'event',
    naming: 'conference',
    facts: { title: conference.title },
    startsOn: conference.held_on,
    startsAt: conference.starts_at,
    endsAt: conference.ends_at,
    place: conference.place,
    audience: 'members',
    path: conferencePaths.one(year.bloc.slug, year.slug, conference.id),
    by,
  })
  if (isChange) await tellConcerned(tx, now, await deadlineById(tx, id), { naming: 'calendar.changed', by })
}

export async function dropFromCalendar(tx: Tx, now: Date, conference: ConferenceRow, by: string): Promise<void> {
  const reason = conference.cancel_reason ?? ''
  const dropped = await dropDeadline(tx, now, dayKey(conference.id), reason)
  if (dropped !== undefined) await tellConcerned(tx, now, dropped, { naming: 'calendar.cancelled', reason, by })
}

const waits = ({ unit_id: unit, removed_at: removed, invited_at: invited, reply }: InviteeRow) =>
  unit !== null && removed === null && invited !== null && reply === null

/** Each unit with a delegate who has not answered is asked to, until the day before. */
export async function askReplies(tx: Tx, now: Date, conference: ConferenceRow): Promise<void> {
  const year = await yearById(tx, conference.bloc_year_id)
  const roll = await rollOf(tx, conference.id)
  const units = new Set(roll.flatMap(({ unit_id: unit }) => (unit === null ? [] : [unit])))
  const waiting = new Set(roll.filter(waits).map(({ unit_id: unit }) => unit))
  for (const unit of units) {
    if (!waiting.has(unit)) {
      await closeTask(tx, now, replyKey(conference.id, unit))
      continue
    }
    await openTask(tx, now, {
      key: replyKey(conference.id, unit),
      kind: 'conferences.reply',
      unit,
      blocYear: year.id,
      path: conferencePaths.one(year.bloc.slug, year.slug, conference.id),
      facts: { title: conference.title, day: conference.held_on },
      dueOn: addDays(conference.held_on, -1),
    })
  }
}

export async function closeReplyTasks(tx: Tx, now: Date, conference: string): Promise<void> {
  await tx
    .updateTable('task')
    .set({ closed_at: now })
    .where('key', 'like', `conferences.reply ${conference} %`)
    .where('closed_at', 'is', null)
    .execute()
}

interface Given {
  conference: ConferenceRow
  task: { id: string; unit: string; text: string; dueOn: string }
}

/** What a unit was given to do is a task of its own and a line in the calendar. */
export async function askTask(tx: Tx, now: Date, { conference, task }: Given): Promise<void> {
  const year = await yearById(tx, conference.bloc_year_id)
  const path = conferencePaths.one(year.bloc.slug, year.slug, conference.id)
  const facts = { title: task.text, conference: conference.title }
  await openTask(tx, now, {
    key: taskKey(task.id),
    kind: 'conferences.task',
    unit: task.unit,
    blocYear: year.id,
    path,
    facts,
    dueOn: task.dueOn,
  })
  await keepDeadline(tx, now, {
    key: taskKey(task.id),
    blocYear: year.id,
    kind: 'deadline',
    naming: 'conferenceTask',
    facts,
    startsOn: task.dueOn,
    audience: 'unit',
    unit: task.unit,
    path,
  })
}

export async function closeGivenTask(tx: Tx, now: Date, task: string): Promise<void> {
  await closeTask(tx, now, taskKey(task))
  await dropDeadline(tx, now, taskKey(task))
}
