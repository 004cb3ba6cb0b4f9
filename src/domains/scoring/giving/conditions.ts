import type { Exact } from '#platform/exact.ts'
import type { Making, Place, Read } from '../engine/giving.ts'
import type { Points, Wording } from '../table/amount.ts'
import { number, yes, type Unanswered } from '../giving/answers.ts'

interface Written {
  readonly text?: Wording | undefined
  readonly when: string | number | boolean
  readonly points: Points
}

interface Condition {
  readonly text: Wording | undefined
  readonly when: Read
  readonly points: Read
}

export const conditions = (making: Making, written: readonly Written[]): readonly Condition[] =>
  written.map(({ text, when, points }) => ({ text, when: making.formula(when), points: making.points(points) }))

export interface Held {
  readonly text: Wording | undefined
  /** Null: the condition does not hold. */
  readonly points: Exact | null
}

/** What each condition comes to; beside it, all that keeps some of them from being known. */
export function asked(place: Place, several: readonly Condition[]): { held: Held[]; unknown: Unanswered[] } {
  const held: Held[] = []
  const unknown: Unanswered[] = []
  for (const { text, when, points } of several) {
    const holds = yes(when(place))
    if ('unanswered' in holds) {
      unknown.push(holds.unanswered)
      continue
    }
    const gives = holds.found ? number(points(place)) : { found: null }
    if ('unanswered' in gives) unknown.push(gives.unanswered)
    else held.push({ text, points: gives.found })
  }
  return { held, unknown }
}
