import type { Db, Tx } from '#platform/database/database.ts'
import { areMarksShown } from '../cross/assignment.ts'
import { assignmentsOfRound } from '../cross/queries.ts'
import type { CriterionScore, ScoreResult, UnitScore } from '../engine/score-result.ts'
import type { Round, ScoringStage } from '../rounds/round.ts'
import { gatherScores, type Scores } from '../sheets/gather-scores.ts'
import type { Mark } from '../sheets/sheet.ts'
import { readMarks } from '../sheets/read-entries.ts'
import type { JudgingStage } from './judging.ts'
import { scoresByCode } from './own-points.ts'

export interface Asked {
  round: Round
  version: string
  today: string
}

/** What every stage says of one table, of all units: computed once, read by criterion and unit. */
export interface TableFigures {
  /** As it stands at the last word that has been spoken. */
  standing: Scores
  results: Readonly<Record<ScoringStage, ScoreResult>>
  marks: readonly Mark[]
  /** Sheets whose cross-scores may be shown. */
  shown: ReadonlySet<string>
}

export async function gatherFigures(db: Db | Tx, { round, version, today }: Asked): Promise<TableFigures> {
  const asked = { round, version, today }
  const at = (stage: ScoringStage) => gatherScores(db, { ...asked, stage })
  const [self, cross, bloc, authority] = [await at('self'), await at('cross'), await at('bloc'), await at('authority')]
  const { sheets } = authority
  const assignments = await assignmentsOfRound(db, round.id)
  const isShown = (sheet: string) =>
    areMarksShown(
      round,
      assignments.filter((one) => one.sheet_id === sheet),
    )
  return {
    standing: authority,
    results: { self: self.result, cross: cross.result, bloc: bloc.result, authority: authority.result },
    marks: await readMarks(
      db,
      sheets.map(({ id }) => id),
    ),
    shown: new Set(sheets.map(({ id }) => id).filter(isShown)),
  }
}

/** What one criterion of one unit has been given, side by side. */
export interface Figures {
  /** The unit's own. */
  self: string | null
  /** Each assessor's, where they may be shown. */
  cross: readonly Mark[]
  /** What a judging stage is offered: the rules' figure, of judged criteria the assessors' or the unit's; then the bloc's. */
  proposed: Readonly<Record<JudgingStage, string | null>>
  /** What a judging stage said. */
  agreed: Readonly<Record<JudgingStage, Mark | undefined>>
  /** What counts now, and how it stands. */
  stands: CriterionScore | undefined
}

export interface SheetFigures {
  sheet: string
  score: UnitScore | undefined
  of: (code: string) => Figures
}

/** The figures of one unit's sheet. */
export function figuresOf({ standing, results, marks, shown }: TableFigures, unit: string): SheetFigures {
  const sheet = standing.sheets.find((one) => one.unit_id === unit)?.id ?? ''
  const scoreAt = (stage: ScoringStage) => results[stage].units.find((one) => one.unit === unit)
  const at = (stage: ScoringStage) => scoresByCode(scoreAt(stage))
  const [self, cross, bloc, authority] = [at('self'), at('cross'), at('bloc'), at('authority')]
  const given = Map.groupBy(
    marks.filter((mark) => mark.sheet_id === sheet && mark.points !== null),
    ({ code }) => code,
  )
  return {
    sheet,
    score: scoreAt('authority'),
    of: (code) => {
      const own = (stage: ScoringStage) => (given.get(code) ?? []).filter((mark) => mark.stage === stage)
      const figure = (scores: typeof self, which: 'points' | 'proposed') => scores.get(code)?.[which] ?? null
      return {
        self: figure(self, 'points'),
        cross: shown.has(sheet) ? own('cross') : [],
        proposed: { bloc: figure(cross, 'proposed'), authority: figure(bloc, 'points') },
        agreed: { bloc: own('bloc')[0], authority: own('authority')[0] },
        stands: authority.get(code),
      }
    },
  }
}
