import type { PetitionOutcome, PetitionState } from '../../../../db/types.ts'

export type { PetitionOutcome, PetitionState }

export const petitionOutcomes = ['accepted', 'partly', 'refused'] as const satisfies PetitionOutcome[]

/** What a member asks of the provisional result, and what it was answered. Points are exact decimal text. */
export interface Petition {
  id: string
  round_id: string
  unit_id: string
  sheet_id: string
  /** Empty: about the sheet as a whole. */
  code: string
  wanted: string | null
  text: string
  state: PetitionState
  filed_by: string
  filed_by_name: string
  filed_at: Date
  outcome: PetitionOutcome | null
  points: string | null
  answer: string
  answered_by_name: string
  answered_at: Date | null
  /** Of the sheet. */
  about_unit_id: string
  version_id: string
  bloc_year_id: string
}

const moves = {
  answer: ['filed'],
  withdraw: ['filed'],
} satisfies Record<string, PetitionState[]>

export const petitionCan = (verb: keyof typeof moves, { state }: Pick<Petition, 'state'>) =>
  moves[verb].some((each) => each === state)

/** Only what is granted, in whole or in part, may change points. */
export const grants = (outcome: PetitionOutcome) => outcome !== 'refused'
