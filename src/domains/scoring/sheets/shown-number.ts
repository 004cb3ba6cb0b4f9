import { writeNumber } from '#domains/targets/value.ts'
import { decimalText } from '#platform/exact.ts'
import type { Locale } from '#platform/words.ts'
import { readExactText } from '../engine/exact-text.ts'

/** Exact text as it is read on screen, to four places: "6,6667" of "20/3". */
export const shownNumber = (value: string, locale: Locale): string =>
  writeNumber(decimalText(readExactText(value), 4), locale)
