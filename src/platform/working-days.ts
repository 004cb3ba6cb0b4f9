import { addDays } from './clock.ts'

/** Days off besides Saturdays and Sundays, and Saturdays and Sundays that are worked, as `YYYY-MM-DD`. */
export interface DaysOff {
  readonly off: ReadonlySet<string>
  readonly worked: ReadonlySet<string>
}

const isWorkingDay = (day: string, { off, worked }: DaysOff): boolean => {
  if (worked.has(day)) return true
  const weekday = new Date(day).getUTCDay()
  return weekday !== 0 && weekday !== 6 && !off.has(day)
}

/** The working days after one day up to and with another; negative backwards: from Friday to Monday it is 1. */
export function workingDaysBetween(from: string, to: string, days: DaysOff): number {
  if (to < from) return 0 - workingDaysBetween(to, from, days)
  let count = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(day, days)) count += 1
  return count
}

/** The day on which so many working days have passed after a day. */
export function addWorkingDays(from: string, count: number, days: DaysOff): string {
  let day = from
  for (let left = count; left > 0;) {
    day = addDays(day, 1)
    if (isWorkingDay(day, days)) left -= 1
  }
  return day
}
