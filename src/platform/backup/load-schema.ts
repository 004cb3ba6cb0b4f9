import type { ClientBase } from 'pg'
import { copyIn, settleText } from './copy-table.ts'
import { tablePath, type SchemaParts } from './manifest.ts'
import { columnList, tableName, tablesOf } from './read-schema.ts'
import { backupTrouble } from './trouble.ts'

/** What stands in the way of a quick load: SQL that takes it away, and SQL that brings it back. */
interface Obstacle {
  away: string
  back: string
}

const foreignKeys = `
  select format('alter table %I.%I drop constraint %I', $1::text, r.relname, c.conname) as away,
    format('alter table %I.%I add constraint %I %s', $1::text, r.relname, c.conname, pg_get_constraintdef(c.oid)) as back
  from pg_constraint c join pg_class r on r.oid = c.conrelid
  where c.contype = 'f' and c.connamespace = to_regnamespace($1::text) and c.conparentid = 0
  order by r.relname, c.conname`

// Those of keys and exclusions stay: they belong to their constraints.
const indexes = `
  select format('drop index %I.%I', $1::text, r.relname) as away, pg_get_indexdef(i.indexrelid) as back
  from pg_index i join pg_class r on r.oid = i.indexrelid
  where r.relnamespace = to_regnamespace($1::text) and r.relkind = 'i' and not r.relispartition
    and not exists (select from pg_constraint c where c.conindid = i.indexrelid and c.contype in ('p', 'u', 'x'))
  order by r.relname`

async function obstaclesOf(client: ClientBase, schema: string): Promise<Obstacle[]> {
  const found = await client.query<Obstacle>(foreignKeys, [schema])
  const others = await client.query<Obstacle>(indexes, [schema])
  return [...found.rows, ...others.rows]
}

async function demandSameTables(client: ClientBase, schema: string, { tables }: SchemaParts): Promise<void> {
  const here = (await tablesOf(client, schema)).map(({ name }) => name)
  const told = tables.map(({ name }) => name)
  const different = [...here.filter((name) => !told.includes(name)), ...told.filter((name) => !here.includes(name))]
  if (different.length > 0) throw backupTrouble((t) => t.otherTables(schema, different.join(', ')))
}

async function loadTables(client: ClientBase, folder: string, schema: string, { tables, sequences }: SchemaParts) {
  for (const { name, columns, rows: told } of tables) {
    const target = `${tableName(schema, name)} (${columnList(columns)})`
    const rows = await copyIn(client, target, tablePath(folder, schema, name))
    if (rows !== told) throw backupTrouble((t) => t.otherRows(name, rows, told))
  }
  for (const { name, last } of sequences) {
    await client.query('select setval($1::regclass, $2)', [tableName(schema, name), last])
  }
}

/**
 * Replaces all rows of a migrated schema by those of a backup, in one transaction. Foreign keys and indexes are taken away
 * meanwhile and come back: that needs no order of tables and no superuser, and each is made or checked in one pass.
 */
export async function loadSchema(client: ClientBase, folder: string, schema: string, parts: SchemaParts) {
  await settleText(client)
  await client.query('begin')
  try {
    await client.query(`set local search_path = ${schema}, extensions`)
    await demandSameTables(client, schema, parts)
    const obstacles = await obstaclesOf(client, schema)
    for (const { away } of obstacles) await client.query(away)
    const all = parts.tables.map(({ name }) => tableName(schema, name)).join(', ')
    if (all !== '') await client.query(`truncate ${all}`)
    await loadTables(client, folder, schema, parts)
    // Indexes first: the check of a foreign key looks through them.
    for (const { back } of obstacles.toReversed()) await client.query(back)
    await client.query('commit')
    if (all !== '') await client.query(`analyze ${all}`)
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}
