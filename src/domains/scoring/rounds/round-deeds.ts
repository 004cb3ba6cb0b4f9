import type { Locale } from '#platform/words.ts'
import { words as crossWords } from '../cross/words.ts'
import { words as judgingWords } from '../judging/words.ts'
import { words as petitionWords } from '../petitions/words.ts'
import { words as resultWords } from '../results/words.ts'
import { words } from './words.ts'

/** What the history of a round may tell: everything that is done to it, whichever part of scoring does it. */
export const roundDeeds = (locale: Locale) => ({
  ...words(locale).deeds,
  ...crossWords(locale).deeds,
  ...judgingWords(locale).deeds,
  ...resultWords(locale).deeds,
  ...petitionWords(locale).deeds,
})
