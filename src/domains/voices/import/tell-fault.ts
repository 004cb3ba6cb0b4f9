import { letterOf, type CellFault } from '#capabilities/spreadsheets/sheet.ts'
import { words as sheetWords } from '#capabilities/spreadsheets/words.ts'
import { words as blocWords } from '#domains/blocs/words.ts'
import { refusalOf, type RuleWords } from '#platform/attempt.ts'
import { RuleViolation } from '#platform/errors.ts'
import type { Locale } from '#platform/words.ts'
import { words } from './words.ts'

/** The sentences that a list may meet, of its file and of its rows. */
export const opinionImportRules: RuleWords = { sheet: sheetWords, opinionImport: words, blocs: blocWords }

/** "C12: Chưa đúng ngày." */
export function tellFault({ column, key, values }: CellFault, row: number, locale: Locale): string {
  const sentence = refusalOf(new RuleViolation(key, values), opinionImportRules, locale)
  return column === null ? sentence : `${letterOf(column)}${row}: ${sentence}`
}
