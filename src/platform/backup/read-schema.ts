import { escapeIdentifier, type ClientBase } from 'pg'

/** A table as it is copied: without what PostgreSQL computes itself. */
export interface Table {
  name: string
  columns: string[]
  /** SQL that puts its rows into one order on every server. */
  order: string
}

// Text is ordered by its bytes: the orders of letters differ between servers.
const tablesQuery = `
  select c.relname as name,
    array(select a.attname::text from pg_attribute a
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      order by a.attnum) as columns,
    coalesce((select string_agg(quote_ident(a.attname) || case when a.attcollation = 0 then '' else ' collate "C"' end,
        ', ' order by key.place)
      from pg_index i
      cross join lateral unnest(i.indkey::int2[]) with ordinality as key(attnum, place)
      join pg_attribute a on a.attrelid = c.oid and a.attnum = key.attnum
      where i.indrelid = c.oid and i.indisprimary), '1') as "order"
  from pg_class c
  where c.relnamespace = to_regnamespace($1) and c.relkind in ('r', 'p') and not c.relispartition
    and c.relname <> 'migration'
  order by c.relname collate "C"`

/** Every table of a schema, save the one in which migrations are noted. */
export async function tablesOf(client: ClientBase, schema: string): Promise<Table[]> {
  return (await client.query<Table>(tablesQuery, [schema])).rows
}

export const columnList = (columns: readonly string[]) => columns.map(escapeIdentifier).join(', ')

export const tableName = (schema: string, table: string) => `${escapeIdentifier(schema)}.${escapeIdentifier(table)}`

export const rowsQuery = (schema: string, { name, columns, order }: Table) =>
  `select ${columnList(columns)} from ${tableName(schema, name)} order by ${order}`

/** The sequences that have been used, and how far. */
export async function sequencesOf(client: ClientBase, schema: string) {
  const { rows } = await client.query<{ name: string; last: string }>(
    `select sequencename as name, last_value::text as last from pg_sequences
     where schemaname = $1 and last_value is not null order by sequencename collate "C"`,
    [schema],
  )
  return rows.map(({ name, last }) => ({ name, last: Number(last) }))
}
