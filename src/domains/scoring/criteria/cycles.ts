import type { ReadyCriterion } from '../engine/ready-criterion.ts'
import type { TableScope } from './table-scope.ts'

/** Criteria that a criterion's points rest on: what stands under it, and what its formulas read. */
const restsOn = ({ children, uses }: ReadyCriterion): readonly number[] => [
  ...children,
  ...uses.criteria,
  ...uses.groupCriteria,
]

/** Finds criteria whose points would rest on themselves; each is told, and asks instead of computing. */
export function markCycles(criteria: readonly ReadyCriterion[], scope: TableScope): readonly ReadyCriterion[] {
  const state: ('open' | 'done' | undefined)[] = []
  const cyclic = new Set<number>()
  const visit = (index: number) => {
    const criterion = criteria[index]
    if (criterion === undefined) return
    state[index] = 'open'
    for (const next of restsOn(criterion)) {
      if (state[next] === undefined) visit(next)
      else if (state[next] === 'open') cyclic.add(index)
    }
    state[index] = 'done'
  }
  visit(0)
  for (const index of cyclic) {
    const code = criteria[index]?.code ?? ''
    scope.doubts.push({ code, says: 'formula.cyclic', values: { name: code } })
  }
  return criteria.map((one) => (cyclic.has(one.index) ? { ...one, isCyclic: true } : one))
}
