import type { Actor } from '#platform/actor.ts'
import { canonicalHash, canonicalJson } from '#platform/canonical-json.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { newId } from '#platform/id.ts'
import type { Round } from '../rounds/round.ts'
import { countRound } from './count-round.ts'
import { resultsOfRound, tieDecisions, type ScoringResultKind } from './queries.ts'
import { resultOf, type RoundResult } from './result.ts'

/** The result of a round as everything stands now. */
export async function currentResult(db: Db | Tx, round: Round, today: string): Promise<RoundResult> {
  return resultOf(await countRound(db, round, today), await tieDecisions(db, round.id))
}

/** Keeps a result as it is made known: its canonical text is hashed, and no row of it ever changes. */
export async function keepResult(
  tx: Tx,
  actor: Actor,
  { round, kind, result }: { round: string; kind: ScoringResultKind; result: RoundResult },
  now: Date,
): Promise<{ id: string; sha256: string }> {
  const [last] = await resultsOfRound(tx, round)
  const content = canonicalJson(result)
  const id = newId()
  const sha256 = canonicalHash(content)
  await tx
    .insertInto('scoring_result')
    .values({
      id,
      round_id: round,
      number: (last?.number ?? 0) + 1,
      kind,
      content,
      content_sha256: sha256,
      made_by: actor.account,
      made_by_name: actor.name,
      made_at: now,
    })
    .execute()
  return { id, sha256 }
}
