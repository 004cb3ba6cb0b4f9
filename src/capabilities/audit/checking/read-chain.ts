import type { PoolClient } from 'pg'
import type { Head } from './walk-chain.ts'
import type { StoredEntry } from './stored-entry.ts'

const pageLength = 2000

/** In the order of their numbers and with all doubles: a cursor needs no key, so that none can be hidden by breaking it. */
const everyEntry = `
  declare audit_walk no scroll cursor for
  select number, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
    account_id::text, actor_name, acting_unit_id::text, action, subject_kind, subject_id::text,
    facts::text, previous_hash, hash
  from audit_entry order by number`

/** Every entry of the schema in the search path, inside the transaction of the client; constant memory. */
export async function* readChain(client: PoolClient): AsyncGenerator<StoredEntry> {
  await client.query(everyEntry)
  for (;;) {
    const { rows } = await client.query<StoredEntry>(`fetch ${pageLength} from audit_walk`)
    yield* rows
    if (rows.length < pageLength) break
  }
  await client.query('close audit_walk')
}

export async function readHeads(client: PoolClient): Promise<Head[]> {
  const { rows } = await client.query<Head>('select number, hash from audit_head limit 2')
  return rows
}
