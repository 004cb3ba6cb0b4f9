import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import { Pool, types } from 'pg'
import type { DB } from '../../../db/types.ts'

/** One tenant's tables, reached through that tenant's own login role: no query names a tenant and none can cross one. */
export type Db = Kysely<DB>
export type Tx = Transaction<DB>

// Dates stay the text they are: a JavaScript Date would move them across midnight. Counts fit a number.
types.setTypeParser(types.builtins.DATE, (value) => value)
types.setTypeParser(types.builtins.INT8, Number)

export interface PoolOptions {
  max: number
  onError: (error: Error) => void
}

export function openPool(url: string, { max, onError }: PoolOptions): Pool {
  const options = '-c timezone=Asia/Ho_Chi_Minh'
  const pool = new Pool({ connectionString: url, max, idleTimeoutMillis: 30_000, options })
  pool.on('error', onError)
  pool.on('connect', (client) => client.on('error', onError))
  return pool
}

export function openDatabase(pool: Pool): Db {
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool }) })
}
