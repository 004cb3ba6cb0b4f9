import { step, textValues } from '../engine/derivation-words.ts'
import { exactText } from '../engine/exact-text.ts'
import type { Maker } from '../engine/giving.ts'
import type { RuleOf } from '../table/rule.ts'
import { scored, together, total } from '../giving/answers.ts'
import { asked, conditions } from '../giving/conditions.ts'

/** The sum of parts, each with its own condition. */
export const parts: Maker<RuleOf<'parts'>> = (rule, making) => {
  const several = conditions(making, rule.parts)
  return (place) => {
    const { held, unknown } = asked(place, several)
    for (const { text, points } of place.tell === undefined ? [] : held) {
      const words = textValues(text)
      place.tell?.(
        points === null ? step('parts.not', words) : step('parts.has', { ...words, points: exactText(points) }),
      )
    }
    if (unknown.length > 0) return together(unknown)
    const sum = total(held.flatMap(({ points }) => (points === null ? [] : [points])))
    place.tell?.(step('parts.sum', { points: exactText(sum) }))
    return scored(sum)
  }
}
