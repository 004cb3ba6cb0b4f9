import { sql } from 'kysely'
import type { SearchDocument } from '#capabilities/search/search-entry.ts'
import { evidencePaths } from '#domains/evidence/paths.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { yearReaders } from './audience.ts'
import { addressOf, joined, placeOf, yearColumns, type OfYear } from './queries.ts'

interface Row extends OfYear {
  id: string
  title: string
  shows: string
  document_number: string
  document_issuer: string
  file_name: string
  link: string | null
  text: string
  unit_id: string
  day: string
}

/** A piece of evidence with the text that was read out of its bytes. */
export async function gatherEvidence(db: Db | Tx, ids: readonly string[]): Promise<SearchDocument[]> {
  const { rows } = await sql<Row>`
    select v.id, v.title, v.shows, v.document_number, v.document_issuer, v.file_name, v.link, v.unit_id,
      coalesce(c.body, '') as text, ${yearColumns},
      coalesce(v.document_on, v.taken_on, (v.brought_at at time zone 'Asia/Ho_Chi_Minh')::date) as day
    from evidence v left join evidence_content c on c.sha256 = v.file_sha256
    join bloc_year y on y.id = v.bloc_year_id join bloc b on b.id = y.bloc_id
    where v.id = any(${[...ids]}::uuid[]) and v.withdrawn_at is null`.execute(db)
  return rows.map((row) => ({
    subject: row.id,
    kind: 'evidence',
    title: row.title,
    body: joined(row.document_number, row.document_issuer, row.shows, row.file_name, row.link, row.text),
    ...placeOf(row),
    unit: row.unit_id,
    day: row.day,
    path: evidencePaths.piece(...addressOf(row), row.id),
    audience: yearReaders(row.bloc_year_id),
  }))
}
