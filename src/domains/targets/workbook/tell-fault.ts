import { words as sheetWords } from '#capabilities/spreadsheets/words.ts'
import { refusalOf } from '#platform/attempt.ts'
import { RuleViolation } from '#platform/errors.ts'
import type { Locale } from '#platform/words.ts'
import type { CellShown } from './queries.ts'
import { words } from './words.ts'

/** "F12: Chưa đúng ngày." */
export function tellFault({ address, judged }: Pick<CellShown, 'address' | 'judged'>, locale: Locale): string {
  if (judged.outcome === 'fault') return `${address}: ${words(locale).faults[judged.key]}`
  if (judged.outcome !== 'broken') return ''
  return `${address}: ${refusalOf(new RuleViolation(judged.key, judged.values), { sheet: sheetWords }, locale)}`
}
