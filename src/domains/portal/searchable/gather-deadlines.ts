import { sql } from 'kysely'
import type { SearchDocument } from '#capabilities/search/search-entry.ts'
import type { DeadlineAudience, DeadlineFacts } from '#domains/calendar/deadlines/deadline.ts'
import { nameOf } from '#domains/calendar/deadlines/name-of.ts'
import { deadlinePaths } from '#domains/calendar/deadlines/paths.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { administrator, authority, head, member, memberUnit, secretary } from './audience.ts'
import { addressOf, joined, placeOf, yearColumns, type OfYear } from './queries.ts'

interface Row extends OfYear {
  id: string
  naming: string
  facts: DeadlineFacts
  place: string
  note: string
  ends_on: string
  audience: DeadlineAudience
  unit_id: string | null
}

/** What is for one unit is that unit's, the head's and the authority's. */
function readersOf({ audience, unit_id: unit, bloc_year_id: year }: Row): string[] {
  if (audience !== 'unit') return [authority, administrator, member(year), secretary(year)]
  return [authority, head(year), ...(unit === null ? [] : [memberUnit(year, unit)])]
}

export async function gatherDeadlines(db: Db | Tx, ids: readonly string[]): Promise<SearchDocument[]> {
  const { rows } = await sql<Row>`
    select d.id, d.naming, d.facts, d.place, d.note, d.ends_on, d.audience, d.unit_id, ${yearColumns}
    from deadline d join bloc_year y on y.id = d.bloc_year_id join bloc b on b.id = y.bloc_id
    where d.id = any(${[...ids]}::uuid[]) and d.cancelled_at is null`.execute(db)
  return rows.map((row) => ({
    subject: row.id,
    kind: 'deadline',
    title: nameOf(row, 'vi'),
    body: joined(row.place, row.note),
    ...placeOf(row),
    unit: row.unit_id,
    day: row.ends_on,
    path: deadlinePaths.deadline(...addressOf(row), row.id),
    audience: readersOf(row),
  }))
}
