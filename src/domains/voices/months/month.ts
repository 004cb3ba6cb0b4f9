/** The first day of the month of a day. */
export const monthOf = (day: string) => `${day.slice(0, 7)}-01`

/** '2023-04-01' → 'tháng 4 năm 2023' */
export const monthName = (month: string) => `tháng ${Number(month.slice(5, 7))} năm ${month.slice(0, 4)}`

function shifted(month: string, by: number, day: number): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number - 1 + by, day)).toISOString().slice(0, 10)
}

/** The last day of the month that begins on a day. */
export const endOfMonth = (month: string) => shifted(month, 1, 0)

export const monthBefore = (month: string) => shifted(month, -1, 1)
const monthAfter = (month: string) => shifted(month, 1, 1)

/** The months of a span, each by its first day. */
export function monthsBetween(from: string, to: string): string[] {
  const months: string[] = []
  for (let at = monthOf(from); at <= to; at = monthAfter(at)) months.push(at)
  return months
}
