import {
  compare,
  divided,
  minus,
  negated,
  plus,
  roundedTo,
  signOf,
  times,
  whole,
  zero,
  type Exact,
} from '#platform/exact.ts'
import type { Criterion } from '../table/criterion.ts'
import type { Column } from '../table/rule-parts.ts'
import { step } from '../engine/derivation-words.ts'
import { exactText } from '../engine/exact-text.ts'
import type { Place } from '../engine/giving.ts'
import type { ReadyCriterion } from '../engine/ready-criterion.ts'

/** Points by column; the penalty is zero or negative. */
export interface Parts {
  readonly base: Exact
  readonly bonus: Exact
  readonly penalty: Exact
}

type Tell = Place['tell']

export const nothing: Parts = { base: zero, bonus: zero, penalty: zero }
export const totalOf = ({ base, bonus, penalty }: Parts) => plus(plus(base, bonus), penalty)

/** Points in their column; between bonus and penalty the sign decides, and what is below zero is a penalty. */
export function inColumn(points: Exact, column: Column): Parts {
  if (signOf(points) < 0) return { base: zero, bonus: zero, penalty: points }
  return column === 'base' ? { base: points, bonus: zero, penalty: zero } : { base: zero, bonus: points, penalty: zero }
}

function sumOf(all: readonly Parts[]): Parts {
  let { base, bonus, penalty } = nothing
  for (const one of all) {
    base = plus(base, one.base)
    bonus = plus(bonus, one.bonus)
    penalty = plus(penalty, one.penalty)
  }
  return { base, bonus, penalty }
}

const multiplied = ({ base, bonus, penalty }: Parts, factor: Exact): Parts => ({
  base: times(base, factor),
  bonus: times(bonus, factor),
  penalty: times(penalty, factor),
})

/** The highest first; equal ones stay in their order, which is the table's. */
const byTotal = (all: readonly Parts[]) => all.toSorted((one, other) => compare(totalOf(other), totalOf(one)))

function average(all: readonly Parts[]): Parts {
  const share = divided(whole(1), whole(all.length))
  return share === null ? nothing : multiplied(sumOf(all), share)
}

/** What several figures make together. */
export function combined(all: readonly Parts[], combine: Criterion['combine'], tell: Tell): Parts {
  const sum = sumOf(all)
  if (combine === 'sum') {
    tell?.(step('node.sum', textsOf(sum)))
    return sum
  }
  if (combine === 'average')
    return told(average(all), tell, (points) => step('node.average', { count: String(all.length), points }))
  const sorted = byTotal(all)
  if (combine === 'highest') return told(sorted[0] ?? nothing, tell, (points) => step('node.highest', { points }))
  if (combine === 'lowest') return told(sorted.at(-1) ?? nothing, tell, (points) => step('node.lowest', { points }))
  const best = sumOf(sorted.slice(0, combine.best))
  return told(best, tell, (points) => step('node.best', { count: String(combine.best), points }))
}

const textsOf = ({ base, bonus, penalty }: Parts) => ({
  base: exactText(base),
  bonus: exactText(bonus),
  penalty: exactText(penalty),
})

function told(parts: Parts, tell: Tell, says: (points: string) => ReturnType<typeof step>): Parts {
  tell?.(says(exactText(totalOf(parts))))
  return parts
}

/** Multiplied by the criterion's factor. */
export function weighed(parts: Parts, { factor }: ReadyCriterion, tell: Tell): Parts {
  if (factor.over === 1 && factor.under === 1) return parts
  const after = multiplied(parts, factor)
  const texts = { from: exactText(totalOf(parts)), factor: exactText(factor), points: exactText(totalOf(after)) }
  tell?.(step('node.factor', texts))
  return after
}

/** Takes so much away: of the bonus first, then of the base. */
function cut(parts: Parts, excess: Exact): Parts {
  const ofBonus = compare(parts.bonus, excess) < 0 ? parts.bonus : excess
  return { ...parts, bonus: minus(parts.bonus, ofBonus), base: minus(parts.base, minus(excess, ofBonus)) }
}

function withinMaximum(parts: Parts, { allowExceed }: ReadyCriterion, room: Exact | null, tell: Tell): Parts {
  if (room === null || allowExceed === 'yes') return parts
  const held = allowExceed === 'no' ? totalOf(parts) : parts.base
  if (compare(held, room) <= 0) return parts
  const after = allowExceed === 'no' ? cut(parts, minus(held, room)) : { ...parts, base: room }
  tell?.(step('node.within', { from: exactText(held), max: exactText(room), points: exactText(totalOf(after)) }))
  return after
}

function capped(parts: Parts, { cap }: ReadyCriterion, tell: Tell): Parts {
  const total = totalOf(parts)
  if (cap === null || compare(total, cap) <= 0) return parts
  tell?.(step('node.cap', { from: exactText(total), to: exactText(cap) }))
  return cut(parts, minus(total, cap))
}

/** Never less than the floor: the penalty is cut first, and only then do base points rise. */
function floored(parts: Parts, { floor }: ReadyCriterion, tell: Tell): Parts {
  const total = totalOf(parts)
  if (floor === null || compare(total, floor) >= 0) return parts
  tell?.(step('node.floor', { from: exactText(total), to: exactText(floor) }))
  const short = minus(floor, total)
  const ofPenalty = compare(negated(parts.penalty), short) < 0 ? negated(parts.penalty) : short
  return { ...parts, penalty: plus(parts.penalty, ofPenalty), base: plus(parts.base, minus(short, ofPenalty)) }
}

/** Bonus and penalty within what the criterion allows of each. */
function heldColumns(parts: Parts, { maxBonus, maxPenalty }: ReadyCriterion, tell: Tell): Parts {
  let { bonus, penalty } = parts
  if (maxBonus !== null && compare(bonus, maxBonus) > 0) {
    tell?.(step('node.maxBonus', { from: exactText(bonus), to: exactText(maxBonus) }))
    bonus = maxBonus
  }
  if (maxPenalty !== null && compare(negated(penalty), maxPenalty) > 0) {
    tell?.(step('node.maxPenalty', { from: exactText(penalty), to: exactText(negated(maxPenalty)) }))
    penalty = negated(maxPenalty)
  }
  return { ...parts, bonus, penalty }
}

/** Everything that limits a criterion's points, in the order in which it counts. */
export function limited(parts: Parts, criterion: ReadyCriterion, room: Exact | null, tell: Tell): Parts {
  const isFree = criterion.maxBonus === null && criterion.maxPenalty === null
  const columns = isFree ? parts : heldColumns(parts, criterion, tell)
  return floored(capped(withinMaximum(columns, criterion, room, tell), criterion, tell), criterion, tell)
}

/** Each column rounded, so that the total is still their sum. */
export function rounded(parts: Parts, { places }: ReadyCriterion, tell: Tell): Parts {
  if (places === null) return parts
  const base = roundedTo(parts.base, places)
  const bonus = roundedTo(parts.bonus, places)
  const penalty = roundedTo(parts.penalty, places)
  if (base === parts.base && bonus === parts.bonus && penalty === parts.penalty) return parts
  const after = { base, bonus, penalty }
  if (tell !== undefined) {
    const [from, to] = [exactText(totalOf(parts)), exactText(totalOf(after))]
    if (from !== to) tell(step('node.round', { from, places: String(places), to }))
  }
  return after
}
