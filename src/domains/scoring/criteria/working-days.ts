const msOfDay = 86_400_000

/**
 * Working days from one day to another: those after the first up to the last, by the table's days off and its weekends
 * that are worked; negative backwards.
 */
export function workingDays(holidays: readonly string[], workdays: readonly string[]) {
  const [off, worked] = [new Set(holidays), new Set(workdays)]
  const isWorked = (at: number) => {
    const day = new Date(at)
    const text = day.toISOString().slice(0, 10)
    if (worked.has(text)) return true
    return !off.has(text) && day.getUTCDay() % 6 !== 0
  }
  const count = (from: string, to: string): number => {
    let days = 0
    const last = Date.parse(to)
    for (let at = Date.parse(from) + msOfDay; at <= last; at += msOfDay) days += isWorked(at) ? 1 : 0
    return days
  }
  return (from: string, to: string): number => (from <= to ? count(from, to) : 0 - count(to, from))
}
