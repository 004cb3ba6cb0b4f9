import { sql } from 'kysely'
import type { SearchDocument } from '#capabilities/search/search-entry.ts'
import { conferencePaths } from '#domains/conferences/paths.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { yearReaders } from './audience.ts'
import { addressOf, joined, placeOf, yearColumns, type OfYear } from './queries.ts'

interface Row extends OfYear {
  id: string
  title: string
  place: string
  held_on: string
  other_year_id: string | null
  items: string
  decisions: string
}

/** Conferences with their agenda and what they decided; who came is not among it. */
export async function gatherConferences(db: Db | Tx, ids: readonly string[]): Promise<SearchDocument[]> {
  const { rows } = await sql<Row>`
    select c.id, c.title, c.place, c.held_on, c.other_year_id, ${yearColumns},
      coalesce((select string_agg(concat_ws(' ', i.title, i.body), '. ' order by i.position)
        from conference_item i where i.conference_id = c.id), '') as items,
      coalesce((select string_agg(d.text, '. ' order by d.position)
        from conference_decision d where d.conference_id = c.id), '') as decisions
    from conference c join bloc_year y on y.id = c.bloc_year_id join bloc b on b.id = y.bloc_id
    where c.id = any(${[...ids]}::uuid[])`.execute(db)
  return rows.map((row) => ({
    subject: row.id,
    kind: 'conference',
    title: row.title,
    body: joined(row.decisions, row.items, row.place),
    ...placeOf(row),
    day: row.held_on,
    path: conferencePaths.one(...addressOf(row), row.id),
    audience: [...yearReaders(row.bloc_year_id), ...(row.other_year_id === null ? [] : yearReaders(row.other_year_id))],
  }))
}
