import { cameTo } from '../criteria/came.ts'
import { isValue, valueText } from '../formula/answers.ts'
import type { Run } from '../formula/run.ts'
import type { ScoreFacts, UnitFacts } from '../table/score-facts.ts'
import { step } from './derivation-words.ts'
import { exactText } from './exact-text.ts'
import type { ReadyTable } from './ready-table.ts'
import { startRun } from './run-facts.ts'
import type { Derivation, Step, UsedFact } from './score-result.ts'
import type { Scored } from './score-units.ts'

/** Where a fact comes from, as it was handed in. */
function originOf(fact: UnitFacts['facts'][string] | undefined): Pick<UsedFact, 'source' | 'verified'> {
  if (fact === null || typeof fact !== 'object' || Array.isArray(fact) || !('assigned' in fact)) return {}
  const { source, verified } = fact
  return { ...(source === undefined ? {} : { source }), ...(verified === undefined ? {} : { verified }) }
}

/** The facts of the unit itself that a criterion's formulas read. */
function usedFacts(ready: ReadyTable, run: Run, unit: number, criterion: number): UsedFact[] {
  const uses = ready.criteria[criterion]?.uses
  const columns = uses === undefined ? [] : [...new Set([...uses.facts, ...uses.groupFacts])]
  return columns.map((column) => {
    const key = ready.scope.keys[column] ?? ''
    const answer = run.reached[column]?.get(unit) ?? run.columns[column]?.[unit]
    const value = answer === undefined || !isValue(answer) ? null : valueText(answer)
    return { key, value, ...originOf(run.units[unit]?.facts[key]) }
  })
}

const rulesOf = (ready: ReadyTable, index: number): string => {
  const kinds = ready.kinds[index] ?? []
  return kinds.length === 0 ? 'sum' : kinds.join(' + ')
}

/** Tells one criterion's points again, step by step, from the same table and facts. */
function tellCriterion(ready: ReadyTable, run: Run, unit: number, index: number): Derivation {
  const steps: Step[] = []
  const { telling } = ready
  telling.run = run
  try {
    const { points, max } = cameTo(ready, run, unit, { index, tell: (step) => steps.push(step) })
    if (points !== null && max !== null) {
      steps.push(step('node.points', { points: exactText(points), max: exactText(max) }))
    }
  } finally {
    telling.run = null
  }
  const { code, version } = ready.table
  return {
    code: ready.criteria[index]?.code ?? '',
    rule: rulesOf(ready, index),
    table: { code, version },
    facts: usedFacts(ready, run, unit, index),
    steps,
  }
}

function indexOf(ready: ReadyTable, run: Run, unit: string, code: string) {
  const index = ready.scope.criterion(code)
  const at = run.units.findIndex(({ id }) => id === unit)
  if (index === null || at < 0) throw new Error(`no criterion ${code} or no unit ${unit}`)
  return { index, at }
}

/** Why a criterion has its points for a unit. The code "" is the table itself: the total. */
export function deriveCriterion(ready: ReadyTable, facts: ScoreFacts, unit: string, code: string): Derivation {
  const run = startRun(ready, facts)
  const { index, at } = indexOf(ready, run, unit, code)
  return tellCriterion(ready, run, at, index)
}

/** The same of what is computed already, without reading the facts again. */
export function deriveScored({ ready, run }: Scored, unit: string, code: string): Derivation {
  const { index, at } = indexOf(ready, run, unit, code)
  return tellCriterion(ready, run, at, index)
}
