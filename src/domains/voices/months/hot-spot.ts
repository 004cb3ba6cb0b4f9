import { compare, decimalText, divided, exact, signOf, times, whole, type Exact } from '#platform/exact.ts'

/** A topic or place in one month; null where nothing is told of it. */
export interface MonthCount {
  month: string
  count: number | null
}

export interface HotRule {
  /** The least sample: fewer in the month are never a hot spot. */
  least: number
  /** How many times the mean of the months before, as decimal text. */
  factor: string
  /** How many months before are looked at. */
  months: number
}

/** Why something is a hot spot: it grew against the mean of the months told before, or was told in none of them. */
export type Heat =
  | { kind: 'grown'; count: number; mean: string; times: string; months: number }
  | { kind: 'emerged'; count: number; months: number }

const meanOf = (counts: readonly number[]): Exact | null =>
  divided(whole(counts.reduce((total, count) => total + count, 0)), whole(counts.length))

/**
 * The rule, on figures that may be told: at least `least` opinions in the month, and at least `factor` times the mean
 * of those of the last `months` months in which it is told; or told now and in none of them. Without a month before
 * nothing is said.
 */
export function heatOf(now: MonthCount, before: readonly MonthCount[], rule: HotRule): Heat | null {
  if (now.count === null || now.count < rule.least) return null
  const earlier = before
    .filter(({ month }) => month < now.month)
    .toSorted((one, other) => other.month.localeCompare(one.month))
    .slice(0, rule.months)
  if (earlier.length === 0) return null
  const counts = earlier.flatMap(({ count }) => (count === null ? [] : [count]))
  const mean = meanOf(counts)
  if (mean === null || signOf(mean) === 0) return { kind: 'emerged', count: now.count, months: earlier.length }
  if (compare(whole(now.count), times(exact(rule.factor), mean)) < 0) return null
  const ratio = divided(whole(now.count), mean) ?? whole(0)
  return {
    kind: 'grown',
    count: now.count,
    mean: decimalText(mean, 1),
    times: decimalText(ratio, 1),
    months: counts.length,
  }
}
