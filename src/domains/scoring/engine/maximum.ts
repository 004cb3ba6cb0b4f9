import { compare, divided, minus, plus, times, whole, zero, type Exact } from '#platform/exact.ts'
import type { Criterion } from '../table/criterion.ts'

const sum = (all: readonly Exact[]) => all.reduce(plus, zero)

/** The most that several maxima can give together; null where there is none. */
export function combinedMaximum(all: readonly (Exact | null)[], combine: Criterion['combine']): Exact | null {
  const known = all.filter((one) => one !== null)
  if (known.length === 0) return null
  if (combine === 'sum') return sum(known)
  if (combine === 'average') return divided(sum(known), whole(known.length))
  const sorted = known.toSorted((one, other) => compare(other, one))
  if (combine === 'highest') return sorted[0] ?? null
  return combine === 'lowest' ? (sorted.at(-1) ?? null) : sum(sorted.slice(0, combine.best))
}

interface Node {
  readonly fullMax: Exact | null
  readonly isMaxStated: boolean
  readonly factor: Exact
  readonly combine: Criterion['combine']
}

/** A unit's own maximum of a node: without what under it is not for the unit. */
export function unitMaximum(node: Node, full: readonly (Exact | null)[], own: readonly (Exact | null)[]): Exact | null {
  if (full.every((one, index) => one === own[index])) return node.fullMax
  const left = combinedMaximum(own, node.combine)
  if (left === null) return null
  if (!node.isMaxStated) return times(left, node.factor)
  if (node.combine !== 'sum' || node.fullMax === null) return node.fullMax
  const lost = times(minus(combinedMaximum(full, node.combine) ?? zero, left), node.factor)
  const rest = minus(node.fullMax, lost)
  return compare(rest, zero) > 0 ? rest : zero
}
