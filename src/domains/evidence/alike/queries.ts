import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'

/** Two pieces that show the same: the same bytes, or a picture that was saved again or made smaller. */
export interface AlikePair {
  evidence: string
  title: string
  unit: string
  other: string
  how: 'bytes' | 'picture'
  other_title: string
  other_unit_id: string
  other_bloc_year_id: string
  other_unit_name: string
  other_brought_at: Date
}

/** Of 64 bits so many may differ. */
const mostDifferent = 4

const alike = sql`
  select e.id as evidence, e.title, e.unit_id as unit, o.id as other,
    case when o.file_sha256 = e.file_sha256 then 'bytes' else 'picture' end as how,
    o.title as other_title, o.unit_id as other_unit_id, o.bloc_year_id as other_bloc_year_id,
    coalesce((select n.short_name from unit_name n where n.unit_id = o.unit_id
      and n.from_on <= (o.brought_at at time zone 'Asia/Ho_Chi_Minh')::date order by n.from_on desc limit 1), '')
      as other_unit_name,
    o.brought_at as other_brought_at
  from evidence e
  left join evidence_content c on c.sha256 = e.file_sha256
  join evidence o on o.id <> e.id and o.withdrawn_at is null
  left join evidence_content d on d.sha256 = o.file_sha256
  where e.withdrawn_at is null and e.file_sha256 is not null
    and (o.file_sha256 = e.file_sha256 or bit_count(c.likeness # d.likeness) <= ${mostDifferent})`

/** Other pieces of the tenant, of any unit and year, that show the same as this one. */
export async function alikeOf(db: Db, evidence: string): Promise<AlikePair[]> {
  const { rows } = await sql<AlikePair>`${alike} and e.id = ${evidence} order by o.brought_at`.execute(db)
  return rows
}

const citedFor = (piece: string) => sql`
  select k.subject_kind, k.subject_id, k.detail from evidence_citation k
  where k.evidence_id = ${sql.ref(piece)} and k.removed_at is null`

/**
 * Evidence of a bloc-year that another unit, another year, or the same unit for another result brought too, each pair
 * once. One piece that a unit cites for several of its results is not among them: that is what the store is for.
 */
export async function anomaliesOf(db: Db, blocYear: string): Promise<AlikePair[]> {
  const { rows } = await sql<AlikePair>`
    ${alike} and e.bloc_year_id = ${blocYear}
    and (o.bloc_year_id <> e.bloc_year_id or (e.brought_at, e.id) > (o.brought_at, o.id))
    and (o.unit_id <> e.unit_id or o.bloc_year_id <> e.bloc_year_id
      or (exists (${citedFor('o.id')}) and exists (${citedFor('e.id')} except ${citedFor('o.id')})))
    order by e.brought_at desc, o.brought_at`.execute(db)
  return rows
}
