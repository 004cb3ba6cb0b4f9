import { compare, decimalText, plus, times, zero, type Exact } from '#platform/exact.ts'
import { exactAmount } from '../table/amount.ts'
import type { CriterionInput } from '../table/criterion.ts'

const places = 6

const largest = (all: readonly Exact[]) => all.reduce((most, one) => (compare(one, most) > 0 ? one : most), zero)

function joined(all: readonly Exact[], combine: CriterionInput['combine']): Exact {
  if (combine === undefined || combine === 'sum') return all.reduce(plus, zero)
  if (typeof combine === 'object') {
    return all
      .toSorted((one, other) => compare(other, one))
      .slice(0, combine.best)
      .reduce(plus, zero)
  }
  return largest(all)
}

const inBase = (node: CriterionInput) => (node.column ?? 'base') === 'base'

/** The maximum of a node: what it says, else what its children in the base column come to; null when nothing does. */
export function maxOf(node: CriterionInput): Exact | null {
  if (!inBase(node)) return null
  if (node.max !== undefined) return exactAmount(node.max)
  return childrenMax(node)
}

/** What the maxima under a node come to; null when none of them says one. */
function childrenMax(node: CriterionInput): Exact | null {
  const known = (node.children ?? []).map(maxOf).filter((max) => max !== null)
  return known.length === 0 ? null : times(joined(known, node.combine), exactAmount(node.factor ?? 1))
}

export interface Sum {
  /** What the node says, else what stands under it. */
  max: string | null
  /** What stands under it, where it differs from what the node says. */
  under: string | null
}

/** The running sum of a node, for whoever edits it. */
export function sumOf(node: CriterionInput): Sum {
  const [max, under] = [maxOf(node), node.children === undefined ? null : childrenMax(node)]
  const differs = max !== null && under !== null && compare(max, under) !== 0
  return { max: max && decimalText(max, places), under: differs && under ? decimalText(under, places) : null }
}

/** The maxima of all base sections together. */
export const totalOf = (sections: readonly CriterionInput[]) =>
  decimalText(
    sections
      .map(maxOf)
      .filter((max) => max !== null)
      .reduce(plus, zero),
    places,
  )
