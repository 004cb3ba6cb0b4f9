import type { ConsultationState } from '../../../../db/types.ts'

export type { ConsultationState }

/** Which acts a state allows; predicate and list come from the same table. */
export const allowedIn = {
  correct: ['draft'],
  open: ['draft'],
  withdraw: ['draft', 'open'],
  comment: ['open'],
  close: ['open'],
  check: ['open', 'closed'],
  decide: ['closed'],
  publish: ['closed'],
} as const satisfies Record<string, readonly ConsultationState[]>

export type ConsultationVerb = keyof typeof allowedIn

export const consultationCan = (verb: ConsultationVerb, { state }: { state: ConsultationState }): boolean =>
  (allowedIn[verb] as readonly ConsultationState[]).includes(state)

/** Open, and its last day not over, whether or not it was closed already. */
export const takesComments = (
  { state, closes_on: last }: { state: ConsultationState; closes_on: string | null },
  today: string,
): boolean => consultationCan('comment', { state }) && last !== null && today <= last
