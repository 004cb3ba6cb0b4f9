import { sql } from 'kysely'
import type { EvidenceMedium } from '../../../../db/types.ts'
import type { Db } from '#platform/database/database.ts'
import { holdsWords } from '#platform/database/name-search.ts'
import type { Standing } from '../evidence.ts'
import { selectPieces, type PieceRow } from '../queries.ts'

export interface StoreFilter {
  /** Words of the title, of what it shows, of its document, or of the text inside it; tone marks aside. */
  search?: string
  unit?: string
  medium?: EvidenceMedium
  standing?: Standing | 'uncited'
  page?: number
  size?: number
}

export interface StoredPiece extends PieceRow {
  /** How many subjects it is cited for, and how those citations stand. */
  cited: number
  valid: number
  insufficient: number
}

const standings = sql`
  select count(*)::int as cited,
    count(*) filter (where v.verdict = 'valid')::int as valid,
    count(*) filter (where v.verdict = 'insufficient')::int as insufficient
  from evidence_citation k
  left join lateral (
    select verdict from evidence_verdict where citation_id = k.id order by judged_at desc, id desc limit 1
  ) v on true
  where k.evidence_id = piece.id and k.removed_at is null`

const standingIs = {
  uncited: sql<boolean>`s.cited = 0`,
  waiting: sql<boolean>`s.cited > s.valid + s.insufficient`,
  valid: sql<boolean>`s.cited > 0 and s.valid = s.cited`,
  insufficient: sql<boolean>`s.insufficient > 0`,
} satisfies Record<NonNullable<StoreFilter['standing']>, unknown>

const anything = sql<boolean>`true`

/** The filter as conditions; what was not chosen asks nothing. */
function chosen({ search = '', unit, medium, standing }: StoreFilter) {
  const folded = sql`(select concat_ws(' ', e.folded, c.folded) from evidence e
    left join evidence_content c on c.sha256 = e.file_sha256 where e.id = piece.id)`
  const words = holdsWords(search, { folded, name: sql`piece.title` })
  const ofUnit = unit === undefined ? anything : sql<boolean>`piece.unit_id = ${unit}`
  const ofMedium = medium === undefined ? anything : sql<boolean>`piece.medium = ${medium}`
  const stands = standing === undefined ? anything : standingIs[standing]
  return sql.join([words, ofUnit, ofMedium, stands], sql` and `)
}

/** The pieces of a bloc-year, the newest first; withdrawn ones come last. */
export async function findPieces(db: Db, blocYear: string, filter: StoreFilter) {
  const { page = 1, size = 20 } = filter
  const { rows } = await sql<StoredPiece & { total: number }>`
    select piece.*, s.cited, s.valid, s.insufficient, count(*) over () as total
    from (${selectPieces} where e.bloc_year_id = ${blocYear}) piece, lateral (${standings}) s
    where ${chosen(filter)}
    order by piece.withdrawn_at is not null, piece.brought_at desc, piece.id
    limit ${size} offset ${(page - 1) * size}`.execute(db)
  return { pieces: rows.map(({ total: _total, ...piece }): StoredPiece => piece), total: rows[0]?.total ?? 0 }
}
