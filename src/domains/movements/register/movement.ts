import type { MovementForm, MovementLevel, MovementState, ReviewKind } from '../../../../db/types.ts'

export type { MovementForm, MovementLevel, MovementState, ReviewKind }

export const movementForms = ['thematic', 'regular'] as const satisfies MovementForm[]
/** From the centre down. */
export const movementLevels = ['national', 'provincial', 'bloc', 'unit'] as const satisfies MovementLevel[]
export const reviewKinds = ['interim', 'final'] as const satisfies ReviewKind[]

/** Which acts a state allows; predicate and list come from the same table. */
export const allowedIn = {
  edit: ['draft', 'launched', 'running'],
  launch: ['draft'],
  remove: ['draft'],
  begin: ['launched'],
  join: ['launched', 'running'],
  report: ['launched', 'running', 'reviewed'],
  planReview: ['launched', 'running'],
  holdReview: ['launched', 'running'],
  carry: ['launched', 'running'],
  close: ['reviewed'],
  publish: ['launched', 'running', 'reviewed', 'closed'],
} as const satisfies Record<string, readonly MovementState[]>

export type MovementVerb = keyof typeof allowedIn

export const movementCan = (verb: MovementVerb, movement: { state: MovementState }): boolean =>
  (allowedIn[verb] as readonly MovementState[]).includes(movement.state)

/** A final review ends the running of a movement; an interim one lets it go on. */
export const stateAfterReview = (kind: ReviewKind, state: MovementState): MovementState =>
  kind === 'final' ? 'reviewed' : state

/** A movement that ran this long before, counted in whole years: the base of the flags for thematic movements. */
export function wholeYears(fromOn: string, untilOn: string): number {
  const years = Number(untilOn.slice(0, 4)) - Number(fromOn.slice(0, 4))
  return untilOn.slice(5) < fromOn.slice(5) ? years - 1 : years
}

interface Launched {
  state: MovementState
  from_on: string | null
  to_on: string | null
}

/** Whether a movement's period goes on in a year: one without an end does until it is closed. */
export const goesOnIn = (movement: Launched, year: { starts_on: string }): boolean =>
  movementCan('carry', movement) && (movement.to_on === null || movement.to_on >= year.starts_on)
