import { compare, exact, minus, times, zero, type Exact } from '#platform/exact.ts'
import type { Target } from '../target.ts'
import type { Value } from '../value.ts'

/** What does not fit together; nothing is wrong because of it, someone should look. */
export type AnomalyKind = 'differsFromSubUnits' | 'differsFromShorter' | 'jump'

export interface Anomaly {
  kind: AnomalyKind
  typed: string
  /** What it is seen against. */
  other: string
}

export interface Compared {
  target: Pick<Target, 'measure' | 'accumulation'>
  typed: Value
  /** The same from the shares of the sub-units. */
  fromSubUnits: Value
  /** The same from reports of shorter periods. */
  fromShorter: Value
  last: Value
}

const sizeOf = (value: Exact) => (compare(value, zero) < 0 ? minus(zero, value) : value)
const threefold = exact('3')
const thirtyPoints = exact('30')

const differs = (one: string, other: Value): other is string =>
  other !== null && compare(exact(one), exact(other)) !== 0

/** Shares that move by thirty points, amounts that become three times as much or a third. */
const jumps: Partial<Readonly<Record<Target['measure'], (now: Exact, last: Exact) => boolean>>> = {
  percent: (now, last) => compare(sizeOf(minus(now, last)), thirtyPoints) >= 0,
  count: (now, last) => isThreefold(now, last),
  money: (now, last) => isThreefold(now, last),
}

const isThreefold = (now: Exact, last: Exact) =>
  compare(now, zero) > 0 &&
  compare(last, zero) > 0 &&
  (compare(now, times(last, threefold)) >= 0 || compare(last, times(now, threefold)) >= 0)

/** A total that runs through the year grows from little; its jumps say nothing. */
const jumped = ({ target, last }: Compared, typed: string) =>
  last !== null && target.accumulation !== 'running' && jumps[target.measure]?.(exact(typed), exact(last)) === true

export function anomaliesOf(compared: Compared): Anomaly[] {
  const { typed, fromSubUnits, fromShorter, last } = compared
  if (typed === null) return []
  const found: Anomaly[] = []
  if (differs(typed, fromSubUnits)) found.push({ kind: 'differsFromSubUnits', typed, other: fromSubUnits })
  if (differs(typed, fromShorter)) found.push({ kind: 'differsFromShorter', typed, other: fromShorter })
  if (last !== null && jumped(compared, typed)) found.push({ kind: 'jump', typed, other: last })
  return found
}
