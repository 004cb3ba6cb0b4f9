import { sql } from 'kysely'
import type { SearchDocument } from '#capabilities/search/search-entry.ts'
import { blocPaths } from '#domains/blocs/paths.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { paths } from '../paths.ts'
import { everyone, signedIn } from './audience.ts'
import { joined } from './queries.ts'

interface Row {
  id: string
  slug: string
  code: string
  name: string
  short_name: string
  founding_number: string
  founding_issuer: string
  founding_on: string | null
  hasYear: boolean
}

export async function gatherBlocs(db: Db | Tx, ids: readonly string[]): Promise<SearchDocument[]> {
  const { rows } = await sql<Row>`
    select b.id, b.slug, b.code, b.name, b.short_name, b.founding_number, b.founding_issuer, b.founding_on,
      exists(select from bloc_year y where y.bloc_id = b.id) as "hasYear"
    from bloc b where b.id = any(${[...ids]}::uuid[])`.execute(db)
  return rows.flatMap((row) => {
    const common = { subject: row.id, kind: 'bloc', title: row.name, bloc: row.id, day: row.founding_on }
    const body = joined(row.short_name, row.code, row.founding_number, row.founding_issuer)
    const inside = { ...common, body, path: blocPaths.bloc(row.slug), audience: signedIn }
    const open = { ...common, body: row.short_name, part: 'public', path: paths.bloc(row.slug), audience: everyone }
    return row.hasYear ? [inside, open] : [inside]
  })
}
