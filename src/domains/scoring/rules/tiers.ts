import { compare, divided, minus, plus, times, type Exact } from '#platform/exact.ts'
import { step, textValues } from '../engine/derivation-words.ts'
import { exactText } from '../engine/exact-text.ts'
import type { Answer, Given, Maker, Making, Place } from '../engine/giving.ts'
import { exactAmount, type Wording } from '../table/amount.ts'
import type { Tier } from '../table/rule-parts.ts'
import type { RuleOf } from '../table/rule.ts'
import {
  answerText,
  asks,
  give,
  number,
  optionalPoints,
  tell,
  together,
  type Found,
  type Unanswered,
} from '../giving/answers.ts'
import { band, bandValue, type Band } from '../giving/bands.ts'

interface MadeTier {
  readonly band: Band
  readonly text: Wording | undefined
  readonly gives: (place: Place, value: Answer | null) => Found<Exact>
}

function share(written: string | number): MadeTier['gives'] {
  const part = exactAmount(written)
  return ({ max, tell }) => {
    if (max === null) return { unanswered: asks('asks.noMaximum') }
    const points = times(part, max)
    tell?.(step('tiers.share', { share: exactText(part), max: exactText(max), points: exactText(points) }))
    return { found: points }
  }
}

/** A straight line between the ends of the band. */
function slide(ends: Band, [first, last]: readonly [string | number, string | number]): MadeTier['gives'] {
  const [start, stop] = [exactAmount(first), exactAmount(last)]
  const { low, high } = ends
  const slope = low === null || high === null ? null : divided(minus(stop, start), minus(high, low))
  if (low === null || high === null || slope === null) return () => ({ unanswered: asks('asks.slideEnds') })
  return ({ tell }, value) => {
    if (value?.is !== 'number') return { unanswered: asks('asks.notNumber', { value: '' }) }
    const points = plus(start, times(minus(value.number, low), slope))
    const known = {
      low: exactText(low),
      high: exactText(high),
      lowPoints: exactText(start),
      highPoints: exactText(stop),
    }
    tell?.(step('tiers.slide', { ...known, value: exactText(value.number), points: exactText(points) }))
    return { found: points }
  }
}

function makeTier(making: Making, tier: Tier): MadeTier {
  const ends = band(making, tier)
  const made = { band: ends, text: tier.text }
  if (tier.slide !== undefined) return { ...made, gives: slide(ends, tier.slide) }
  if (tier.share !== undefined) return { ...made, gives: share(tier.share) }
  const points = making.points(tier.points ?? 0)
  return { ...made, gives: (place) => number(points(place)) }
}

interface Matched {
  readonly tier: MadeTier
  readonly points: Exact
}

/** What one tier comes to: null where it does not hold. */
function ask(place: Place, value: Answer | null, tier: MadeTier): Found<Matched | null> {
  const holds = tier.band.holds(place, value)
  if ('unanswered' in holds) return holds
  if (!holds.found) return { found: null }
  const points = tier.gives(place, value)
  return 'unanswered' in points ? points : { found: { tier, points: points.found } }
}

/** Every tier that holds, or the first alone; a tier that cannot be asked stops the search. */
function matching(place: Place, value: Answer | null, several: readonly MadeTier[], all: boolean) {
  const matched: Matched[] = []
  const unknown: Unanswered[] = []
  for (const tier of several) {
    const asked = ask(place, value, tier)
    if ('unanswered' in asked) unknown.push(asked.unanswered)
    else if (asked.found !== null) matched.push(asked.found)
    if (!all && unknown.length + matched.length > 0) break
  }
  return { matched, unknown }
}

const better = (pick: 'highest' | 'lowest') => (best: Matched, one: Matched) =>
  compare(one.points, best.points) === (pick === 'highest' ? 1 : -1) ? one : best

function tellMatched(place: Place, value: Answer | null, { tier, points }: Matched): void {
  if (place.tell === undefined) return
  const shown = value === null ? '' : answerText(value)
  const words = { ...tier.band.values, ...textValues(tier.text) }
  place.tell(step('tiers.matched', { ...words, value: shown, points: exactText(points) }))
}

/** Points of the tier that matches; none matching is said, never guessed. */
export const tiers: Maker<RuleOf<'tiers'>> = (rule, making) => {
  const of = rule.of === undefined ? null : making.formula(rule.of)
  const several = rule.tiers.map((tier) => makeTier(making, tier))
  const otherwise = optionalPoints(making, rule.otherwise)
  const pick = rule.pick

  const giveNone = (place: Place, value: Answer | null): Given => {
    const shown = value === null ? '' : answerText(value)
    if (otherwise !== undefined) {
      return give(number(otherwise(place)), place, (points) => step('tiers.otherwise', { value: shown, points }))
    }
    tell(place, () => step('tiers.none', { value: shown }))
    return { standing: 'no_tier' }
  }
  const giveMatched = (place: Place, value: Answer | null, matched: readonly [Matched, ...Matched[]]): Given => {
    const chosen = pick === 'first' ? matched[0] : matched.reduce(better(pick))
    tellMatched(place, value, chosen)
    if (matched.length > 1 && pick !== 'first') {
      place.tell?.(step('tiers.several', { count: String(matched.length), pick, points: exactText(chosen.points) }))
    }
    return { standing: 'scored', points: chosen.points }
  }
  return (place) => {
    const value = of === null ? { found: null } : bandValue(of(place))
    if ('unanswered' in value) return value.unanswered
    const { matched, unknown } = matching(place, value.found, several, pick !== 'first')
    if (unknown.length > 0) return together(unknown)
    const [first, ...others] = matched
    return first === undefined ? giveNone(place, value.found) : giveMatched(place, value.found, [first, ...others])
  }
}
