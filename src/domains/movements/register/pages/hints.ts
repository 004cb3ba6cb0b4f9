import { ruleOn, type LegalRule } from '#domains/law/rules/legal-rule.ts'
import { addDays } from '#platform/clock.ts'
import { wholeYears } from '../movement.ts'
import type { MovementRow } from '../queries.ts'

/** A deadline or a condition that the law gives, with the text it rests on. */
export interface Hint {
  rule: 'join' | 'yearly' | 'provincialFlag' | 'governmentFlag'
  /** What the rule asks for: a day, or years. */
  value: string
  /** How many years the movement lasts. */
  ran: number | undefined
  text: string
  isConfirmed: boolean
}

const hintOf = (rule: LegalRule, told: Pick<Hint, 'rule' | 'value'> & { ran?: number }): Hint => ({
  ran: undefined,
  ...told,
  text: rule.text_name,
  isConfirmed: rule.confirmed_at !== null,
})

/** What is due for the year as a whole; nothing when no rule holds on its first day. */
export function hintsOfYear(rules: readonly LegalRule[], year: { starts_on: string; ends_on: string }): Hint[] {
  const rule = ruleOn(rules, 'yearly-registration', year.starts_on)
  if (rule === undefined) return []
  const inFirst = `${year.starts_on.slice(0, 4)}-${rule.value}`
  const value = inFirst >= year.starts_on ? inFirst : `${year.ends_on.slice(0, 4)}-${rule.value}`
  return [hintOf(rule, { rule: 'yearly', value })]
}

function joinHint(rules: readonly LegalRule[], movement: MovementRow): Hint[] {
  if (movement.form !== 'thematic' || movement.launched_on === null) return []
  if (movement.state !== 'launched' && movement.state !== 'running') return []
  const rule = ruleOn(rules, 'movement-registration', movement.launched_on)
  if (rule === undefined) return []
  return [hintOf(rule, { rule: 'join', value: addDays(movement.launched_on, Number(rule.value)) })]
}

const flags = [
  { code: 'provincial-flag-years', rule: 'provincialFlag', levels: ['provincial', 'bloc'] },
  { code: 'government-flag-years', rule: 'governmentFlag', levels: ['national'] },
] as const

/** Only a thematic movement whose period is known can be told how long it is. */
function flagHints(rules: readonly LegalRule[], movement: MovementRow): Hint[] {
  const { from_on: fromOn, to_on: toOn, form, level } = movement
  if (form !== 'thematic' || fromOn === null || toOn === null) return []
  const ran = wholeYears(fromOn, addDays(toOn, 1))
  return flags.flatMap((flag) => {
    const rule = ruleOn(rules, flag.code, toOn)
    const isOfLevel = (flag.levels as readonly string[]).includes(level)
    if (rule === undefined || !isOfLevel || ran < Number(rule.value)) return []
    return [hintOf(rule, { rule: flag.rule, value: rule.value, ran })]
  })
}

/** What the law says of one movement; nothing of it is a constant here. */
export const hintsOfMovement = (rules: readonly LegalRule[], movement: MovementRow): Hint[] => [
  ...joinHint(rules, movement),
  ...flagHints(rules, movement),
]
