import type { ScoreFacts } from '../table/score-facts.ts'
import type { ScoreTable } from '../table/score-table.ts'
import { readyTable } from './ready-table.ts'
import type { ScoreResult } from './score-result.ts'
import { scoreUnits } from './score-units.ts'

/** From a table and facts to points, totals, classes and ranks: the same for the same input, in whatever order it comes. */
export const computeScores = (table: ScoreTable, facts: ScoreFacts): ScoreResult => scoreUnits(readyTable(table), facts)
