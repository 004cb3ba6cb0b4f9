import type { Db, Tx } from '#platform/database/database.ts'
import { computeScores } from '../engine/compute-scores.ts'
import { tablesOfRound } from '../rounds/queries.ts'
import type { Round } from '../rounds/round.ts'
import { gatherStanding } from '../figures/gather-standing.ts'
import type { CountedTable } from './result.ts'

/** Every table of a round with the points of all its units, as what stands now makes them. */
export async function countRound(db: Db | Tx, round: Round, today: string): Promise<CountedTable[]> {
  const counted: CountedTable[] = []
  for (const { version_id: version, title, factor } of await tablesOfRound(db, round.id)) {
    const { table, facts } = await gatherStanding(db, { round, version, stage: 'authority', today })
    const { total, percent } = table.rounding
    counted.push({
      version_id: version,
      title,
      factor,
      rankBy: table.ranking.by,
      places: { total: total ?? 6, percent },
      result: computeScores(table, facts),
    })
  }
  return counted
}
