import { zero } from '#platform/exact.ts'
import { step } from '../engine/derivation-words.ts'
import type { Maker } from '../engine/giving.ts'
import type { RuleOf } from '../table/rule.ts'
import { give, number, scored, yes } from '../giving/answers.ts'

/** Points when the condition holds, or always. */
export const fixed: Maker<RuleOf<'fixed'>> = (rule, making) => {
  const points = making.points(rule.points)
  if (rule.when === undefined)
    return (place) => give(number(points(place)), place, (p) => step('fixed.always', { points: p }))
  const when = making.formula(rule.when)
  return (place) => {
    const holds = yes(when(place))
    if ('unanswered' in holds) return holds.unanswered
    if (holds.found) return give(number(points(place)), place, (p) => step('fixed.holds', { points: p }))
    place.tell?.(step('fixed.not', {}))
    return scored(zero)
  }
}
