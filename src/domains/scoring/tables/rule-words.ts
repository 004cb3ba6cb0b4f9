import { words as blocWords } from '#domains/blocs/words.ts'
import { words as sheetWords } from '#capabilities/spreadsheets/words.ts'
import { words } from './words.ts'

/** The sentences of the rules that a form about tables may meet. */
export const ruleWords = { scoreTables: words, blocs: blocWords, sheet: sheetWords }
