import { compare, plus, times, zero, type Exact } from '#platform/exact.ts'
import { exactText } from '../engine/exact-text.ts'
import { combinedMaximum } from '../engine/maximum.ts'
import type { ReadyCriterion } from '../engine/ready-criterion.ts'
import { exactAmount } from './amount.ts'
import type { Placed } from './check-rules.ts'
import { doubt, type TableDoubt } from './doubt.ts'
import { heldReach, reachOf, sizeOf, type Reach } from './reach.ts'
import type { Column } from './rule-parts.ts'

/** The least and the most of each column of a criterion; null: no bound is known. */
export interface ColumnReach {
  readonly base: Exact | null
  readonly bonus: Exact | null
  readonly penalty: Exact | null
}

const add = (one: Exact | null, other: Exact | null) => (one === null || other === null ? null : plus(one, other))
const negative = (one: Exact | null) => (one === null ? null : times(one, { over: -1, under: 1 }))

const empty: ColumnReach = { base: zero, bonus: zero, penalty: zero }

/** A column's sign decides: what is above zero is base or bonus, what is below is penalty. Penalty is told as a size. */
function inColumns({ least, most }: Reach, column: Column): ColumnReach {
  const isBase = column === 'base'
  return { base: isBase ? most : zero, bonus: isBase ? zero : most, penalty: negative(least) }
}

const summed = (several: readonly ColumnReach[]): ColumnReach =>
  several.reduce(
    (all, one) => ({
      base: add(all.base, one.base),
      bonus: add(all.bonus, one.bonus),
      penalty: add(all.penalty, one.penalty),
    }),
    empty,
  )

/** What a leaf's rules can give in all; only a sum is followed. */
export const leafReach = ({ node, ready }: Placed): ColumnReach =>
  summed((node.rules ?? []).map((rule) => inColumns(heldReach(rule, ready.max), rule.column ?? ready.column)))

const lesser = (one: Exact | null, limit: Exact | null) =>
  limit === null || (one !== null && compare(one, limit) <= 0) ? one : limit

/** … after the criterion's own limits. */
export const limited = (reach: ColumnReach, ready: ReadyCriterion): ColumnReach => ({
  base: ready.allowExceed === 'yes' ? reach.base : lesser(reach.base, ready.fullMax),
  bonus: lesser(reach.bonus, ready.maxBonus),
  penalty: lesser(reach.penalty, ready.maxPenalty),
})

export const nodeReach = (children: readonly ColumnReach[], factor: Exact): ColumnReach => {
  const { base, bonus, penalty } = summed(children)
  const scaled = (one: Exact | null) => (one === null ? null : times(one, factor))
  return { base: scaled(base), bonus: scaled(bonus), penalty: scaled(penalty) }
}

/** Limits that nothing can reach: the most stays below them. */
export function limitDoubts(code: string | null, reach: ColumnReach, ready: ReadyCriterion): TableDoubt[] {
  const isShort = (most: Exact | null, cap: Exact | null): most is Exact =>
    most !== null && cap !== null && compare(most, cap) < 0 && compare(cap, zero) > 0
  const text = (one: Exact | null) => (one === null ? '' : exactText(one))
  const values = (most: Exact, cap: Exact | null) => ({ most: text(most), cap: text(cap) })
  return [
    ...(isShort(reach.bonus, ready.maxBonus)
      ? [doubt(code, 'cap.bonusUnreachable', values(reach.bonus, ready.maxBonus))]
      : []),
    ...(isShort(reach.penalty, ready.maxPenalty)
      ? [doubt(code, 'cap.penaltyUnreachable', values(reach.penalty, ready.maxPenalty))]
      : []),
  ]
}

/** A leaf whose rules cannot reach its maximum, or pass it. */
export function maximumDoubts(code: string, { base }: ColumnReach, ready: ReadyCriterion): TableDoubt[] {
  if (ready.fullMax === null || base === null || ready.combine !== 'sum') return []
  const difference = compare(base, ready.fullMax)
  const values = { max: exactText(ready.fullMax), most: exactText(base) }
  if (difference < 0) return [doubt(code, 'sum.unreachable', values)]
  return difference > 0 && ready.allowExceed !== 'yes' ? [doubt(code, 'sum.over', values)] : []
}

/** `atMost` of a rule that never gives as much. */
export function capDoubts({ node, ready, code }: Placed): TableDoubt[] {
  return (node.rules ?? []).flatMap((rule) => {
    const size = sizeOf(reachOf(rule, ready.max))
    if (rule.atMost === undefined || size === null) return []
    const cap = exactAmount(rule.atMost)
    const values = { cap: exactText(cap), most: exactText(size) }
    return compare(size, cap) < 0 ? [doubt(code, 'cap.unreachable', values)] : []
  })
}

/** A stated maximum against what stands under it. */
export function sumDoubts(code: string, ready: ReadyCriterion, children: readonly ReadyCriterion[]): TableDoubt[] {
  const sum = combinedMaximum(
    children.map(({ fullMax }) => fullMax),
    ready.combine,
  )
  if (!ready.isMaxStated || ready.fullMax === null || sum === null) return []
  const all = times(sum, ready.factor)
  if (compare(all, ready.fullMax) === 0) return []
  return [doubt(code, 'sum.children', { max: exactText(ready.fullMax), sum: exactText(all) })]
}
