import type { Run } from '../formula/run.ts'
import type { ScoreFacts } from '../table/score-facts.ts'
import { rankGroup } from './ranks.ts'
import type { ReadyTable } from './ready-table.ts'
import { doubtsOfUnit, startRun } from './run-facts.ts'
import type { ScoreResult, Tie } from './score-result.ts'
import { addUp, standUnit, unitScore, type Standing } from './unit-scores.ts'

/** A result with all that it was computed from, so that one changed fact costs little. */
export interface Scored {
  readonly ready: ReadyTable
  readonly run: Run
  readonly standings: readonly Standing[]
  readonly tiesByGroup: readonly (readonly Tie[])[]
  readonly result: ScoreResult
}

const mayRank = (standings: readonly Standing[]) => (unit: number) => standings[unit]?.state === 'complete'

export function rankOneGroup(ready: ReadyTable, run: Run, group: number, standings: readonly Standing[]): Tie[] {
  return rankGroup(ready, run, group, mayRank(standings))
}

/** Scores all units and keeps what it was computed from. */
export function scoreAll(ready: ReadyTable, facts: ScoreFacts): Scored {
  const run = startRun(ready, facts)
  for (const unit of run.units.keys()) addUp(ready, run, unit)
  const standings = [...run.units.keys()].map((unit) => standUnit(ready, run, unit))
  const tiesByGroup = run.groups.map((_units, group) => rankOneGroup(ready, run, group, standings))
  // Formulas that found something for a group while totals were still being made must find it again.
  forgetTotals(ready, run)
  const units = standings.map((standing, unit) => unitScore(ready, run, unit, standing))
  const { code, version } = ready.table
  const doubts = [...run.doubted].sort((one, other) => one - other).flatMap((unit) => doubtsOfUnit(ready, run, unit))
  const result = { table: { code, version }, units, ties: tiesByGroup.flat(), doubts }
  return { ready, run, standings, tiesByGroup, result }
}

/** Findings of groups that read totals or ranks stand only while those do. */
export function forgetTotals(ready: ReadyTable, run: Run): void {
  for (const slot of ready.totalSlots) run.found[slot]?.clear()
}

/** Scores all units by a table that was made ready. */
export const scoreUnits = (ready: ReadyTable, facts: ScoreFacts): ScoreResult => scoreAll(ready, facts).result
