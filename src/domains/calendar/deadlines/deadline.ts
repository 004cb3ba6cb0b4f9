import type { DeadlineAudience, DeadlineKind } from '../../../../db/types.ts'

export type { DeadlineAudience, DeadlineKind }

export const deadlineKinds = ['deadline', 'event'] as const satisfies DeadlineKind[]
export const audiences = ['members', 'unit', 'head', 'authority'] as const satisfies DeadlineAudience[]

export type DeadlineFacts = Readonly<Record<string, string | number>>

/** What a command tells the calendar, in its own transaction. */
export interface NewDeadline {
  /** The same thing has the same key: telling of it twice changes nothing. */
  key: string
  blocYear: string
  kind: DeadlineKind
  /** Which sentence names it (`named` in the words); its first word is the source. */
  naming: string
  facts?: DeadlineFacts
  startsOn: string
  /** The last day, included; the first one when left out. */
  endsOn?: string
  /** "08:00", of the first day in Vietnam. */
  startsAt?: string | null
  endsAt?: string | null
  place?: string
  note?: string
  audience: DeadlineAudience
  unit?: string | null
  /** Where it is done. */
  path?: string | null
  /** Whether each of those whom it concerns has a task for it. */
  asksTask?: boolean
  by?: string | null
}

/** Who told the calendar of it: `typed` by the head, or read and confirmed from the agreement's text. */
export const sourceOf = (naming: string) => naming.split('.')[0] ?? naming

/** Those that a person wrote may be changed and cancelled by hand; the others follow what they stand for. */
export const isWritten = ({ naming }: { naming: string }) => ['typed', 'clause'].includes(sourceOf(naming))

/** Whether a deadline is one for tasks today: not over, and as near as the rules say. */
export function asksToday(
  deadline: { asks_task: boolean; cancelled_at: Date | null; ends_on: string },
  { today, opensOn }: { today: string; opensOn: string },
): boolean {
  if (!deadline.asks_task || deadline.cancelled_at !== null) return false
  return today <= deadline.ends_on && opensOn <= today
}

/** The months that a list of days touches, as 'YYYY-MM', in their order. */
export const monthOf = (day: string) => day.slice(0, 7)

/** The weeks of a month from Monday to Sunday, with `null` for days of its neighbours. */
export function weeksOf(month: string): (string | null)[][] {
  const first = new Date(`${month}-01T00:00:00Z`)
  const before = (first.getUTCDay() + 6) % 7
  const days = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  const cells: (string | null)[] = [
    ...Array.from({ length: before }, () => null),
    ...Array.from({ length: days }, (_none, index) => `${month}-${String(index + 1).padStart(2, '0')}`),
  ]
  while (cells.length % 7 !== 0) cells.push(null)
  return Array.from({ length: cells.length / 7 }, (_none, week) => cells.slice(week * 7, week * 7 + 7))
}

const addMonths = (month: string, months: number): string => {
  const first = new Date(`${month}-01T00:00:00Z`)
  return new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + months, 1)).toISOString().slice(0, 7)
}

/** Every month from one to another, both included. */
export function monthsBetween(from: string, to: string): string[] {
  const months: string[] = []
  for (let month = from; month <= to; month = addMonths(month, 1)) months.push(month)
  return months
}
