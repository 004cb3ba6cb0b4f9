/** The only source of time: production passes `systemClock`, tests a clock of their own. */
export type Clock = () => Date

export const systemClock: Clock = () => new Date()

const inVietnam = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh', dateStyle: 'short' })

/** The day in Vietnam at a moment, as `YYYY-MM-DD`. */
export function dayOf(moment: Date): string {
  return inVietnam.format(moment)
}

const clockInVietnam = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** The time of the day in Vietnam at a moment, as `HH:MM`. */
export const timeOf = (moment: Date): string => clockInVietnam.format(moment)

/** The first moment of a day in Vietnam. */
export const startOfDay = (day: string): Date => new Date(`${day}T00:00:00+07:00`)

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
}

/** A deadline includes its last day: a paper handed in at 23:59 of that day is in time. */
export function isPast(dueOn: string, today: string): boolean {
  return today > dueOn
}
