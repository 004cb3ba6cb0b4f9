import { compare, divided, minus, one, plus, signOf, times, zero, type Exact } from '#platform/exact.ts'
import { step } from '../engine/derivation-words.ts'
import { exactText } from '../engine/exact-text.ts'
import type { Given, Maker, Making, Place } from '../engine/giving.ts'
import { exactAmount } from '../table/amount.ts'
import type { RuleOf } from '../table/rule.ts'
import { asks, giveTold, lacking, number, tell, together } from '../giving/answers.ts'
import { doers } from '../giving/doers.ts'
import { excessOf, leaderOf, type Leader } from '../giving/leader.ts'

type Rule = RuleOf<'relative_to_leader'>

/** One unit's figures against the criterion's maximum. */
interface Figures {
  readonly actual: Exact
  readonly target: Exact
  readonly max: Exact
}

/** Which part of the maximum meeting the target gives, and what is left for exceeding it. */
interface Shares {
  readonly met: Exact
  readonly rest: Exact
}

const texts = ({ actual, target, max }: Figures) => ({
  actual: exactText(actual),
  target: exactText(target),
  max: exactText(max),
})

/** Met share × maximum × A ÷ T, or T ÷ A where less is better. */
function giveBelow(place: Place, rule: Rule, { met }: Shares, at: Figures): Given {
  const ratio = rule.better === 'more' ? divided(at.actual, at.target) : divided(at.target, at.actual)
  if (rule.below === 'zero' || ratio === null || signOf(ratio) <= 0) {
    return giveTold(place, zero, () => step('relative.belowZero', texts(at)))
  }
  const told = (points: string) =>
    step('relative.below', { ...texts(at), met: exactText(met), ratio: exactText(ratio), points })
  return giveTold(place, times(times(met, at.max), ratio), told)
}

const giveMet = (place: Place, { met }: Shares, at: Figures): Given =>
  giveTold(place, times(met, at.max), (points) => step('relative.met', { ...texts(at), met: exactText(met), points }))

const giveLeading = (place: Place, excess: Exact, at: Figures): Given =>
  giveTold(place, at.max, (points) => step('relative.leads', { ...texts(at), excess: exactText(excess), points }))

/** A target of zero: nothing can be divided by it, so the table says what it means, or a person. */
function giveZeroTarget(place: Place, rule: Rule, { met }: Shares, at: Figures): Given {
  const isDone = signOf(at.actual) > 0
  if (rule.whenTargetIsZero === 'ask') return asks('asks.targetZero', { actual: exactText(at.actual) })
  if (rule.better === 'less' && isDone) return giveTold(place, zero, () => step('relative.belowZero', texts(at)))
  const leads = rule.whenTargetIsZero === 'leads' && (isDone || rule.better === 'less')
  if (leads) return giveTold(place, at.max, (points) => step('relative.leadsZeroTarget', { ...texts(at), points }))
  const told = (points: string) => step('relative.metZeroTarget', { ...texts(at), met: exactText(met), points })
  return giveTold(place, times(met, at.max), told)
}

/** Met share + rest × own excess ÷ the leader's; the leader, or one of several, has the maximum. */
function giveExceeding(making: Making, { met, rest }: Shares, leader: Leader) {
  return (place: Place, excess: Exact, at: Figures): Given => {
    const { excess: most } = leader
    if (most === null || compare(excess, most) >= 0) return giveLeading(place, excess, at)
    const ratio = divided(excess, most) ?? one
    const told = (points: string) => {
      const shares = { met: exactText(met), rest: exactText(rest), excess: exactText(excess) }
      const best = { leader: making.unitName(leader.unit), leaderExcess: exactText(most) }
      return step('relative.exceeds', { ...texts(at), ...shares, ...best, points })
    }
    return giveTold(place, times(plus(met, times(rest, ratio)), at.max), told)
  }
}

/** Points against the target, and against the best of the group once the target is passed. */
function giveAgainst(making: Making, rule: Rule) {
  const met = exactAmount(rule.met)
  const shares: Shares = { met, rest: minus(one, met) }
  const findLeader = leaderOf(making, rule)
  const sign = rule.better === 'more' ? 1 : -1

  const giveReached = (place: Place, at: Figures, isExceeded: boolean): Given => {
    const leader = findLeader(place)
    if (leader.unknown > 0) tell(place, () => step('relative.othersUnknown', { count: String(leader.unknown) }))
    const excess = isExceeded ? excessOf(at.actual, at.target, rule.better) : null
    if (excess !== null) return giveExceeding(making, shares, leader)(place, excess, at)
    const leadsByMeeting = !rule.leaderMustExceed && leader.excess === null
    return leadsByMeeting ? giveLeading(place, zero, at) : giveMet(place, shares, at)
  }
  return (place: Place, at: Figures): Given => {
    const ofTarget = signOf(at.target)
    if (ofTarget < 0) return asks('asks.targetNegative', { target: exactText(at.target) })
    if (ofTarget === 0) return giveZeroTarget(place, rule, shares, at)
    const toward = compare(at.actual, at.target) * sign
    return toward < 0 ? giveBelow(place, rule, shares, at) : giveReached(place, at, toward > 0)
  }
}

/** Below, met, exceeded and leading: a unit's points depend on the facts of the others in its group. */
export const relativeToLeader: Maker<Rule> = (rule, making) => {
  const [actual, target] = [making.formula(rule.actual), making.formula(rule.target)]
  const against = giveAgainst(making, rule)
  const giveDoer = doers(making, rule.actual, rule.target)
  return (place) => {
    const [reached, asked] = [number(actual(place)), number(target(place))]
    const unanswered = lacking([reached, asked])
    if (unanswered.some(({ standing }) => standing === 'not_assigned')) return giveDoer(place)
    if ('unanswered' in reached || 'unanswered' in asked) return together(unanswered)
    if (place.max === null) return asks('asks.noMaximum')
    return against(place, { actual: reached.found, target: asked.found, max: place.max })
  }
}
