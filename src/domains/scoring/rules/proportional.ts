import { compare, divided, one, signOf, times, zero, type Exact } from '#platform/exact.ts'
import { step } from '../engine/derivation-words.ts'
import { exactText } from '../engine/exact-text.ts'
import type { Given, Maker, Place } from '../engine/giving.ts'
import { exactAmount } from '../table/amount.ts'
import type { RuleOf } from '../table/rule.ts'
import { asks, fullPoints, giveTold, lacking, number, optionalPoints, tell, together } from '../giving/answers.ts'
import { doers } from '../giving/doers.ts'

type Rule = RuleOf<'proportional'>

/** What was done of what was to be done; where less is better the other way round, and nothing at all is the whole. */
function shareOf(better: Rule['better'], done: Exact, of: Exact): Exact | null {
  if (better === 'more') return divided(done, of)
  return signOf(done) === 0 ? one : divided(of, done)
}

/** The share that counts, with what changed it; null: nothing is given. */
function counting(rule: Rule) {
  const least = rule.nothingBelow === undefined ? null : exactAmount(rule.nothingBelow)
  return (share: Exact, place: Place): Exact | null => {
    if (signOf(share) < 0) {
      tell(place, () => step('proportional.negative', { share: exactText(share) }))
      return null
    }
    if (least !== null && compare(share, least) < 0) {
      tell(place, () => step('proportional.below', { share: exactText(share), limit: exactText(least) }))
      return null
    }
    if (rule.over === 'counts' || compare(share, one) <= 0) return share
    tell(place, () => step('proportional.cut', { share: exactText(share) }))
    return one
  }
}

/** The maximum times what was done over what was to be done. */
export const proportional: Maker<Rule> = (rule, making) => {
  const [done, of] = [making.formula(rule.done), making.formula(rule.of)]
  const full = fullPoints(optionalPoints(making, rule.points))
  const counted = counting(rule)
  const giveDoer = doers(making, rule.done, rule.of)

  const giveShare = (place: Place, reached: Exact, asked: Exact): Given => {
    const isWithoutRatio = signOf(asked) === 0 && rule.better === 'more'
    if (isWithoutRatio) return asks('asks.targetZero', { actual: exactText(reached) })
    if (signOf(asked) < 0) return asks('asks.targetNegative', { target: exactText(asked) })
    const max = full(place)
    if ('unanswered' in max) return max.unanswered
    const share = shareOf(rule.better, reached, asked)
    const part = share === null ? null : counted(share, place)
    if (part === null) return { standing: 'scored', points: zero }
    const values = () => ({ done: exactText(reached), of: exactText(asked), max: exactText(max.found) })
    const told = (points: string) => step('proportional.of', { ...values(), share: exactText(part), points })
    return giveTold(place, times(max.found, part), told)
  }
  return (place) => {
    const [reached, asked] = [number(done(place)), number(of(place))]
    const unanswered = lacking([reached, asked])
    if (unanswered.some(({ standing }) => standing === 'not_assigned')) return giveDoer(place)
    if ('unanswered' in reached || 'unanswered' in asked) return together(unanswered)
    return giveShare(place, reached.found, asked.found)
  }
}
