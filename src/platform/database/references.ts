import { sql } from 'kysely'
import type { Tx } from './database.ts'

interface ForeignKey {
  table: string
  column: string
}

export interface Reference extends ForeignKey {
  /** The row that is pointed at. */
  id: string
}

/** The columns of this schema that point at a table, as its foreign keys say. */
async function keysTo(tx: Tx, table: string): Promise<ForeignKey[]> {
  const { rows } = await sql<ForeignKey>`
    select relation.relname as table, attribute.attname as column
    from pg_constraint c
    join pg_class relation on relation.oid = c.conrelid
    join pg_attribute attribute on attribute.attrelid = c.conrelid and attribute.attnum = c.conkey[1]
    where c.contype = 'f' and c.confrelid = ${table}::regclass and cardinality(c.conkey) = 1
    order by 1, 2`.execute(tx)
  return rows
}

/** Which of these rows other rows point at, whatever table a later migration adds. */
export async function referencesTo(tx: Tx, table: string, ids: readonly string[]): Promise<Reference[]> {
  if (ids.length === 0) return []
  const found: Reference[] = []
  for (const key of await keysTo(tx, table)) {
    const { rows } = await sql<{ id: string }>`
      select distinct ${sql.ref(key.column)} as id from ${sql.table(key.table)}
      where ${sql.ref(key.column)} = any(${[...ids]}::uuid[])`.execute(tx)
    found.push(...rows.map(({ id }) => ({ ...key, id })))
  }
  return found
}
