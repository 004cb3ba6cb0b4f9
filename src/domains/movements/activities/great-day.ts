/** A great day (ngày lễ lớn) as it comes round every year. */
export interface GreatDay {
  id: string
  month: number
  day: number
  name: string
  organisation: string
  remind_days: number
  is_local: boolean
  ended_on: string | null
}

const two = (number: number) => String(number).padStart(2, '0')

/** 'MM-DD'; a day that a year does not have (29/02) falls on the last day of its month. */
function onDay(year: number, { month, day }: Pick<GreatDay, 'month' | 'day'>): string {
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return `${year}-${two(month)}-${two(Math.min(day, last))}`
}

export type GreatDayOn<Day extends GreatDay = GreatDay> = Day & { on: string }

/** The great days that fall within days, in their order; a year that goes over New Year has each of them once. */
export function greatDaysWithin<Day extends GreatDay>(
  days: readonly Day[],
  { startsOn, endsOn }: { startsOn: string; endsOn: string },
): GreatDayOn<Day>[] {
  const first = Number(startsOn.slice(0, 4))
  const count = Number(endsOn.slice(0, 4)) - first + 1
  const years = Array.from({ length: count }, (_, index) => first + index)
  return years
    .flatMap((year) => days.map((day) => ({ ...day, on: onDay(year, day) })))
    .filter(({ on, ended_on }) => on >= startsOn && on <= endsOn && (ended_on === null || on < ended_on))
    .toSorted((one, other) => one.on.localeCompare(other.on) || one.name.localeCompare(other.name, 'vi'))
}

/** Whether the calendar has such a day in some year. */
export const isDayOfMonth = (month: number, day: number) => day <= new Date(Date.UTC(2024, month, 0)).getUTCDate()
