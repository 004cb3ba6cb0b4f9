import type { Locale } from '#platform/words.ts'
import { words as care } from './care/words.ts'
import { words as digest } from './digest/words.ts'
import { words as opinionImport } from './import/words.ts'
import { words as months } from './months/words.ts'
import { words as topics } from './topics/words.ts'

/** The words of reports on what was heard, by the first word of their rules and deeds. */
export const reportWords = { care, digest, months, opinionImport, topics }

/** The sentences of their deeds. */
export const reportDeeds = (locale: Locale) => ({
  ...care(locale).deeds,
  ...digest(locale).deeds,
  ...months(locale).deeds,
  ...opinionImport(locale).deeds,
  ...topics(locale).deeds,
})
