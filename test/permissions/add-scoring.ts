import { adoptTable, roundSaid, telling } from '../../src/domains/scoring/sheets/testing/test-round.ts'
import { openRound } from '../../src/domains/scoring/rounds/open-round.ts'
import { prepareRound } from '../../src/domains/scoring/rounds/prepare-round.ts'
import type { Db } from '../../src/platform/database/database.ts'
import { morning, type Cast } from '../cast.ts'
import { addJudging, type JudgingPlace } from './add-judging.ts'
import { addResults, type ResultsPlace } from './add-results.ts'
import { addTables, type TablesPlace } from './add-tables.ts'

export interface ScoringPlace extends TablesPlace, ResultsPlace, JudgingPlace {
  /** A round in which units score themselves, and the version of its one table. */
  round: string
  scoreTable: string
  /** Another round, which is being verified; its sheets were sent. */
  verifiedRound: string
}

async function openOne(db: Db, cast: Cast, version: string, name: string): Promise<string> {
  const tables = [{ version, factor: '1' }]
  const round = await prepareRound(db, cast.an, { ...roundSaid, name, blocYear: cast.blocYear, tables }, morning)
  await openRound(db, cast.an, { round, version: 1 }, telling)
  return round
}

/** Two rounds of a bloc by the same table. */
export async function addScoring(db: Db, cast: Cast): Promise<ScoringPlace> {
  const scoreTable = await adoptTable(db, cast)
  const round = await openOne(db, cast, scoreTable, 'Tự chấm')
  const verifiedRound = await openOne(db, cast, scoreTable, 'Thẩm định')
  await db.updateTable('scoring_round').set({ state: 'verifying' }).where('id', '=', verifiedRound).execute()
  const sent = { state: 'submitted', submitted_at: morning } as const
  await db.updateTable('score_sheet').set(sent).where('round_id', '=', verifiedRound).execute()
  const results = await addResults(db, { cast, round: await openOne(db, cast, scoreTable, 'Kết quả') })
  const cross = await openOne(db, cast, scoreTable, 'Chấm chéo')
  const judging = await addJudging(db, cast, { cross, verified: verifiedRound })
  return { round, scoreTable, verifiedRound, ...results, ...judging, ...(await addTables(db, cast)) }
}
