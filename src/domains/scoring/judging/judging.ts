import type {
  ChainRestart,
  ExplanationOutcome,
  ExplanationState,
  ScoringStage,
  ScoringState,
  SheetState,
} from '../../../../db/types.ts'

export type { ChainRestart, ExplanationOutcome, ExplanationState }

/** The bloc, through its head or the scoring meeting; then the authority. */
export const judgingStages = ['bloc', 'authority'] as const satisfies ScoringStage[]
export type JudgingStage = (typeof judgingStages)[number]

export const explanationOutcomes = ['accepted', 'partly', 'not_accepted'] as const satisfies ExplanationOutcome[]

interface Standing {
  round: { state: ScoringState }
  sheet: { state: SheetState }
}

const stateOfStage: Readonly<Record<JudgingStage, SheetState>> = { bloc: 'submitted', authority: 'verified' }

/** The bloc judges what was sent, the authority what the bloc has verified; both until the provisional result. */
export const takesJudging = (stage: JudgingStage, { round, sheet }: Standing) =>
  round.state === 'verifying' && sheet.state === stateOfStage[stage]

/** At which stage a sheet waits to be judged. */
export const stageOf = (standing: Standing): JudgingStage | undefined =>
  judgingStages.find((stage) => takesJudging(stage, standing))

/** A settled sheet opens again only before the result is final. */
export const takesReopening = ({ round, sheet }: Standing) =>
  (round.state === 'verifying' || round.state === 'provisional') &&
  (sheet.state === 'verified' || sheet.state === 'agreed')

interface Question {
  state: ExplanationState
  due_on: string
}

/** A late answer is taken until someone has looked without it. */
export const takesAnswer = ({ state }: Pick<Question, 'state'>) => state === 'asked'

/** Settled after the answer; without one only once its day has passed. */
export const takesSecondLook = ({ state, due_on: due }: Question, today: string) =>
  state === 'answered' || (state === 'asked' && today > due)
