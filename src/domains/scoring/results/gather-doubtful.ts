import { anomaliesOf, type AlikePair } from '#domains/evidence/alike/queries.ts'
import type { Db } from '#platform/database/database.ts'
import type { FactDoubt } from '../engine/score-result.ts'
import { tableOfVersion } from '../rounds/queries.ts'
import type { CriterionInput } from '../table/criterion.ts'
import type { CountedTable } from './result.ts'

/** A figure of a unit that is hard to believe, with what the table calls it. */
export interface DoubtfulFact extends FactDoubt {
  label: CriterionInput['title']
}

/** What the head should look at before closing, besides the points: figures and evidence. */
export interface Doubtful {
  facts: readonly DoubtfulFact[]
  /** Pairs of the bloc-year's evidence that show the same. */
  evidence: readonly AlikePair[]
}

export async function gatherDoubtful(db: Db, blocYear: string, counted: readonly CountedTable[]): Promise<Doubtful> {
  const facts: DoubtfulFact[] = []
  for (const { version_id, result } of counted) {
    const { facts: known } = await tableOfVersion(db, version_id)
    facts.push(...result.doubts.map((doubt) => ({ ...doubt, label: known[doubt.key]?.label ?? doubt.key })))
  }
  return { facts, evidence: await anomaliesOf(db, blocYear) }
}
