import type { SheetState, SheetStepName } from '../../../../db/types.ts'
import { isAtLeast, type ScoringStage, type ScoringState } from '../rounds/round.ts'

export type { SheetState, SheetStepName }

/** A unit's sheet for one table of a round. */
export interface Sheet {
  id: string
  round_id: string
  version_id: string
  unit_id: string
  state: SheetState
  edition: number
  /** Of the last time it was sent; stays when it is returned. */
  submitted_at: Date | null
  submitted_by: string | null
}

const allowed = {
  enter: ['open', 'returned'],
  send: ['open', 'returned'],
  return: ['submitted', 'verified', 'agreed'],
  verify: ['submitted'],
  agree: ['verified'],
} satisfies Record<string, SheetState[]>

export type SheetVerb = keyof typeof allowed

export const sheetCan = (verb: SheetVerb, { state }: Pick<Sheet, 'state'>) =>
  allowed[verb].some((each) => each === state)

/** A unit may fill in its sheet from the opening until the provisional result; after the last day it says why it is late. */
export const takesSelfScores = (round: { state: ScoringState }) =>
  isAtLeast(round.state, 'self_scoring') && !isAtLeast(round.state, 'provisional')

/** How a sheet stands for who looks at a round: `missing` once self-scoring is over and it was never sent. */
export type SheetStanding = SheetState | 'missing'

export const standingOfSheet = (
  sheet: Pick<Sheet, 'state' | 'submitted_at'>,
  round: { state: ScoringState },
): SheetStanding => (sheet.state === 'open' && isAtLeast(round.state, 'provisional') ? 'missing' : sheet.state)

/** What a cell of a sheet is: a typed fact by its key, or points of a criterion by its code. */
export type EntryKind = 'fact' | 'mark'

/** Points of a criterion as a stage gave them; null was taken back, which is not zero. */
export interface Mark {
  sheet_id: string
  code: string
  stage: ScoringStage
  assessor_unit_id: string
  /** Exact decimal text. */
  points: string | null
  reason: string
  edition: number
  by_account: string
  by_name: string
  at: Date
}

/** A fact as someone typed it; its shapes are those of score facts. */
export interface TypedFact {
  sheet_id: string
  key: string
  stage: ScoringStage
  assessor_unit_id: string
  value: unknown
  is_assigned: boolean
  note: string
  edition: number
  by_account: string
  by_name: string
  at: Date
}
