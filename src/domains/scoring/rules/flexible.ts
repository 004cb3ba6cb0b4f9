import { compare, type Exact } from '#platform/exact.ts'
import { step } from '../engine/derivation-words.ts'
import { exactText } from '../engine/exact-text.ts'
import type { CaseFields, Maker, Place } from '../engine/giving.ts'
import { exactAmount } from '../table/amount.ts'
import type { RuleOf } from '../table/rule.ts'
import { asks, listOf, number, scored, together, total, type Found } from '../giving/answers.ts'

/** Cases that each carry their own points, between two ends that the table states. */
export const flexible: Maker<RuleOf<'flexible'>> = (rule, making) => {
  const cases = making.formula(rule.cases)
  const points = making.points(rule.points)
  const [from, to] = [exactAmount(rule.from), exactAmount(rule.to)]

  const pointsOf = (place: Place, one: CaseFields): Found<Exact> => {
    const found = number(points({ ...place, case: one }))
    if ('unanswered' in found) return found
    const isWithin = compare(found.found, from) >= 0 && compare(found.found, to) <= 0
    const values = { points: exactText(found.found), from: exactText(from), to: exactText(to) }
    return isWithin ? found : { unanswered: asks('asks.caseOutside', values) }
  }
  return (place) => {
    const list = listOf(cases(place), 'cases')
    if ('unanswered' in list) return list.unanswered
    const all = list.found.cases.map((one) => pointsOf(place, one))
    const unknown = all.flatMap((one) => ('unanswered' in one ? [one.unanswered] : []))
    if (unknown.length > 0) return together(unknown)
    const sum = total(all.flatMap((one) => ('found' in one ? [one.found] : [])))
    place.tell?.(
      all.length === 0
        ? step('cases.none', {})
        : step('cases.sum', { count: String(all.length), points: exactText(sum) }),
    )
    return scored(sum)
  }
}
