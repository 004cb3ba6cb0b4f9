import { words as uploadWords } from '#capabilities/signatures/uploads/words.ts'
import { words as identityWords } from '#domains/identity/words.ts'
import type { RuleWords } from '#platform/attempt.ts'
import { words as lineageWords } from './lineage/words.ts'
import { words as mandateWords } from './mandates/words.ts'
import { words } from './words.ts'

/** The rules that the forms of this domain may meet. */
export const unitRuleWords: RuleWords = {
  units: words,
  lineage: lineageWords,
  mandates: mandateWords,
  identity: identityWords,
  uploads: uploadWords,
}
