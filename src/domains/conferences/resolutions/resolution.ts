import type { ResolutionKind, ResolutionState } from '../../../../db/types.ts'

export type { ResolutionKind, ResolutionState }

export const resolutionKinds = ['resolution', 'conclusion'] as const satisfies ResolutionKind[]

/** Which acts a state allows; predicate and list come from the same table. */
const allowedIn = {
  report: ['open'],
  confirm: ['reported'],
} as const satisfies Record<string, readonly ResolutionState[]>

export type ResolutionVerb = keyof typeof allowedIn

export const resolutionCan = (verb: ResolutionVerb, resolution: { state: ResolutionState }): boolean =>
  (allowedIn[verb] as readonly ResolutionState[]).includes(resolution.state)

/** Nobody has reported it done, and its last day has passed. */
export const isOverdue = (resolution: { state: ResolutionState; due_on: string }, today: string): boolean =>
  resolution.state === 'open' && today > resolution.due_on
