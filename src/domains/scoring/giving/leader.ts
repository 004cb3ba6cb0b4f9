import { compare, divided, minus, signOf, type Exact } from '#platform/exact.ts'
import type { Answer, Making, Place } from '../engine/giving.ts'
import type { RuleOf } from '../table/rule.ts'

type Rule = RuleOf<'relative_to_leader'>
type Group = readonly { readonly unit: number; readonly answer: Answer }[]

/** The best of a group: how far it exceeded, null when nobody did; the first of those who lead together. */
export interface Leader {
  readonly excess: Exact | null
  readonly unit: number
  /** How many of the group have no figure yet. */
  readonly unknown: number
}

/** By how much a target was exceeded: (A − T) ÷ T, or (T − A) ÷ T where less is better; null where it is zero. */
export function excessOf(actual: Exact, target: Exact, better: Rule['better']): Exact | null {
  return divided(better === 'more' ? minus(actual, target) : minus(target, actual), target)
}

/** How far a unit exceeded a target of its own; null where it did not, or where there is nothing to compare. */
function exceeded(actual: Answer, target: Answer | undefined, better: Rule['better']): Exact | null {
  const isComparable = actual.is === 'number' && target?.is === 'number' && signOf(target.number) > 0
  if (!isComparable) return null
  const excess = excessOf(actual.number, target.number, better)
  return excess !== null && signOf(excess) > 0 ? excess : null
}

function findLeader(actuals: Group, targets: Group, better: Rule['better']): Leader {
  let leader: Omit<Leader, 'unknown'> = { excess: null, unit: -1 }
  let unknown = 0
  for (const [index, { unit, answer }] of actuals.entries()) {
    const target = targets[index]?.answer
    if (answer.is === 'missing' || target?.is === 'missing') unknown += 1
    const excess = exceeded(answer, target, better)
    if (excess !== null && isMore(excess, leader.excess)) leader = { excess, unit }
  }
  return { ...leader, unknown }
}

const isMore = (excess: Exact, than: Exact | null) => than === null || compare(excess, than) > 0

/** The leader of a unit's group, kept with the group's own arrays: they are new when a fact of the group changes. */
export function leaderOf(making: Making, rule: Rule): (place: Place) => Leader {
  const [actuals, targets] = [making.group(rule.actual), making.group(rule.target)]
  const kept = new WeakMap<Group, { targets: Group; leader: Leader }>()
  return (place) => {
    const [reached, asked] = [actuals(place), targets(place)]
    const known = kept.get(reached)
    if (known?.targets === asked) return known.leader
    const leader = findLeader(reached, asked, rule.better)
    kept.set(reached, { targets: asked, leader })
    return leader
  }
}
