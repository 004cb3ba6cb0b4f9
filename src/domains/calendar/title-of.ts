import type { Locale } from '#platform/words.ts'
import { writeDays } from '#platform/write-days.ts'
import type { TaskFacts } from './task.ts'
import { words, type CalendarWords } from './words.ts'

export interface KindWords {
  title: (facts: Record<string, string>) => string
  detail: (facts: Record<string, string>) => string
  action: string
}

/** A kind without words is still shown, with its button: nothing to do may be hidden. */
export function wordsOf(kind: string, t: CalendarWords): KindWords {
  const known: Readonly<Record<string, KindWords>> = t.kinds
  return known[kind] ?? { title: () => t.unknown, detail: () => '', action: t.open }
}

/** What a task is called in a language. */
export function titleOf({ kind, facts }: { kind: string; facts: TaskFacts }, locale: Locale): string {
  return wordsOf(kind, words(locale)).title(writeDays(facts))
}
