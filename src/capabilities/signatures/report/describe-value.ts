import type { Locale } from '#platform/words.ts'

const locales = { vi: 'vi-VN', en: 'en-GB' } as const

export function number(value: number, locale: Locale): string {
  return value.toLocaleString(locales[locale])
}

/** `09:00:00, 23/11/2026`, the wall clock of Viet Nam, in both languages. */
export function moment(iso: string, locale: Locale): string {
  const format = new Intl.DateTimeFormat(locales[locale], {
    timeZone: 'Asia/Ho_Chi_Minh',
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  })
  const parts = new Map(format.formatToParts(new Date(iso)).map(({ type, value }) => [type, value]))
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? ''
  return `${part('hour')}:${part('minute')}:${part('second')}, ${part('day')}/${part('month')}/${part('year')}`
}
