import { sql } from 'kysely'
import type { SearchDocument } from '#capabilities/search/search-entry.ts'
import { personPath } from '#domains/identity/paths.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { administrator, authority } from './audience.ts'
import { joined } from './queries.ts'

interface Row {
  id: string
  full_name: string
  login: string
  email: string | null
  units: string[]
}

/** People are looked up by those who keep accounts, and by nobody else. */
export async function gatherPeople(db: Db | Tx, ids: readonly string[]): Promise<SearchDocument[]> {
  const { rows } = await sql<Row>`
    select a.id, p.full_name, a.login, a.email, coalesce((select array_agg(distinct n.short_name)
      from unit_role r join unit_name n on n.unit_id = r.unit_id and n.to_on is null
      where r.account_id = a.id and r.to_on is null), '{}') as units
    from account a join person p on p.id = a.person_id where a.id = any(${[...ids]}::uuid[])`.execute(db)
  return rows.map((row) => ({
    subject: row.id,
    kind: 'person',
    title: row.full_name,
    body: joined(row.login, row.email, ...row.units),
    path: personPath(row.id),
    audience: [authority, administrator],
  }))
}
