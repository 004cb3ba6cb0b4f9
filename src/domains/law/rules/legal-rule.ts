import type { LegalMeasure } from '../../../../db/types.ts'

/** A deadline or threshold that a text gives; `value` is '15' days, '03-15' a day of the year, '3' years. */
export interface LegalRule {
  id: string
  code: string
  measure: LegalMeasure
  value: string
  /** The text as people call it: "Thông tư 03/2018/TT-BNG". */
  text_name: string
  source: string
  in_force_from: string | null
  in_force_to: string | null
  confirmed_at: Date | null
}

/** A rule as the seed brings it: never confirmed. */
export interface LegalRuleDraft extends Omit<LegalRule, 'id' | 'confirmed_at'> {
  code: LegalRuleCode
}

/** The rules that screens ask for by name. */
const legalRuleCodes = [
  'movement-registration',
  'yearly-registration',
  'provincial-flag-years',
  'government-flag-years',
] as const
export type LegalRuleCode = (typeof legalRuleCodes)[number]

/** The rule of a code that holds on a day: the latest to begin; one of unknown beginning is the earliest. */
export function ruleOn(rules: readonly LegalRule[], code: LegalRuleCode, day: string): LegalRule | undefined {
  const holds = (rule: LegalRule) =>
    rule.code === code && (rule.in_force_from ?? '') <= day && (rule.in_force_to === null || rule.in_force_to >= day)
  return rules
    .filter(holds)
    .toSorted((one, other) => (other.in_force_from ?? '').localeCompare(one.in_force_from ?? ''))[0]
}
