import type { RoadStop, ScoringStage, ScoringState } from '../../../../db/types.ts'

export type { ScoringStage, ScoringState }

/** In the order in which a round goes through them. */
export const scoringStates = [
  'preparing',
  'self_scoring',
  'cross_scoring',
  'verifying',
  'provisional',
  'final',
] as const satisfies ScoringState[]

/** The stages of a sheet, the last word first. */
const scoringStages = ['authority', 'bloc', 'cross', 'self'] as const satisfies ScoringStage[]

/** One round of scoring of a bloc-year. */
export interface Round {
  id: string
  bloc_year_id: string
  name: string
  state: ScoringState
  has_cross: boolean
  self_due_on: string
  cross_due_on: string | null
  verify_due_on: string
  petition_days: number
  petition_until: string | null
  version: number
  opened_at: Date | null
  finished_at: Date | null
}

interface Act {
  readonly from: readonly ScoringState[]
  readonly to: ScoringState
}

/** What moves a round on: from which states, to which. */
const acts = {
  open: { from: ['preparing'], to: 'self_scoring' },
  startCross: { from: ['self_scoring'], to: 'cross_scoring' },
  startVerifying: { from: ['self_scoring', 'cross_scoring'], to: 'verifying' },
  announce: { from: ['verifying'], to: 'provisional' },
  finish: { from: ['provisional'], to: 'final' },
} as const satisfies Record<string, Act>

export type RoundAct = keyof typeof acts
export const roundActs: Readonly<Record<RoundAct, Act>> = acts

type Standing = Pick<Round, 'state' | 'has_cross'>

/** Cross-scoring is neither skipped where the round has it nor begun where it has none. */
export function roundCan(act: RoundAct, { state, has_cross }: Standing): boolean {
  if (act === 'startCross' && !has_cross) return false
  if (act === 'startVerifying' && has_cross && state === 'self_scoring') return false
  return roundActs[act].from.includes(state)
}

/** The one act that comes next; nothing when the round is over. */
export const nextAct = (round: Standing): RoundAct | undefined =>
  (Object.keys(acts) as RoundAct[]).find((act) => roundCan(act, round))

const rank = (state: ScoringState) => scoringStates.indexOf(state)

export const isAtLeast = (state: ScoringState, least: ScoringState) => rank(state) >= rank(least)

/** From verification on, members of the bloc see one another's sheets. */
export const isOpenToMembers = (state: ScoringState) => isAtLeast(state, 'verifying')

/** Later the turns of cross-scoring are drawn: whoever joins then is not scored in this round. */
export const takesNewSheets = ({ state }: Pick<Round, 'state'>) => state === 'self_scoring'

/** The stops of the year's road that follow the round. */
export const stopOfState: Partial<Readonly<Record<ScoringState, RoadStop>>> = {
  self_scoring: 'self_scoring',
  cross_scoring: 'cross_scoring',
  verifying: 'appraisal',
}

/** The last day of what the round is doing now. */
export function dueOn(
  round: Pick<Round, 'state' | 'self_due_on' | 'cross_due_on' | 'verify_due_on' | 'petition_until'>,
) {
  const days: Readonly<Record<ScoringState, string | null>> = {
    preparing: null,
    self_scoring: round.self_due_on,
    cross_scoring: round.cross_due_on,
    verifying: round.verify_due_on,
    provisional: round.petition_until,
    final: null,
  }
  return days[round.state]
}

/** Which stages count for a figure at a stage, the last word first: authority over bloc over cross over self. */
export const stagesAt = (stage: ScoringStage): readonly ScoringStage[] =>
  scoringStages.slice(scoringStages.indexOf(stage))
