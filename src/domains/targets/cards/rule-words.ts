import { words as blocWords } from '#domains/blocs/words.ts'
import { words } from '../words.ts'

/** The sentences of the rules that a form about targets may meet. */
export const ruleWords = { targets: words, blocs: blocWords }
