import type { Db, Tx } from '#platform/database/database.ts'
import { found } from '#platform/errors.ts'
import { scoreUnits } from '../engine/score-units.ts'
import type { ReadyTable } from '../engine/ready-table.ts'
import type { ScoreResult, UnitScore } from '../engine/score-result.ts'
import { gatherStanding, type Standing, type StandingAsked } from '../figures/gather-standing.ts'
import type { SheetRow } from './queries.ts'
import { readReadyTable } from '../figures/read-ready-table.ts'

/** What the units of a round come to by one table, with all that it follows from. */
export interface Scores extends Standing {
  ready: ReadyTable
  result: ScoreResult
}

/** The points of every unit by one table, as what stands at a stage makes them. */
export async function gatherScores(db: Db | Tx, asked: StandingAsked): Promise<Scores> {
  const ready = await readReadyTable(db, asked.version)
  const standing = await gatherStanding(db, asked)
  return { ...standing, ready, result: scoreUnits(ready, standing.facts) }
}

export interface Figures extends Scores {
  /** The sheet's own unit. */
  unit: UnitScore
}

/** A sheet's own figures at a stage: authority over bloc over cross over self, else what the rules give. */
export async function gatherFigures(
  db: Db | Tx,
  sheet: SheetRow,
  asked: Pick<StandingAsked, 'stage' | 'today' | 'locale' | 'year'>,
): Promise<Figures> {
  const round = { id: sheet.round_id, bloc_year_id: sheet.bloc_year_id, state: sheet.round_state }
  const scores = await gatherScores(db, { ...asked, round, version: sheet.version_id, unit: sheet.unit_id })
  return { ...scores, unit: found(scores.result.units.find(({ unit }) => unit === sheet.unit_id)) }
}
