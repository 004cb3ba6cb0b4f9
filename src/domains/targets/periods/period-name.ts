import { lastOfMonth, type Period } from './period.ts'
import type { PeriodWords } from './words.ts'

const isWhole = ({ starts_on, ends_on }: Pick<Period, 'starts_on' | 'ends_on'>) =>
  starts_on.endsWith('-01') && lastOfMonth(ends_on) === ends_on

const monthOf = (day: string) => Number(day.slice(5, 7))
const yearOf = (day: string) => day.slice(0, 4)
const shown = (day: string) => day.split('-').toReversed().join('/')
const roman = ['I', 'II', 'III', 'IV'] as const

/** Quarters and halves that are those of the calendar are named by their number, others by their days. */
const numbered: Readonly<Record<Period['frequency'], (t: PeriodWords['names'], period: Period) => string | undefined>> =
  {
    month: (t, { starts_on }) => t.month(String(monthOf(starts_on)), yearOf(starts_on)),
    quarter: (t, { starts_on }) => {
      const quarter = roman[(monthOf(starts_on) - 1) / 3]
      return quarter === undefined ? undefined : t.quarter(quarter, yearOf(starts_on))
    },
    half_year: (t, { starts_on }) => {
      if (monthOf(starts_on) === 1) return t.firstHalf(yearOf(starts_on))
      return monthOf(starts_on) === 7 ? t.secondHalf(yearOf(starts_on)) : undefined
    },
    year: (t, { starts_on }) => (monthOf(starts_on) === 1 ? t.year(yearOf(starts_on)) : undefined),
  }

const lengths = { month: 1, quarter: 3, half_year: 6, year: 12 } as const

const monthsOf = ({ starts_on, ends_on }: Period) =>
  (Number(yearOf(ends_on)) - Number(yearOf(starts_on))) * 12 + monthOf(ends_on) - monthOf(starts_on) + 1

/** "Tháng 2/2023", "Quý I/2023", "6 tháng đầu năm 2023"; an odd one by its days: "Quý từ 16/03/2023 đến 31/05/2023". */
export function periodName(t: PeriodWords['names'], period: Period): string {
  const isUsual = isWhole(period) && monthsOf(period) === lengths[period.frequency]
  const name = isUsual ? numbered[period.frequency](t, period) : undefined
  return name ?? t.odd(t.frequencies[period.frequency], shown(period.starts_on), shown(period.ends_on))
}
