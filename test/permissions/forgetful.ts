import { Kysely, PostgresDialect } from 'kysely'
import { Client } from 'pg'
import type { DB } from '../../db/types.ts'
import type { Db } from '../../src/platform/database/database.ts'

/** Inside the transaction that is undone, a command's own transaction is a savepoint. */
const inside: Readonly<Record<string, string>> = {
  begin: 'savepoint command',
  commit: 'release savepoint command',
  rollback: 'rollback to savepoint command',
}

export interface ForgetfulDatabase {
  db: Db
  /** Runs on the rows as they were, and leaves them so whatever it writes. */
  forget: <Result>(ask: () => Promise<Result>) => Promise<Result>
  close: () => Promise<void>
}

/** A database in which each request finds the same rows: what one writes is undone once it has been answered. */
export async function openForgetful(url: string): Promise<ForgetfulDatabase> {
  const client = new Client({ connectionString: url, options: '-c timezone=Asia/Ho_Chi_Minh' })
  await client.connect()
  let last: Promise<unknown> = Promise.resolve()
  // One connection answers one question at a time.
  const query = (text: string, values: unknown[]) => {
    const ask = () => client.query(inside[text] ?? text, values)
    const answer = last.then(ask, ask)
    last = answer.catch(() => undefined)
    return answer
  }
  const connection = { query, release: () => {} }
  const pool = { connect: async () => connection, end: async () => {} }
  const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool: pool as never }) })
  const forget = async <Result>(ask: () => Promise<Result>): Promise<Result> => {
    await client.query('begin')
    try {
      return await ask()
    } finally {
      await client.query('rollback')
    }
  }
  return { db, forget, close: () => client.end() }
}
