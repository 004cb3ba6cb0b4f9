import { sql } from 'kysely'
import type { SearchSource } from '#capabilities/search/search-entry.ts'
import type { Db, Tx } from '#platform/database/database.ts'

type IdsOf = SearchSource['idsOf']

/** The records of a table that are among what changed, or belong to it by one of the columns. */
export const idsIn =
  (table: string, ...owners: readonly string[]): IdsOf =>
  async (db, changed) => {
    const own = ['id', ...owners].map((column) => sql`${sql.ref(column)} = any(${[...(changed ?? [])]}::uuid[])`)
    const { rows } = await sql<{ id: string }>`
      select id from ${sql.table(table)} where ${changed === null ? sql`true` : sql.join(own, sql` or `)}`.execute(db)
    return rows.map(({ id }) => id)
  }

/** Records that are saved as one types, without an entry for each saving. */
export const changedAfter =
  (table: string, column = 'changed_at') =>
  async (db: Db | Tx, since: Date) => {
    const { rows } = await sql<{ id: string }>`
    select id from ${sql.table(table)} where ${sql.ref(column)} > ${since}`.execute(db)
    return rows.map(({ id }) => id)
  }

/** Pieces of evidence whose text was read out of their bytes since. */
export async function evidenceReadAfter(db: Db | Tx, since: Date): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select v.id from evidence_content c join evidence v on v.file_sha256 = c.sha256
    where c.made_at > ${since}`.execute(db)
  return rows.map(({ id }) => id)
}

/** Units that a deed touched count as changed with it. */
export const unitsTouched: IdsOf = async (db, changed) => {
  if (changed === null) return idsIn('unit')(db, null)
  const { rows } = await sql<{ id: string }>`
    select id from unit where id = any(${[...changed]}::uuid[])
    union select unit_id from deed_party where unit_id is not null and deed_id = any(${[...changed]}::uuid[])`.execute(
    db,
  )
  return rows.map(({ id }) => id)
}

/** An entry of the log that another took the place of is touched with that other. */
export const logEntriesTouched: IdsOf = async (db, changed) => {
  if (changed === null) return idsIn('log_entry')(db, null)
  const { rows } = await sql<{ id: string }>`
    select id from log_entry where id = any(${[...changed]}::uuid[])
    union select replaces_id from log_entry where id = any(${[...changed]}::uuid[]) and replaces_id is not null
    union select e.id from log_entry e join log_entry old on e.replaces_id = old.id where old.id = any(${[...changed]}::uuid[])`.execute(
    db,
  )
  return rows.map(({ id }) => id)
}

/** Movements by what was done to them or to their years. */
export const movementsTouched: IdsOf = async (db, changed) => {
  if (changed === null) return idsIn('movement')(db, null)
  const { rows } = await sql<{ id: string }>`
    select id from movement where id = any(${[...changed]}::uuid[])
    union select movement_id from movement_year where bloc_year_id = any(${[...changed]}::uuid[])`.execute(db)
  return rows.map(({ id }) => id)
}

/** Who may read a bloc's table follows the years of the bloc. */
export const tablesTouched: IdsOf = async (db, changed) => {
  if (changed === null) return idsIn('score_table')(db, null)
  const { rows } = await sql<{ id: string }>`
    select id from score_table where id = any(${[...changed]}::uuid[])
    union select t.id from score_table t join bloc_year y on y.bloc_id = t.bloc_id
    where y.id = any(${[...changed]}::uuid[])`.execute(db)
  return rows.map(({ id }) => id)
}

/** Blocs by what was done to them or to their years. */
export const blocsTouched: IdsOf = async (db, changed) => {
  if (changed === null) return idsIn('bloc')(db, null)
  const { rows } = await sql<{ id: string }>`
    select id from bloc where id = any(${[...changed]}::uuid[])
    union select bloc_id from bloc_year where id = any(${[...changed]}::uuid[])`.execute(db)
  return rows.map(({ id }) => id)
}

/** Where a record of a bloc-year lies. */
export interface OfYear {
  bloc_id: string
  bloc_slug: string
  bloc_year_id: string
  year_slug: string
}

/** Columns of a bloc-year `y` and its bloc `b`. */
export const yearColumns = sql`b.id as bloc_id, b.slug as bloc_slug, y.id as bloc_year_id, y.slug as year_slug`

export const placeOf = (row: OfYear) => ({ bloc: row.bloc_id, blocYear: row.bloc_year_id })
export const addressOf = (row: OfYear) => [row.bloc_slug, row.year_slug] as const

/** What stands between the parts of a text that is only searched. */
export const joined = (...parts: readonly (string | null | undefined)[]) =>
  parts
    .map((part) => (part ?? '').trim().replace(/\.$/u, ''))
    .filter((part) => part !== '')
    .join('. ')
