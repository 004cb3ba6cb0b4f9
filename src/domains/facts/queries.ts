import type { Db, Tx } from '#platform/database/database.ts'
import type { PostedFact } from './fact.ts'

export interface FactFilter {
  unit?: string
  /** All keys that begin so: "target." */
  prefix?: string
}

/** The facts of a year with where each comes from, declared and verified apart. */
export async function factsOfYear(
  db: Db | Tx,
  blocYear: string,
  { unit, prefix }: FactFilter = {},
): Promise<PostedFact[]> {
  const rows = await db
    .selectFrom('fact')
    .selectAll()
    .where('bloc_year_id', '=', blocYear)
    .$if(unit !== undefined, (query) => query.where('unit_id', '=', unit ?? null))
    .$if(prefix !== undefined, (query) => query.where((where) => where.fn('starts_with', ['key', where.val(prefix)])))
    .orderBy('unit_id')
    .orderBy('key')
    .orderBy('standing')
    .execute()
  return rows.map((row) => ({
    unit: row.unit_id,
    blocYear: row.bloc_year_id,
    key: row.key,
    value: row.value,
    isAssigned: row.is_assigned,
    measure: row.measure,
    standing: row.standing,
    source: { kind: row.source_kind, id: row.source_id },
    postedAt: row.posted_at,
  }))
}
