import { compare, negated, roundedTo, signOf, type Exact } from '#platform/exact.ts'
import { step } from '../engine/derivation-words.ts'
import { exactText } from '../engine/exact-text.ts'
import type { Place } from '../engine/giving.ts'

/** A limit or rounding of one rule's points, told where it changes them. */
export type Trim = (points: Exact, place: Place) => Exact

export function notLessThan(limit: Exact): Trim {
  return (points, place) => {
    if (compare(points, limit) >= 0) return points
    place.tell?.(step('rule.floor', { points: exactText(points), limit: exactText(limit) }))
    return limit
  }
}

/** Holds the size of points, whatever their sign: "trừ tối đa 1,5" and "cộng tối đa 1,5" alike. */
export function heldAt(size: Exact): Trim {
  return (points, place) => {
    const limit = signOf(points) < 0 ? negated(size) : size
    if (compare(points, limit) * signOf(points) <= 0) return points
    place.tell?.(step('rule.atMost', { points: exactText(points), limit: exactText(limit) }))
    return limit
  }
}

export function rounding(places: number): Trim {
  return (points, place) => {
    const rounded = roundedTo(points, places)
    if (compare(rounded, points) === 0) return points
    const values = { points: exactText(points), places: String(places), rounded: exactText(rounded) }
    place.tell?.(step('rule.round', values))
    return rounded
  }
}
