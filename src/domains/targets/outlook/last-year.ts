import { decimalText, exact, plus, zero } from '#platform/exact.ts'
import type { PeriodValue } from '../roll-up/figure.ts'
import type { Target } from '../target.ts'

interface Span {
  starts_on: string
  ends_on: string
}

/** What a unit had of the same target by the same day of the year before, and by its end. */
export interface LastYear {
  soFar: string
  whole: string
}

const yearOf = (day: string) => Number(day.slice(0, 4))
const isLastOfMonth = (day: string) =>
  new Date(Date.parse(day) + 86_400_000).toISOString().slice(5, 7) !== day.slice(5, 7)

/** The same day some years earlier; the end of a month stays its end, whatever February has. */
function daysEarlier(day: string, years: number): string {
  const month = `${String(yearOf(day) - years).padStart(4, '0')}-${day.slice(5, 7)}`
  return isLastOfMonth(day) ? `${month}-31` : `${month}-${day.slice(8)}`
}

function sumUntil(accumulation: Target['accumulation'], points: readonly PeriodValue[], day: string): string | null {
  const known = points.flatMap(({ endsOn, value }) => (value === null || endsOn > day ? [] : [value]))
  if (known.length === 0) return null
  return accumulation === 'flow' ? decimalText(known.map(exact).reduce(plus, zero), 6) : (known.at(-1) ?? null)
}

/**
 * Nothing where the year before began on another day of the calendar, or its last report is missing: then its whole is
 * not known.
 */
export function lastYearOf(
  accumulation: Target['accumulation'],
  points: readonly PeriodValue[],
  { year, before, day }: { year: Span; before: Span; day: string },
): LastYear | null {
  if (year.starts_on.slice(5) !== before.starts_on.slice(5)) return null
  if (!points.some(({ endsOn, value }) => value !== null && endsOn >= before.ends_on)) return null
  const until = daysEarlier(day, yearOf(year.starts_on) - yearOf(before.starts_on))
  const soFar = sumUntil(accumulation, points, until)
  const whole = sumUntil(accumulation, points, before.ends_on)
  return soFar === null || whole === null ? null : { soFar, whole }
}
