import { compare, divided, signOf, times, type Exact } from '#platform/exact.ts'
import { step } from '../engine/derivation-words.ts'
import { exactText } from '../engine/exact-text.ts'
import type { Answer, Give, Given, Making, Place } from '../engine/giving.ts'
import type { Formula } from '../table/amount.ts'
import { asks, giveTold, tell } from '../giving/answers.ts'

type Group = readonly { readonly unit: number; readonly answer: Answer }[]

interface Doers {
  /** What each unit reached to which it was not assigned. */
  readonly done: ReadonlyMap<number, Exact>
  readonly most: { readonly unit: number; readonly done: Exact } | null
}

function findDoers(group: Group, isAssigned: (unit: number) => boolean): Doers {
  const done = new Map<number, Exact>()
  let most: Doers['most'] = null
  for (const { unit, answer } of group) {
    if (answer.is !== 'number' || signOf(answer.number) <= 0 || isAssigned(unit)) continue
    done.set(unit, answer.number)
    if (most === null || compare(answer.number, most.done) > 0) most = { unit, done: answer.number }
  }
  return { done, most }
}

const giveNothing: Give = (place) => {
  tell(place, () => step('rule.notAssigned', {}))
  return { standing: 'not_assigned' }
}

/** Not assigned but done, where the table scores it: maximum × done ÷ the most done among those not assigned. */
export function doers(making: Making, formula: Formula, target: Formula): Give {
  // Where doing counts for nothing, a unit's points do not rest on what others did.
  if (making.butDone === 'out') return giveNothing
  const group = making.done(formula)
  const [isDoneAssigned, isTargetAssigned] = [making.assigned(formula), making.assigned(target)]
  const isAssigned = (place: Place, unit: number) => isDoneAssigned(place, unit) && isTargetAssigned(place, unit)
  const kept = new WeakMap<Group, Doers>()

  const doersOf = (place: Place): Doers => {
    const members = group(place)
    const found = kept.get(members) ?? findDoers(members, (unit) => isAssigned(place, unit))
    kept.set(members, found)
    return found
  }
  const giveAmong = (place: Place, max: Exact): Given => {
    const { done, most } = doersOf(place)
    const own = done.get(place.unit)
    const ratio = own === undefined || most === null ? null : divided(own, most.done)
    if (own === undefined || most === null || ratio === null) return giveNothing(place)
    const known = () => ({ actual: exactText(own), most: exactText(most.done), leader: making.unitName(most.unit) })
    const points = times(max, ratio)
    giveTold(place, points, (text) => step('relative.doer', { ...known(), max: exactText(max), points: text }))
    return { standing: 'scored', points, butDone: true }
  }
  return (place) => (place.max === null ? asks('asks.noMaximum') : giveAmong(place, place.max))
}
