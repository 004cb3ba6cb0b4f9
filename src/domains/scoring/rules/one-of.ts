import { compare } from '#platform/exact.ts'
import { step, textValues } from '../engine/derivation-words.ts'
import type { Given, Maker, Place } from '../engine/giving.ts'
import type { Exact } from '#platform/exact.ts'
import type { RuleOf } from '../table/rule.ts'
import { give, number, together } from '../giving/answers.ts'
import { asked, conditions, type Held } from '../giving/conditions.ts'

type Holding = Held & { readonly points: Exact }
const isHeld = (one: Held): one is Holding => one.points !== null

/** One of several, by its condition. */
export const oneOf: Maker<RuleOf<'one_of'>> = (rule, making) => {
  const options = conditions(making, rule.options)
  const none = making.points(rule.none)
  const choose = (held: readonly Holding[]) =>
    held.reduce<Holding | undefined>(
      (best, one) => (best === undefined || beats(rule.pick, one, best) ? one : best),
      undefined,
    )
  const giveChosen = (place: Place, held: readonly Held[]): Given => {
    const chosen = choose(held.filter(isHeld))
    if (chosen === undefined) return give(number(none(place)), place, (points) => step('oneOf.none', { points }))
    const words = textValues(chosen.text)
    return give({ found: chosen.points }, place, (points) => step('oneOf.chosen', { ...words, points }))
  }
  return (place) => {
    if (rule.pick === 'first') return giveFirst(place, options, giveChosen)
    const { held, unknown } = asked(place, options)
    return unknown.length > 0 ? together(unknown) : giveChosen(place, held)
  }
}

function beats(pick: 'highest' | 'lowest' | 'first', one: Holding, best: Holding): boolean {
  const difference = compare(one.points, best.points)
  return pick === 'highest' ? difference > 0 : pick === 'lowest' && difference < 0
}

/** What stands after the first that holds is not asked, so that it may be missing. */
function giveFirst(
  place: Place,
  options: ReturnType<typeof conditions>,
  giveChosen: (place: Place, held: readonly Held[]) => Given,
): Given {
  for (const option of options) {
    const { held, unknown } = asked(place, [option])
    if (unknown.length > 0) return together(unknown)
    if (held.some(isHeld)) return giveChosen(place, held)
  }
  return giveChosen(place, [])
}
