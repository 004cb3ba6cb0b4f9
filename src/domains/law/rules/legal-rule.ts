import type { LegalMeasure } from '../../../../db/types.ts'

/** A deadline or threshold that a text gives; `value` is '15' days, '03-15' a day of the year, '3' years, '2/3' a share. */
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
export const legalRuleCodes = [
  'movement-registration',
  'yearly-registration',
  'provincial-flag-years',
  'government-flag-years',
  'conference-quorum',
  'news-retention',
  'opinion-answer',
] as const
export type LegalRuleCode = (typeof legalRuleCodes)[number]

/** What each of them is told in. */
export const measureOf = {
  'movement-registration': 'days',
  'yearly-registration': 'day_of_year',
  'provincial-flag-years': 'years',
  'government-flag-years': 'years',
  'conference-quorum': 'share',
  'news-retention': 'years',
  'opinion-answer': 'days',
} as const satisfies Record<LegalRuleCode, LegalMeasure>

const wholeNumber = /^[1-9]\d{0,3}$/u
const properShare = /^(?<over>[1-9]\d?)\/(?<under>[1-9]\d?)$/u
const dayOfYear = /^(?<day>\d{1,2})[/-](?<month>\d{1,2})$/u

function readDayOfYear(typed: string): string | undefined {
  const { day = '', month = '' } = dayOfYear.exec(typed)?.groups ?? {}
  const value = `${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  // A leap year has every day that any year has.
  const time = Date.parse(`2024-${value}T00:00:00Z`)
  const isDay = !Number.isNaN(time) && new Date(time).toISOString().startsWith(`2024-${value}`)
  return isDay ? value : undefined
}

function readShare(typed: string): string | undefined {
  const { over = '', under = '' } = properShare.exec(typed)?.groups ?? {}
  return over !== '' && Number(over) <= Number(under) ? typed : undefined
}

/** A typed value as it is kept: "15", "2/3", or "15/3" as '03-15'; nothing when it is none. */
export function readRuleValue(measure: LegalMeasure, typed: string): string | undefined {
  if (measure === 'day_of_year') return readDayOfYear(typed)
  if (measure === 'share') return readShare(typed)
  return wholeNumber.test(typed) ? typed : undefined
}

/** The rule of a code that holds on a day: the latest to begin; one of unknown beginning is the earliest. */
export function ruleOn(rules: readonly LegalRule[], code: LegalRuleCode, day: string): LegalRule | undefined {
  const holds = (rule: LegalRule) =>
    rule.code === code && (rule.in_force_from ?? '') <= day && (rule.in_force_to === null || rule.in_force_to >= day)
  return rules
    .filter(holds)
    .toSorted((one, other) => (other.in_force_from ?? '').localeCompare(one.in_force_from ?? ''))[0]
}
