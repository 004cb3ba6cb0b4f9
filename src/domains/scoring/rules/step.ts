import { divided, floorOf, minus, signOf, times, zero, type Exact } from '#platform/exact.ts'
import { step } from '../engine/derivation-words.ts'
import { exactText } from '../engine/exact-text.ts'
import type { Maker } from '../engine/giving.ts'
import { exactAmount } from '../table/amount.ts'
import type { RuleOf } from '../table/rule.ts'
import { giveTold, number } from '../giving/answers.ts'

/** How many steps a value lies beyond the threshold: whole ones, unless parts of a step count. */
function stepsOf({ over, under, each, partial }: RuleOf<'step'>): (value: Exact) => Exact {
  const [threshold, length] = [exactAmount(under ?? over ?? 0), exactAmount(each)]
  return (value) => {
    const distance = under === undefined ? minus(value, threshold) : minus(threshold, value)
    const several = signOf(distance) > 0 ? divided(distance, length) : null
    if (several === null) return zero
    return partial ? several : floorOf(several)
  }
}

/** Points for each step above or below a threshold. */
export const stepRule: Maker<RuleOf<'step'>> = (rule, making) => {
  const of = making.formula(rule.of)
  const points = making.points(rule.points)
  const stepsIn = stepsOf(rule)
  const says = rule.under === undefined ? 'step.over' : 'step.under'
  const threshold = exactText(exactAmount(rule.under ?? rule.over ?? 0))
  const each = exactText(exactAmount(rule.each))
  return (place) => {
    const value = number(of(place))
    if ('unanswered' in value) return value.unanswered
    const steps = stepsIn(value.found)
    const shown = () => ({ value: exactText(value.found), threshold })
    if (signOf(steps) === 0) return giveTold(place, zero, () => step('step.none', shown()))
    const one = number(points(place))
    if ('unanswered' in one) return one.unanswered
    const told = (sum: string) =>
      step(says, { ...shown(), each, steps: exactText(steps), eachPoints: exactText(one.found), points: sum })
    return giveTold(place, times(steps, one.found), told)
  }
}
