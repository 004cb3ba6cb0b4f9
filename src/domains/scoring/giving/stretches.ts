import { signOf, times, whole, zero, type Exact } from '#platform/exact.ts'
import type { z } from 'zod'
import { step } from '../engine/derivation-words.ts'
import { exactText } from '../engine/exact-text.ts'
import type { Making, Place } from '../engine/giving.ts'
import { exactAmount } from '../table/amount.ts'
import type { perStretch } from '../table/rule-parts.ts'
import { number, type Found } from '../giving/answers.ts'
import { daysBetween, monthsBetween } from '../giving/days.ts'
import { heldAt } from '../giving/limits.ts'

type Stretch = z.output<typeof perStretch>
type Unit = 'days' | 'workingDays' | 'weeks' | 'months'

function lengthOf(stretch: Stretch): { unit: Unit; length: number } {
  if (stretch.months !== undefined) return { unit: 'months', length: stretch.months }
  if (stretch.weeks !== undefined) return { unit: 'weeks', length: stretch.weeks }
  if (stretch.workingDays !== undefined) return { unit: 'workingDays', length: stretch.workingDays }
  return { unit: 'days', length: stretch.days ?? 1 }
}

/** How many units lie between two days; half of one stands for a month that has begun. */
function between(making: Making, unit: Unit, from: string, to: string): number {
  if (unit === 'workingDays') return making.workingDays(from, to)
  if (unit === 'months') {
    const { whole, isBegun } = monthsBetween(from, to)
    return whole + (isBegun ? 0.5 : 0)
  }
  return daysBetween(from, to) / (unit === 'weeks' ? 7 : 1)
}

/** Points for each whole stretch of days (or each begun one) from one day to a later one. */
export function stretch(making: Making, written: Stretch) {
  const { unit, length } = lengthOf(written)
  const points = making.points(written.points)
  const limit = written.atMost === undefined ? null : exactAmount(written.atMost)
  return (place: Place, from: string, to: string): Found<Exact> => {
    const several = between(making, unit, from, to) / length
    const count = whole(written.begun ? Math.ceil(several) : Math.floor(several))
    if (signOf(count) <= 0) return { found: zero }
    const each = number(points(place))
    if ('unanswered' in each) return each
    const sum = times(count, each.found)
    const told = { stretches: exactText(count), length: String(length), unit, each: exactText(each.found) }
    place.tell?.(step('deadline.each', { ...told, points: exactText(sum) }))
    return { found: limit === null ? sum : heldAt(limit)(sum, place) }
  }
}
