import type { Locale } from '#platform/words.ts'
import { writeDays } from '#platform/write-days.ts'
import type { DeadlineFacts } from './deadline.ts'
import { words } from './words.ts'

/** What a deadline or event is called in a language; one without words is named all the same. */
export function nameOf({ naming, facts }: { naming: string; facts: DeadlineFacts }, locale: Locale): string {
  const t = words(locale)
  const { title } = facts
  return t.named[naming]?.(writeDays(facts)) ?? (typeof title === 'string' ? title : t.unnamed)
}

/** "23/02/2023", or "20/02/2023 – 23/02/2023". */
export function daysOf({ starts_on: from, ends_on: to }: { starts_on: string; ends_on: string }): string {
  const { from: first = '', to: last = '' } = writeDays({ from, to })
  return from === to ? first : `${first} – ${last}`
}
