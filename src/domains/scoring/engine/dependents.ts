import type { Uses } from '../formula/scope.ts'
import type { ReadyCriterion } from './ready-criterion.ts'
import type { ReadyTable } from './ready-table.ts'

/** What must be computed again when something of one unit changes. */
export interface Dependents {
  /** Criteria of that unit alone. */
  readonly own: ReadonlySet<number>
  /** Criteria of every unit of its group: of those who are measured by its leader. */
  readonly group: ReadonlySet<number>
  /** Derived facts and findings of groups, by their index. */
  readonly derivedOwn: readonly number[]
  readonly derivedGroup: readonly number[]
  readonly slots: readonly number[]
}

type Reach = 'own' | 'group' | null
interface Changed {
  readonly own: Set<number>
  readonly group: Set<number>
}

const meets = (one: Iterable<number>, other: ReadonlySet<number>) => [...one].some((each) => other.has(each))

const groupReached = ({ criteria, groupFacts, groupCriteria }: Uses, column: number, { own, group }: Changed) =>
  groupFacts.has(column) || meets(groupCriteria, own) || meets(groupCriteria, group) || meets(criteria, group)

/** How far a change reaches what rests on it: not at all, the unit, or its whole group. */
function reach(uses: Uses, column: number, changed: Changed): Reach {
  if (groupReached(uses, column, changed)) return 'group'
  return uses.facts.has(column) || meets(uses.criteria, changed.own) ? 'own' : null
}

function reachOf({ uses, children }: ReadyCriterion, column: number, changed: Changed): Reach {
  if (meets(children, changed.group)) return 'group'
  return reach(uses, column, changed) ?? (meets(children, changed.own) ? 'own' : null)
}

/** Follows the change until it reaches nothing new. */
function follow(ready: ReadyTable, column: number, changed: Changed): void {
  let before = -1
  while (before < changed.own.size + changed.group.size) {
    before = changed.own.size + changed.group.size
    for (const criterion of ready.criteria) {
      const reached = reachOf(criterion, column, changed)
      if (reached !== null) changed[reached].add(criterion.index)
    }
  }
}

const noColumn = -1

/** Follows a change from a fact, or from points that a person gave, through formulas and sums up to the total. */
export function dependentsOf(ready: ReadyTable, from: { column: number } | { criterion: number }): Dependents {
  const column = 'column' in from ? from.column : noColumn
  const changed = { own: new Set('criterion' in from ? [from.criterion] : []), group: new Set<number>() }
  follow(ready, column, changed)
  const derived = ready.scope.derivedUses.map((uses) => reach(uses, column, changed))
  const slots = ready.scope.slotUses.map((uses) => reach(uses, column, changed))
  const where = (all: readonly Reach[], is: (reach: Reach) => boolean) =>
    [...all.entries()].flatMap(([index, one]) => (is(one) ? [index] : []))
  return {
    ...changed,
    derivedOwn: where(derived, (one) => one === 'own'),
    derivedGroup: where(derived, (one) => one === 'group'),
    slots: where(slots, (one) => one !== null),
  }
}
