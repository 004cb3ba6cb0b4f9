import type { Run } from '../formula/run.ts'
import type { KnownFact, UnitFacts } from '../table/score-facts.ts'
import { dependentsOf, type Dependents } from './dependents.ts'
import type { ReadyTable } from './ready-table.ts'
import { doubtsOfUnit, readInto, readMarks } from './run-facts.ts'
import type { FactDoubt } from './score-result.ts'
import { forgetTotals, rankOneGroup, type Scored } from './score-units.ts'
import { addUp, noStanding, standUnit, unitScore } from './unit-scores.ts'

/** One thing of one unit that is otherwise now: a fact, points that a person gave, or points agreed. */
export type Change =
  | { readonly unit: string; readonly fact: string; readonly value: KnownFact | undefined }
  | { readonly unit: string; readonly mark: string; readonly value: UnitFacts['marks'][string] | undefined }
  | { readonly unit: string; readonly agreed: string; readonly value: UnitFacts['agreed'][string] | undefined }

export interface Rescored extends Scored {
  /** How much was computed again: leaves of how many units. */
  readonly again: { readonly leaves: number; readonly units: number }
}

/** A record with one entry set, or taken away. */
function withEntry<Entry>(all: Readonly<Record<string, Entry>>, key: string, value: Entry | undefined) {
  const rest = Object.fromEntries(Object.entries(all).filter(([name]) => name !== key))
  return value === undefined ? rest : { ...rest, [key]: value }
}

function changedFacts(of: UnitFacts, change: Change): UnitFacts {
  if ('fact' in change) return { ...of, facts: withEntry(of.facts, change.fact, change.value) }
  if ('mark' in change) return { ...of, marks: withEntry(of.marks, change.mark, change.value) }
  return { ...of, agreed: withEntry(of.agreed, change.agreed, change.value) }
}

/** Takes the change into the run, and says what rests on it; null: nothing does. */
function takeIn(ready: ReadyTable, run: Run, unit: number, change: Change): Dependents | null {
  const of = run.units[unit]
  if (of === undefined) throw new Error(`no unit ${change.unit}`)
  run.units[unit] = changedFacts(of, change)
  if ('fact' in change) {
    const column = ready.scope.keys.indexOf(change.fact)
    if (column < 0) return null
    readInto(run, ready, unit, column)
    return dependentsOf(ready, { column })
  }
  readMarks(run, ready, unit)
  const criterion = ready.scope.criterion('mark' in change ? change.mark : change.agreed)
  return criterion === null ? null : dependentsOf(ready, { criterion })
}

/** Criteria of a unit are computed again when they are next asked for; returns how many of them are leaves. */
function forgetCriteria(ready: ReadyTable, run: Run, unit: number, criteria: readonly number[]): number {
  for (const index of criteria) delete run.memo[unit]?.[index]
  return criteria.filter((index) => ready.criteria[index]?.children.length === 0).length
}

function forgetDerived(run: Run, unit: number, all: readonly number[]): void {
  for (const derived of all) delete run.derived[derived]?.[unit]
}

/** Forgets what rests on the change; returns how many leaves, of how many units. */
function forget(ready: ReadyTable, run: Run, unit: number, dependents: Dependents | null): Rescored['again'] {
  if (dependents === null) return { leaves: 0, units: 0 }
  const { own, group, derivedOwn, derivedGroup, slots } = dependents
  const ofOwn = [...own].filter((index) => !group.has(index))
  let leaves = forgetCriteria(ready, run, unit, ofOwn)
  forgetDerived(run, unit, derivedOwn)
  for (const member of run.group(unit)) {
    leaves += forgetCriteria(ready, run, member, [...group])
    forgetDerived(run, member, derivedGroup)
  }
  for (const slot of slots) run.found[slot]?.delete(run.groupOf[unit] ?? -1)
  const others = group.size > 0 ? run.group(unit).length : 0
  return { leaves, units: Math.max(others, own.size > 0 ? 1 : 0) }
}

/** Totals, places and outcomes of a unit's group, from what stands and what was forgotten. */
function standAgain({ ready, run, standings, tiesByGroup, result }: Scored, group: number): Scored {
  const members = run.groups[group] ?? []
  for (const member of members) addUp(ready, run, member)
  const now = [...standings]
  for (const member of members) now[member] = standUnit(ready, run, member)
  const ties = tiesByGroup.with(group, rankOneGroup(ready, run, group, now))
  forgetTotals(ready, run)
  const units = [...result.units]
  for (const member of members) units[member] = unitScore(ready, run, member, now[member] ?? noStanding)
  return { ready, run, standings: now, tiesByGroup: ties, result: { ...result, units, ties: ties.flat() } }
}

/**
 * The result after one change, computed from the one before: only what rests on the change is computed again, and
 * places within the unit's group. The one before is used up.
 */
export function rescore(previous: Scored, change: Change): Rescored {
  const { ready, run } = previous
  const unit = run.units.findIndex(({ id }) => id === change.unit)
  const again = forget(ready, run, unit, takeIn(ready, run, unit, change))
  forgetTotals(ready, run)
  const scored = standAgain(previous, run.groupOf[unit] ?? -1)
  const doubts = [
    ...previous.result.doubts.filter((one) => one.unit !== change.unit),
    ...doubtsOfUnit(ready, run, unit),
  ]
  return { ...scored, result: { ...scored.result, doubts: inOrder(doubts, run) }, again }
}

/** Doubts in the order of the units. */
function inOrder(doubts: readonly FactDoubt[], run: Run): readonly FactDoubt[] {
  if (doubts.length < 2) return doubts
  const places = new Map(run.units.map(({ id }, index) => [id, index]))
  return doubts.toSorted((one, other) => (places.get(one.unit) ?? 0) - (places.get(other.unit) ?? 0))
}
