import { step } from '../engine/derivation-words.ts'
import type { Maker } from '../engine/giving.ts'
import type { RuleOf } from '../table/rule.ts'
import { give, number } from '../giving/answers.ts'

/** Points by formula, for what no other rule says. */
export const formula: Maker<RuleOf<'formula'>> = (rule, making) => {
  const points = making.points(rule.points)
  const written = String(rule.points)
  return (place) => give(number(points(place)), place, (p) => step('formula.gave', { formula: written, points: p }))
}
