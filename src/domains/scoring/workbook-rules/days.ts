import type { Draft } from '../workbook-lines/draft.ts'
import { serialOf } from '../workbook-lines/fact-value.ts'
import { f, type Formula } from '../workbook-lines/line.ts'

const serials = (days: readonly string[]) => `{${days.map(serialOf).join(',')}}`

const isWeekend = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay() % 6 === 0

/** Working days after one day up to a later one. */
export function workingDaysOn({ table }: Draft, from: Formula, to: Formula): Formula {
  const { holidays } = table
  const off = holidays.length === 0 ? '' : `,${serials(holidays)}`
  // Only a day that is else off adds to what is worked anyway.
  const added = table.workdays.filter((day) => isWeekend(day) || holidays.includes(day))
  const days = serials(added)
  const worked = added.length === 0 ? [] : f`+SUMPRODUCT((${days}>${from})*(${days}<=${to}))`
  return f`NETWORKDAYS(${from}+1,${to}${off})${worked}`
}

/** Working days after the first day up to the last: none to itself, and below zero backwards. */
export function workingDays(draft: Draft, from: Formula, to: Formula): Formula {
  const forwards = workingDaysOn(draft, from, to)
  const backwards = f`-(${workingDaysOn(draft, to, from)})`
  return f`IF(${from}=${to},0,IF(${from}<${to},${forwards},${backwards}))`
}
