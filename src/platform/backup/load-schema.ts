import type { ClientBase } from 'pg'
import { copyIn, settleText } from './copy-table.ts'
import { tablePath, type SchemaParts } from './manifest.ts'
import { columnList, tableName, tablesOf } from './read-schema.ts'
import { backupTrouble } from './trouble.ts'

interface ForeignKey {
  table: string
  name: string
  definition: string
}

async function foreignKeysOf(client: ClientBase, schema: string): Promise<ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(
    `select r.relname as table, quote_ident(c.conname) as name, pg_get_constraintdef(c.oid) as definition
     from pg_constraint c join pg_class r on r.oid = c.conrelid
     where c.contype = 'f' and c.connamespace = to_regnamespace($1) and c.conparentid = 0
     order by r.relname, c.conname`,
    [schema],
  )
  return rows
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
 * Replaces all rows of a migrated schema by those of a backup, in one transaction. The foreign keys are taken away
 * meanwhile and come back checked: that needs no order of tables, no superuser, and one pass for each key.
 */
export async function loadSchema(client: ClientBase, folder: string, schema: string, parts: SchemaParts) {
  await settleText(client)
  await client.query('begin')
  try {
    await client.query(`set local search_path = ${schema}, extensions`)
    await demandSameTables(client, schema, parts)
    const keys = await foreignKeysOf(client, schema)
    for (const { table, name } of keys) {
      await client.query(`alter table ${tableName(schema, table)} drop constraint ${name}`)
    }
    const all = parts.tables.map(({ name }) => tableName(schema, name)).join(', ')
    if (all !== '') await client.query(`truncate ${all}`)
    await loadTables(client, folder, schema, parts)
    for (const { table, name, definition } of keys) {
      await client.query(`alter table ${tableName(schema, table)} add constraint ${name} ${definition}`)
    }
    await client.query('commit')
    if (all !== '') await client.query(`analyze ${all}`)
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}
