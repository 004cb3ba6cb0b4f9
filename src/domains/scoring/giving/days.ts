const msOfDay = 86_400_000

/** Days from one day to another: negative backwards. */
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / msOfDay

/** The same day so many months on; the month's last day where it has none of that number. */
function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0))
  return new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), Math.min(date, last.getUTCDate())))
    .toISOString()
    .slice(0, 10)
}

/** Whole months from one day to a later one, and whether another has begun. */
export function monthsBetween(from: string, to: string): { whole: number; isBegun: boolean } {
  let whole = 0
  while (addMonths(from, whole + 1) <= to) whole += 1
  return { whole, isBegun: addMonths(from, whole) < to }
}
