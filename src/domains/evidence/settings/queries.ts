import { sql } from 'kysely'
import type { Db, Tx } from '#platform/database/database.ts'
import type { FileMedium } from '../evidence.ts'

export interface Limit {
  medium: FileMedium
  from_on: string
  most_bytes: number
}

/** Every limit of every medium, the latest first. */
export async function limitsOf(db: Db | Tx): Promise<Limit[]> {
  const { rows } = await sql<Limit>`
    select medium, from_on, most_bytes::float8 as most_bytes from evidence_limit order by medium, from_on desc`.execute(
    db,
  )
  return rows
}

export interface Host {
  host: string
  name: string
  to_on: string | null
}

/** Every page whose addresses were ever taken. */
export const hostsOf = (db: Db | Tx): Promise<Host[]> =>
  db.selectFrom('evidence_host').select(['host', 'name', 'to_on']).orderBy('name').orderBy('host').execute()
