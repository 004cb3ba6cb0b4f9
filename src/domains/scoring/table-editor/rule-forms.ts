import { rareRules } from './rare-rules.ts'
import type { RuleForm } from './rule-form.ts'
import { usualRules } from './usual-rules.ts'

/** Every kind in the order of the list: the usual ones first. */
export const ruleForms: readonly RuleForm[] = [...usualRules, ...rareRules]

export const formOf = (kind: string): RuleForm | undefined => ruleForms.find((form) => form.kind === kind)
