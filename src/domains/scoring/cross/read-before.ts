import type { Db, Tx } from '#platform/database/database.ts'
import { scoresByCode } from '../judging/own-points.ts'
import type { CriterionScore } from '../engine/score-result.ts'
import type { Round } from '../rounds/round.ts'
import { gatherScores } from '../sheets/gather-scores.ts'
import type { AssignmentRow } from './queries.ts'

/** What the unit's own sheet comes to, criterion by criterion: what an assessor compares with. */
export async function readBefore(
  db: Db | Tx,
  round: Round,
  { version_id: version, unit_id: unit }: Pick<AssignmentRow, 'version_id' | 'unit_id'>,
  today: string,
): Promise<Map<string, CriterionScore>> {
  const { result } = await gatherScores(db, { round, version, stage: 'self', today, unit })
  return scoresByCode(result.units.find((one) => one.unit === unit))
}
