import type { ActivityState } from '../../../../db/types.ts'

export type { ActivityState }

/** Which acts a state allows; predicate and list come from the same table. */
export const allowedIn = {
  correct: ['planned'],
  hold: ['planned'],
  report: ['planned', 'held', 'reported'],
  cancel: ['planned'],
  mark: ['reported'],
} as const satisfies Record<string, readonly ActivityState[]>

export type ActivityVerb = keyof typeof allowedIn

export const activityCan = (verb: ActivityVerb, activity: { state: ActivityState }): boolean =>
  (allowedIn[verb] as readonly ActivityState[]).includes(activity.state)
