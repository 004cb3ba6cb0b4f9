import { sql } from 'kysely'
import type { SearchDocument } from '#capabilities/search/search-entry.ts'
import { legalTextPath } from '#domains/law/paths.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { signedIn } from './audience.ts'
import { joined } from './queries.ts'

interface Row {
  id: string
  kind: string
  number: string
  title: string
  issuer: string
  issued_on: string | null
}

export async function gatherLegalTexts(db: Db | Tx, ids: readonly string[]): Promise<SearchDocument[]> {
  const { rows } = await sql<Row>`
    select id, kind, number, title, issuer, issued_on from legal_text where id = any(${[...ids]}::uuid[])`.execute(db)
  return rows.map((row) => ({
    subject: row.id,
    kind: 'legalText',
    title: `${row.kind} số ${row.number}: ${row.title}`,
    body: joined(row.issuer),
    day: row.issued_on,
    path: legalTextPath(row.id),
    audience: signedIn,
  }))
}
