import type { CrossMethod, CrossSpan, CrossState, ObjectionState } from '../../../../db/types.ts'
import { isAtLeast, type ScoringState } from '../rounds/round.ts'
import type { SheetState } from '../sheets/sheet.ts'

export type { CrossMethod, CrossSpan, CrossState, ObjectionState }

export const crossSpans = ['sheet', 'section', 'field'] as const satisfies CrossSpan[]
export const crossMethods = ['median', 'mean'] as const satisfies CrossMethod[]

/** One unit's turn to assess a sheet, or a part of it. */
export interface Assignment {
  id: string
  sheet_id: string
  /** Code of the part of the table; empty: the whole sheet. */
  part: string
  unit_id: string
  assessor_unit_id: string
  state: CrossState
  is_mutual: boolean
  edition: number
}

const allowed = {
  /** Says that there is no conflict of interest, and only then sees the first page. */
  open: ['waiting'],
  mark: ['scoring'],
  send: ['scoring'],
  refuse: ['waiting', 'scoring'],
  change: ['waiting'],
  object: ['waiting'],
  end: ['waiting', 'scoring'],
} satisfies Record<string, CrossState[]>

export type AssignmentVerb = keyof typeof allowed

export const assignmentCan = (verb: AssignmentVerb, { state }: Pick<Assignment, 'state'>) =>
  allowed[verb].some((each) => each === state)

/** Still asked for: neither sent nor ended. */
export const isOwed = ({ state }: Pick<Assignment, 'state'>) => allowed.end.some((each) => each === state)

/** Who had a turn and has it no more, for a reason that members see. */
export const isOver = ({ state }: Pick<Assignment, 'state'>) =>
  state === 'recused' || state === 'replaced' || state === 'missed'

/** The matrix is drawn while units score themselves or others have not begun; again only before anyone began. */
export const takesDrawing = (round: { state: ScoringState; has_cross: boolean }) =>
  round.has_cross && (round.state === 'self_scoring' || round.state === 'cross_scoring')

export const hasBegun = (assignments: readonly Pick<Assignment, 'state'>[]) =>
  assignments.some(({ state }) => state !== 'waiting' && state !== 'replaced')

/**
 * A sheet is assessed after its unit has sent it, while the round is at that; also when a returned sheet came back
 * later and is assessed anew.
 */
export const takesAssessment = (round: { state: ScoringState }, sheet: { state: SheetState }) =>
  (round.state === 'cross_scoring' || round.state === 'verifying') && sheet.state === 'submitted'

/**
 * Points of one assessor are nobody else's until the round is past cross-scoring and every turn on the sheet was taken
 * or ended: neither the assessed unit's, nor another assessor's, nor the head's.
 */
export const areMarksShown = (round: { state: ScoringState }, ofSheet: readonly Pick<Assignment, 'state'>[]) =>
  isAtLeast(round.state, 'verifying') && !ofSheet.some(isOwed)

/** What one assessor's turn stands at for whom it concerns: late only from the day after the last. */
export const isLate = (
  assignment: Pick<Assignment, 'state'>,
  round: { state: ScoringState; cross_due_on: string | null },
  today: string,
) =>
  isOwed(assignment) &&
  isAtLeast(round.state, 'cross_scoring') &&
  round.cross_due_on !== null &&
  today > round.cross_due_on
