import type { Locale } from '#platform/words.ts'
import { words } from './words.ts'

type Instant = Date | string

const zone = 'Asia/Ho_Chi_Minh'
const dayParts = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })
const clock = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const
const millisecondsADay = 86_400_000

const utc = (day: string) => new Date(`${day}T00:00:00Z`)
const language = (locale: Locale) => (locale === 'vi' ? 'vi-VN' : 'en-GB')

/** The calendar day in Vietnam, 'YYYY-MM-DD', at an instant. */
export const dayOf = (instant: Instant) => dayParts.format(new Date(instant))

/** '2023-10-02' → '02/10/2023'. */
export const formatDay = (day: string) => day.split('-').reverse().join('/')

/** '2023-10-02' → '02/10'. */
export const formatDayMonth = (day: string) => formatDay(day).slice(0, 5)

/** 'Thứ Hai, ngày 02 tháng 10 năm 2023'; days below 10 and months 1, 2 carry a zero (Decree 30/2020, annex I). */
export function formatLongDay(day: string, locale: Locale = 'vi') {
  const t = words(locale)
  const date = utc(day)
  const weekday = weekdays[date.getUTCDay()] ?? 'sunday'
  const month = `m${date.getUTCMonth() + 1}` as keyof typeof t.months
  return t.longDay(t.weekdays[weekday], day.slice(8), t.months[month], day.slice(0, 4))
}

/** '14:03' in Vietnam. */
export const formatTime = (instant: Instant) => clock.format(new Date(instant))

/** '14:03, 02/10/2023' in Vietnam. */
export const formatMoment = (instant: Instant) => `${formatTime(instant)}, ${formatDay(dayOf(instant))}`

export const formatPeriod = (from: string, to: string, locale: Locale = 'vi') =>
  words(locale).from(formatDay(from), formatDay(to))

/**
 * Groups and decimal comma of the language: 2400.5 → '2.400,5'.
 * A decimal string is formatted digit for digit, never through a binary float.
 */
export function formatNumber(value: number | bigint | `${number}`, locale: Locale = 'vi', decimals?: number) {
  const places = decimals === undefined ? { maximumFractionDigits: 20 } : fixed(decimals)
  return new Intl.NumberFormat(language(locale), places).format(value)
}

/** 91.5 → '91,5 %': the value is already in hundredths. */
export const formatPercent = (value: number | `${number}`, locale: Locale = 'vi', decimals?: number) =>
  `${formatNumber(value, locale, decimals)}\u00a0%`

const fixed = (decimals: number) => ({ minimumFractionDigits: decimals, maximumFractionDigits: decimals })

const byteUnits = ['byte', 'kB', 'MB', 'GB'] as const

/** 1_530_000 → '1,5 MB'. */
export function formatBytes(bytes: number, locale: Locale = 'vi') {
  const power = Math.min(byteUnits.length - 1, bytes < 1000 ? 0 : Math.floor(Math.log10(bytes) / 3))
  const amount = bytes / 1000 ** power
  const decimals = power > 1 ? 1 : 0
  const text = new Intl.NumberFormat(language(locale), { maximumFractionDigits: decimals }).format(amount)
  return `${text}\u00a0${byteUnits[power]}`
}

/** Whole days from one calendar day to another; negative when `to` lies before. */
export const daysBetween = (from: string, to: string) =>
  Math.round((utc(to).getTime() - utc(from).getTime()) / millisecondsADay)

export type Deadline = { state: 'late' | 'soon' | 'open'; text: string }

/** How far a deadline is, its last day included: 'còn 3 ngày', 'hạn hôm nay', 'quá hạn 1 ngày'. `soon` is a week or less. */
export function deadline(due: string, today: string, locale: Locale = 'vi'): Deadline {
  const t = words(locale).due
  const days = daysBetween(today, due)
  if (days < 0) return { state: 'late', text: t.late(-days) }
  if (days === 0) return { state: 'soon', text: t.today }
  return { state: days <= 7 ? 'soon' : 'open', text: t.left(days) }
}
