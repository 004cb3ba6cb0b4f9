import { compare, divided, floorOf, signOf, zero, type Exact } from '#platform/exact.ts'
import { step } from '../engine/derivation-words.ts'
import { exactText } from '../engine/exact-text.ts'
import type { Maker } from '../engine/giving.ts'
import { exactAmount } from '../table/amount.ts'
import type { RuleOf } from '../table/rule.ts'
import { asks, giveTold, tell, type Unanswered } from '../giving/answers.ts'

const isMultiple = (mark: Exact, of: Exact) => {
  const times = divided(mark, of)
  return times !== null && compare(times, floorOf(times)) === 0
}

type Fault = (mark: Exact, to: Exact) => Unanswered | null

/** Why a mark cannot stand. */
function faultOf(rule: RuleOf<'judged'>, from: Exact): Fault {
  const every = rule.step === undefined ? null : exactAmount(rule.step)
  const options = rule.options?.map(({ points }) => exactAmount(points)) ?? null
  return (mark, to) => {
    const points = exactText(mark)
    if (options !== null) {
      return options.some((one) => compare(one, mark) === 0) ? null : asks('asks.markNotListed', { points })
    }
    const isOutside = compare(mark, from) < 0 || compare(mark, to) > 0
    if (isOutside) return asks('asks.markOutside', { points, from: exactText(from), to: exactText(to) })
    return every === null || isMultiple(mark, every) ? null : asks('asks.markStep', { points, step: exactText(every) })
  }
}

/** Points that a person gives between two ends. */
export const judged: Maker<RuleOf<'judged'>> = (rule, making) => {
  const from = exactAmount(rule.from)
  const stated = rule.to === undefined ? null : exactAmount(rule.to)
  const fault = faultOf(rule, from)
  // A penalty that is judged has a range below zero and needs no maximum.
  const withoutMaximum = signOf(from) < 0 ? zero : null
  return (place) => {
    const mark = making.mark(place)
    if (mark === null) {
      tell(place, () => step('judged.notMarked', {}))
      return { standing: 'not_marked' }
    }
    const to = stated ?? place.max ?? withoutMaximum
    if (to === null) return asks('asks.noMaximum')
    const told = (points: string) => step('judged.given', { points, from: exactText(from), to: exactText(to) })
    return fault(mark, to) ?? giveTold(place, mark, told)
  }
}
