import {
  CompiledQuery,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
} from 'kysely'
import type { DB } from '../../../db/types.ts'
import type { Db, Tx } from './database.ts'

/** A transaction as a database: what runs in a transaction of its own there is a savepoint, and commits with all else. */
export function databaseWithin(tx: Tx): Db {
  const run = (query: CompiledQuery) => tx.executeQuery(query)
  const say = async (text: string) => void (await run(CompiledQuery.raw(text)))
  const connection: DatabaseConnection = {
    executeQuery: async <Row>(query: CompiledQuery) => (await run(query)) as QueryResult<Row>,
    streamQuery: () => {
      throw new Error('a write reads no stream')
    },
  }
  const nothing = async () => {}
  const driver: Driver = {
    init: nothing,
    acquireConnection: async () => connection,
    beginTransaction: () => say('savepoint within'),
    commitTransaction: () => say('release savepoint within'),
    rollbackTransaction: () => say('rollback to savepoint within'),
    releaseConnection: nothing,
    destroy: nothing,
  }
  return new Kysely<DB>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => driver,
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  })
}
