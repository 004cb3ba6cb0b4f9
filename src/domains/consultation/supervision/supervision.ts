import type { SupervisionKind, SupervisionState } from '../../../../db/types.ts'

export type { SupervisionKind, SupervisionState }

export const supervisionKinds = ['supervision', 'criticism'] as const satisfies SupervisionKind[]

/** Which acts a state allows; predicate and list come from the same table. */
export const allowedIn = {
  correct: ['planned', 'held'],
  hold: ['planned'],
  conclude: ['held'],
  cancel: ['planned'],
  recommend: ['held', 'concluded'],
} as const satisfies Record<string, readonly SupervisionState[]>

export type SupervisionVerb = keyof typeof allowedIn

export const supervisionCan = (verb: SupervisionVerb, { state }: { state: SupervisionState }): boolean =>
  (allowedIn[verb] as readonly SupervisionState[]).includes(state)

/** Answered, waiting within its days, or late. */
export type FollowUp = 'answered' | 'waiting' | 'late'

export function followUpOf(
  { answered_on: answered, due_on: due }: { answered_on: string | null; due_on: string },
  today: string,
): FollowUp {
  if (answered !== null) return 'answered'
  return today > due ? 'late' : 'waiting'
}
