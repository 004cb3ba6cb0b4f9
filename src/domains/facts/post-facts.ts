import type { Tx } from '#platform/database/database.ts'
import { slices } from '#platform/slices.ts'
import type { Fact } from './fact.ts'

/** Posts facts inside another command's transaction; a later one takes the place of the one that stood there. */
export async function postFacts(tx: Tx, facts: readonly Fact[], now: Date): Promise<void> {
  const rows = facts.map((fact) => ({
    unit_id: fact.unit,
    bloc_year_id: fact.blocYear,
    key: fact.key,
    value: fact.value,
    is_assigned: fact.isAssigned,
    measure: fact.measure,
    standing: fact.standing,
    source_kind: fact.source.kind,
    source_id: fact.source.id,
    posted_at: now,
  }))
  for (const some of slices(rows)) {
    await tx
      .insertInto('fact')
      .values(some)
      .onConflict((conflict) =>
        conflict.columns(['unit_id', 'bloc_year_id', 'key', 'standing']).doUpdateSet((set) => ({
          value: set.ref('excluded.value'),
          is_assigned: set.ref('excluded.is_assigned'),
          measure: set.ref('excluded.measure'),
          source_kind: set.ref('excluded.source_kind'),
          source_id: set.ref('excluded.source_id'),
          posted_at: set.ref('excluded.posted_at'),
        })),
      )
      .execute()
  }
}
