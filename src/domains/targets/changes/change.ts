import type { Assignment, Target, TargetChangeState } from '../target.ts'
import type { Value } from '../value.ts'

export type { TargetChangeState }

export interface UnitTerms {
  isAssigned: boolean
  planned: Value
}

/** What of a target a signed paper holds, and a change may touch. How it is measured stays: figures rest on it. */
export interface Terms {
  name: string
  explanation: string
  dueOn: string | null
  /** The target is dropped as a whole. */
  isWithdrawn: boolean
  /** By unit; sub-units' shares are their unit's own matter. */
  plans: Readonly<Record<string, UnitTerms>>
}

export function termsOf(target: Target, assignments: readonly Assignment[]): Terms {
  const ofUnits = assignments.filter((one) => one.parent_unit_id === null)
  return {
    name: target.name,
    explanation: target.explanation,
    dueOn: target.due_on,
    isWithdrawn: target.state === 'withdrawn',
    plans: Object.fromEntries(
      ofUnits.map((one) => [one.unit_id, { isAssigned: one.is_assigned, planned: one.planned }]),
    ),
  }
}

/** One thing that a change touches. */
export type Touch =
  | { what: 'name' | 'explanation' | 'dueOn'; before: string; after: string }
  | { what: 'isWithdrawn' }
  | { what: 'plan'; unit: string; before: UnitTerms | undefined; after: UnitTerms }

const isSamePlan = (one: UnitTerms | undefined, other: UnitTerms) =>
  one?.isAssigned === other.isAssigned && (!other.isAssigned || one.planned === other.planned)

export function touches(before: Terms, after: Terms): Touch[] {
  const plain = (['name', 'explanation', 'dueOn'] as const)
    .filter((what) => before[what] !== after[what])
    .map((what): Touch => ({ what, before: before[what] ?? '', after: after[what] ?? '' }))
  const plans = Object.entries(after.plans)
    .filter(([unit, plan]) => !isSamePlan(before.plans[unit], plan))
    .map(([unit, plan]): Touch => ({ what: 'plan', unit, before: before.plans[unit], after: plan }))
  return [...plain, ...(after.isWithdrawn && !before.isWithdrawn ? [{ what: 'isWithdrawn' } as const] : []), ...plans]
}

interface Answer {
  unit_id: string
  agrees: boolean
}

/** Agreed when every unit that is asked has consented, refused by one; a unit that left is asked no longer. */
export function outcomeOf(asked: readonly string[], answers: readonly Answer[]): TargetChangeState {
  if (answers.some(({ agrees }) => !agrees)) return 'refused'
  const consented = new Set(answers.map(({ unit_id: unit }) => unit))
  return asked.length > 0 && asked.every((unit) => consented.has(unit)) ? 'agreed' : 'proposed'
}
