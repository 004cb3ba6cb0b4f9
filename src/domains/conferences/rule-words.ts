import { words as blocWords } from '#domains/blocs/words.ts'
import { words } from './words.ts'

/** The sentences of every rule that a form of a conference may meet. */
export const ruleWords = { conferences: words, blocs: blocWords }
