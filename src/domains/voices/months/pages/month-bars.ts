import { formatNumber } from '#ui/format.ts'
import type { Locale } from '#platform/words.ts'
import { nameKey, type Breakdown, type MonthFigures } from '../month-figures.ts'
import type { MonthRow } from '../queries.ts'
import { words } from '../words.ts'
import type { Bar } from './bar-chart.tsx'

const shown = (count: number, locale: Locale) => formatNumber(String(count) as `${number}`, locale)

/** A breakdown of a month as bars, with what is not named in one last bar. */
export function barsOf(figures: MonthFigures, what: Breakdown, locale: Locale): Bar[] {
  const t = words(locale).charts
  const bar = (label: string, value: number) => ({ label, value, text: shown(value, locale) })
  const { shown: told, rest } = figures[what]
  const bars = told
    .filter(({ count }) => count > 0)
    .map(({ key, count }) => bar(key === '' ? t.unnamed : (figures.names[nameKey(what, key)] ?? key), count))
  return rest === 0 ? bars : [...bars, bar(t.rest, rest)]
}

/** '4/2023' */
export const shortMonth = (month: string) => `${Number(month.slice(5, 7))}/${month.slice(0, 4)}`

/** The closed months, each with its total where it may be told. */
export function barsOfMonths(months: readonly MonthRow[], locale: Locale): Bar[] {
  const t = words(locale).charts
  return months.map(({ month, figures: { total, least } }) => ({
    label: shortMonth(month),
    value: total,
    text: total === null ? t.withheld(String(least)) : shown(total, locale),
  }))
}

export function describeBars(bars: readonly Bar[], locale: Locale): string {
  const t = words(locale).charts
  const most = bars.toSorted((one, other) => (other.value ?? 0) - (one.value ?? 0))[0]
  return most === undefined || most.value === null ? t.nothing : t.topTold(most.label, most.text)
}
