import type { KnownFact } from '../table/score-facts.ts'
import { amountText } from './amounts.ts'
import { f, type Formula, type Plain } from './line.ts'

type Held = Exclude<KnownFact, { value?: unknown } | null>
export type CaseFields = Readonly<Record<string, string | number | boolean>>

export interface KnownValue {
  readonly held: Held | null
  readonly isAssigned: boolean
}

const isTold = (fact: KnownFact): fact is { value?: Held | null; assigned: boolean } =>
  typeof fact === 'object' && fact !== null && !Array.isArray(fact) && 'assigned' in fact

/** What is known, and whether it was assigned; null is missing. */
export function valueOfFact(fact: KnownFact | undefined): KnownValue {
  if (fact === undefined || fact === null) return { held: null, isAssigned: true }
  if (isTold(fact)) return { held: fact.value ?? null, isAssigned: fact.assigned }
  return { held: fact as Held, isAssigned: true }
}

/** Days since the day from which spreadsheets count. */
export const serialOf = (day: string) => (Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000

export const plainYesNo = (yes: unknown): Plain => (typeof yes === 'boolean' ? Number(yes) : null)

export function plainNumber(value: unknown): Plain | Formula {
  if (typeof value === 'number') return value
  if (typeof value !== 'string') return null
  if (value.includes('/')) return f`${amountText(value)}`
  return value.trim() === '' || Number.isNaN(Number(value)) ? null : Number(value)
}

/** Text of what is plain; of a list there is none. */
export const plainText = (value: unknown): Plain =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : null

export const plainDay = (value: unknown): Plain =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\d$/u.test(value) ? serialOf(value) : null

export const listOf = (held: Held | null): readonly unknown[] | null => (Array.isArray(held) ? held : null)

export const marksOf = (held: Held | null): Readonly<Record<string, string | number>> | null =>
  typeof held === 'object' && held !== null && 'marks' in held ? held.marks : null
