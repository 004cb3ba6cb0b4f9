import { addDays } from '#platform/clock.ts'
import type { DueRuleKind, PeriodState } from '../../../../db/types.ts'
import { frequencies, type ReportFrequency } from '../target.ts'

export type { DueRuleKind, PeriodState }

export const dueRuleKinds = ['day_of_month', 'days_after'] as const satisfies DueRuleKind[]

const monthsIn = { month: 1, quarter: 3, half_year: 6, year: 12 } satisfies Record<ReportFrequency, number>

/** First and last day, both included. */
export interface Span {
  starts_on: string
  ends_on: string
}

export interface Period extends Span {
  id: string
  bloc_year_id: string
  frequency: ReportFrequency
  due_on: string
  state: PeriodState
}

/** A day of the period's last month, or so many days after the period's end. */
export interface DueRule {
  kind: DueRuleKind
  number: number
}

/** Where a bloc has said nothing: its own rule stands in `period_due_rule`. */
export const usualDueRules: Readonly<Record<ReportFrequency, DueRule>> = {
  month: { kind: 'day_of_month', number: 25 },
  quarter: { kind: 'day_of_month', number: 25 },
  half_year: { kind: 'day_of_month', number: 15 },
  year: { kind: 'day_of_month', number: 15 },
}

const allowed = {
  change: ['ahead', 'open'],
  close: ['open'],
  reopen: ['closed'],
} satisfies Record<string, PeriodState[]>

/** A period opens by itself on its first day, whether or not a job has said so in the table. */
export const stateOn = (period: Pick<Period, 'state' | 'starts_on'>, today: string): PeriodState =>
  period.state === 'ahead' && period.starts_on <= today ? 'open' : period.state

export const periodCan = (verb: keyof typeof allowed, period: Pick<Period, 'state' | 'starts_on'>, today: string) =>
  allowed[verb].some((state) => state === stateOn(period, today))

const firstOfMonth = (day: string, monthsOn: number): string => {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + monthsOn
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}-01`
}

export const lastOfMonth = (day: string) => addDays(firstOfMonth(day, 1), -1)

const later = (one: string, other: string) => (one > other ? one : other)
const earlier = (one: string, other: string) => (one < other ? one : other)

/**
 * The periods of a year: whole months counted from the month in which it begins, so that a school year has its own
 * quarters; a year that begins or ends within a month has a shorter first or last period.
 */
export function layPeriods(year: Span, frequency: ReportFrequency): Span[] {
  const spans: Span[] = []
  for (let months = 0; firstOfMonth(year.starts_on, months) <= year.ends_on; months += monthsIn[frequency]) {
    const next = firstOfMonth(year.starts_on, months + monthsIn[frequency])
    const starts_on = later(firstOfMonth(year.starts_on, months), year.starts_on)
    spans.push({ starts_on, ends_on: earlier(addDays(next, -1), year.ends_on) })
  }
  return joinSingleDays(spans)
}

/** Of a single day there is nothing to report apart: it goes with its neighbour. */
function joinSingleDays(spans: readonly Span[]): Span[] {
  const [first, second, ...rest] = spans
  if (first === undefined || second === undefined) return [...spans]
  if (first.starts_on === first.ends_on) return joinLast([{ ...second, starts_on: first.starts_on }, ...rest])
  return joinLast(spans)
}

function joinLast(spans: readonly Span[]): Span[] {
  const [last, before] = [spans.at(-1), spans.at(-2)]
  if (last === undefined || before === undefined || last.starts_on < last.ends_on) return [...spans]
  return [...spans.slice(0, -2), { ...before, ends_on: last.ends_on }]
}

/** The last day for the report, itself included. */
export function dueDay({ starts_on, ends_on }: Span, { kind, number }: DueRule): string {
  if (kind === 'days_after') return addDays(ends_on, number)
  const wanted = earlier(addDays(firstOfMonth(ends_on, 0), number - 1), lastOfMonth(ends_on))
  return wanted > starts_on ? wanted : ends_on
}

/** How a period stands in an address: "thang-2023-02-01". */
const slugs = {
  month: 'thang',
  quarter: 'quy',
  half_year: 'nua-nam',
  year: 'nam',
} satisfies Record<ReportFrequency, string>

export const periodSlug = ({ frequency, starts_on }: Pick<Period, 'frequency' | 'starts_on'>) =>
  `${slugs[frequency]}-${starts_on}`

/** Nothing when the word in the address is no period. */
export function readPeriodSlug(slug: string): Pick<Period, 'frequency' | 'starts_on'> | undefined {
  const [, word = '', starts_on = ''] = /^([a-z-]+)-(\d{4}-\d{2}-\d{2})$/.exec(slug) ?? []
  const frequency = frequencies.find((each) => slugs[each] === word)
  const isDay = !Number.isNaN(Date.parse(starts_on)) && addDays(starts_on, 0) === starts_on
  return frequency === undefined || !isDay ? undefined : { frequency, starts_on }
}

/** Reopened for one unit, or for all when `unit_id` is null, until a day that is included. */
export interface Reopening {
  unit_id: string | null
  until_on: string
  state: 'asked' | 'agreed' | 'refused'
}

/** The reopening that holds for a unit on a day, the longest where there are several. */
export function reopenedFor<One extends Reopening>(
  reopenings: readonly One[],
  unit: string,
  today: string,
): One | undefined {
  return reopenings
    .filter(({ state, unit_id, until_on }) => state === 'agreed' && [null, unit].includes(unit_id) && today <= until_on)
    .toSorted((one, other) => other.until_on.localeCompare(one.until_on))[0]
}

/** Whether a unit may write into a period on a day. */
export const takesFigures = (
  period: Pick<Period, 'state' | 'starts_on'>,
  reopenings: readonly Reopening[],
  { unit, today }: { unit: string; today: string },
) => stateOn(period, today) === 'open' || reopenedFor(reopenings, unit, today) !== undefined

/** Whether a target is reported in a period: in its own, and, if the unit wishes, again in a longer one. */
export const isReportedIn = (frequency: ReportFrequency, period: Pick<Period, 'frequency'>) =>
  monthsIn[frequency] <= monthsIn[period.frequency]
