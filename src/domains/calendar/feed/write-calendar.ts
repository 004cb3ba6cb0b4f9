import ical, { ICalEventStatus, type ICalCalendar } from 'ical-generator'
import { addDays } from '#platform/clock.ts'
import type { Locale } from '#platform/words.ts'
import { nameOf } from '../deadlines/name-of.ts'
import type { DeadlineRow } from '../deadlines/queries.ts'
import type { TaskFacts } from '../task.ts'
import { titleOf } from '../title-of.ts'

interface FeedTask {
  id: string
  kind: string
  facts: TaskFacts
  path: string
  due_on: string
  opened_at: Date
}

export interface CalendarContent {
  /** How the calendar is called in the reader's program. */
  name: string
  /** The site as people reach it; its host makes the UIDs the same wherever they are read. */
  site: string
  locale: Locale
  /** `bloc` stands before the name, where a calendar holds several. */
  deadlines: readonly (DeadlineRow & { bloc: string })[]
  tasks: readonly FeedTask[]
}

const zone = 'Asia/Ho_Chi_Minh'

/** Vietnam has kept one offset since 1975. */
const zoneLines = [
  'BEGIN:VTIMEZONE',
  `TZID:${zone}`,
  'BEGIN:STANDARD',
  'DTSTART:19750613T000000',
  'TZOFFSETFROM:+0800',
  'TZOFFSETTO:+0700',
  'TZNAME:+07',
  'END:STANDARD',
  'END:VTIMEZONE',
  '',
]

/** Wall time as the library writes it without knowing any zone: with one it would go by the server's own. */
export const wall = (day: string, time = '00:00') => new Date(`${day}T${time}:00Z`)

const stamped = /^(?<name>DTSTART|DTEND):(?<time>\d{8}T\d{6})Z\r$/gmu

/** Says of every wall time that it is Vietnam's. */
export function inVietnam(file: string): string {
  const first = 'BEGIN:VEVENT'
  return file.replaceAll(stamped, `$<name>;TZID=${zone}:$<time>\r`).replace(first, zoneLines.join('\r\n') + first)
}

function whenOf({ starts_on, ends_on, starts_at, ends_at }: DeadlineRow) {
  // The end of a whole day is the first day that is not in it any more.
  if (starts_at === null) return { start: wall(starts_on), end: wall(addDays(ends_on, 1)), allDay: true }
  return { start: wall(starts_on, starts_at), end: wall(ends_on, ends_at ?? starts_at) }
}

function addDeadline(calendar: ICalCalendar, row: CalendarContent['deadlines'][number], content: CalendarContent) {
  const name = nameOf(row, content.locale)
  calendar.createEvent({
    ...whenOf(row),
    id: `deadline-${row.id}@${new URL(content.site).host}`,
    summary: row.bloc === '' ? name : `${name} (${row.bloc})`,
    sequence: row.sequence,
    stamp: row.changed_at,
    status: row.cancelled_at === null ? ICalEventStatus.CONFIRMED : ICalEventStatus.CANCELLED,
    ...(row.place === '' ? {} : { location: row.place }),
  })
}

function addTask(calendar: ICalCalendar, task: FeedTask, { site, locale }: CalendarContent) {
  calendar.createEvent({
    start: wall(task.due_on),
    end: wall(addDays(task.due_on, 1)),
    allDay: true,
    id: `task-${task.id}@${new URL(site).host}`,
    summary: titleOf(task, locale),
    stamp: task.opened_at,
    url: site + task.path,
  })
}

/** A calendar file (RFC 5545): titles and days alone, since whoever has the address reads it without signing in. */
export function writeCalendar(content: CalendarContent): string {
  const calendar = ical({ name: content.name, prodId: { company: 'Giao Uoc', product: 'lich', language: 'VI' } })
  for (const row of content.deadlines) addDeadline(calendar, row, content)
  for (const task of content.tasks) addTask(calendar, task, content)
  return inVietnam(calendar.toString())
}
