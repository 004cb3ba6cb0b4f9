import { zero } from '#platform/exact.ts'
import { step } from '../engine/derivation-words.ts'
import { exactText } from '../engine/exact-text.ts'
import type { Give, Given, Making, Place } from '../engine/giving.ts'
import { exactAmount } from '../table/amount.ts'
import type { ScoringRule } from '../table/rule.ts'
import { number, optionalPoints, scored, yes } from '../giving/answers.ts'
import { heldAt, notLessThan, rounding, type Trim } from '../giving/limits.ts'
import { makeKind } from './makers.ts'

/** Says why the rule gives nothing before it is asked, or null: then it is asked. */
type Guard = (place: Place) => Given | null

function conditionGuard(making: Making, formula: string | number | boolean, stopsWhen: boolean): Guard {
  const read = making.formula(formula)
  return (place) => {
    const holds = yes(read(place))
    if ('unanswered' in holds) return holds.unanswered
    if (holds.found !== stopsWhen) return null
    place.tell?.(step(stopsWhen ? 'rule.exempt' : 'rule.onlyIf', {}))
    return scored(zero)
  }
}

function fullGuard(making: Making, criterion: true | string): Guard {
  const full = making.full(criterion)
  return (place) => {
    const holds = yes(full(place))
    if ('unanswered' in holds) return holds.unanswered
    if (holds.found) return null
    place.tell?.(step('rule.onlyIfFull', { code: criterion === true ? making.code : criterion }))
    return scored(zero)
  }
}

function guardsOf(rule: ScoringRule, making: Making): readonly Guard[] {
  return [
    ...(rule.exemptWhen === undefined ? [] : [conditionGuard(making, rule.exemptWhen, true)]),
    ...(rule.onlyIf === undefined ? [] : [conditionGuard(making, rule.onlyIf, false)]),
    ...(rule.onlyIfFull === undefined ? [] : [fullGuard(making, rule.onlyIfFull)]),
  ]
}

function trimsOf({ atMost, floor, round }: ScoringRule): readonly Trim[] {
  return [
    ...(floor === undefined ? [] : [notLessThan(exactAmount(floor))]),
    ...(atMost === undefined ? [] : [heldAt(exactAmount(atMost))]),
    ...(round === undefined ? [] : [rounding(round)]),
  ]
}

function tellMissing(making: Making, needs: readonly string[]) {
  const labels = needs.map((key) => ({ ...making.label(key), key }))
  const all = (locale: 'vi' | 'en') =>
    labels.map((one) => (one[locale] === one.key ? one.key : `${one[locale]} (${one.key})`)).join('; ')
  return { facts: all('vi'), factsEn: all('en') }
}

/** One rule of a leaf, with what every rule may say around it. */
export function makeRule(rule: ScoringRule, making: Making): Give {
  const kind = makeKind(rule, making)
  const [guards, trims] = [guardsOf(rule, making), trimsOf(rule)]
  const whenMissing = optionalPoints(making, rule.whenMissing)

  const giveMissing = (given: Extract<Given, { standing: 'missing' }>, place: Place): Given => {
    const instead = whenMissing === undefined ? null : number(whenMissing(place))
    if (instead === null || 'unanswered' in instead) {
      place.tell?.(step('rule.missing', tellMissing(making, given.needs)))
      return given
    }
    const points = exactText(instead.found)
    place.tell?.(step('rule.missingGives', { ...tellMissing(making, given.needs), points }))
    return scored(instead.found)
  }
  const ask = (place: Place): Given => {
    for (const guard of guards) {
      const stopped = guard(place)
      if (stopped !== null) return stopped
    }
    return kind(place)
  }
  const trimmed = (given: Given, place: Place): Given => {
    if (given.standing !== 'scored' || trims.length === 0) return given
    return { ...given, points: trims.reduce((points, trim) => trim(points, place), given.points) }
  }
  return (place) => {
    const given = ask(place)
    if (given.standing === 'asks') place.tell?.({ says: given.says, values: given.values })
    return trimmed(given.standing === 'missing' ? giveMissing(given, place) : given, place)
  }
}
