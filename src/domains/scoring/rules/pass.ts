import { step } from '../engine/derivation-words.ts'
import type { Maker } from '../engine/giving.ts'
import type { RuleOf } from '../table/rule.ts'
import { fullPoints, give, number, optionalPoints, yes } from '../giving/answers.ts'

/** All or nothing. */
export const pass: Maker<RuleOf<'pass'>> = (rule, making) => {
  const passed = making.formula(rule.passed)
  const full = fullPoints(optionalPoints(making, rule.points))
  const failed = making.points(rule.failed)
  return (place) => {
    const holds = yes(passed(place))
    if ('unanswered' in holds) return holds.unanswered
    return holds.found
      ? give(full(place), place, (points) => step('pass.passed', { points }))
      : give(number(failed(place)), place, (points) => step('pass.failed', { points }))
  }
}
