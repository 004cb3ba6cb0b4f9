import { compare, divided, exact, minus, zero, type Exact } from '#platform/exact.ts'
import type { Criterion } from '../table/criterion.ts'
import type { RuleOf } from '../table/rule.ts'
import { judgedRule } from './leaf.ts'

export type PointsFault = 'outOfRange' | 'notAStep' | 'notAnOption'

/** An amount as a table writes it: 2.5, "2.5" or "20/3". */
export function amountOf(amount: number | string): Exact {
  const [over = '0', under = '1'] = String(amount).split('/')
  return divided(exact(over), exact(under)) ?? exact(over)
}

const isBetween = (points: Exact, from: Exact, to: Exact | undefined) =>
  compare(points, from) >= 0 && (to === undefined || compare(points, to) <= 0)

function rangeFault(points: Exact, rule: RuleOf<'judged'>, max: Criterion['max']): PointsFault | undefined {
  const [from, most] = [amountOf(rule.from), rule.to ?? max]
  if (!isBetween(points, from, most === undefined ? undefined : amountOf(most))) return 'outOfRange'
  if (rule.step === undefined) return undefined
  const steps = divided(minus(points, from), amountOf(rule.step)) ?? zero
  return Number(steps.under) === 1 ? undefined : 'notAStep'
}

/** A judged criterion takes points between its two ends, in its steps or among its options; others take any. */
export function pointsFault(value: string, leaf: Criterion): PointsFault | undefined {
  const rule = judgedRule(leaf)
  if (rule === undefined) return undefined
  const points = exact(value)
  if (rule.options === undefined) return rangeFault(points, rule, leaf.max)
  return rule.options.some((option) => compare(amountOf(option.points), points) === 0) ? undefined : 'notAnOption'
}
