import { sql } from 'kysely'
import type { SearchDocument } from '#capabilities/search/search-entry.ts'
import { consultationPaths, openPaths, supervisionPaths } from '#domains/consultation/paths.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { everyone, yearReaders } from './audience.ts'
import { addressOf, joined, placeOf, yearColumns, type OfYear } from './queries.ts'

interface Row extends OfYear {
  id: string
  slug: string
  title: string
  drafter: string
  about: string
  day: string
  provisions: string
  isShown: boolean
}

/** Drafts on which opinions are collected, with the text of their articles; comments are read on their own pages. */
export async function gatherConsultations(db: Db | Tx, ids: readonly string[]): Promise<SearchDocument[]> {
  const { rows } = await sql<Row>`
    select c.id, c.slug, c.title, c.drafter, c.about, coalesce(c.opened_on, c.brought_at::date) as day, ${yearColumns},
      c.is_public and c.state in ('open', 'closed', 'published') as "isShown",
      coalesce((select string_agg(concat_ws(' ', p.number, p.title, p.body), ' ' order by p.position)
        from provision p where p.consultation_id = c.id), '') as provisions
    from consultation c join bloc_year y on y.id = c.bloc_year_id join bloc b on b.id = y.bloc_id
    where c.id = any(${[...ids]}::uuid[]) and c.state <> 'withdrawn'`.execute(db)
  return rows.flatMap((row) => {
    const body = joined(row.about, row.drafter, row.provisions)
    const common = { subject: row.id, kind: 'consultation', title: row.title, body, ...placeOf(row), day: row.day }
    const path = consultationPaths.one(...addressOf(row), row.id)
    const inside = { ...common, path, audience: yearReaders(row.bloc_year_id) }
    const open = { ...common, part: 'public', path: openPaths.one(row.slug), audience: everyone }
    return row.isShown ? [inside, open] : [inside]
  })
}

interface FileRow extends OfYear {
  id: string
  title: string
  subject: string
  request: string
  place: string
  conclusion: string
  lead_unit_id: string
  planned_on: string
}

/** Files of supervision and of social criticism. */
export async function gatherSupervisions(db: Db | Tx, ids: readonly string[]): Promise<SearchDocument[]> {
  const { rows } = await sql<FileRow>`
    select s.id, s.title, s.subject, s.request, s.place, s.conclusion, s.lead_unit_id, s.planned_on, ${yearColumns}
    from supervision s join bloc_year y on y.id = s.bloc_year_id join bloc b on b.id = y.bloc_id
    where s.id = any(${[...ids]}::uuid[])`.execute(db)
  return rows.map((row) => ({
    subject: row.id,
    kind: 'supervision',
    title: row.title,
    body: joined(row.subject, row.request, row.conclusion, row.place),
    ...placeOf(row),
    unit: row.lead_unit_id,
    day: row.planned_on,
    path: supervisionPaths.one(...addressOf(row), row.id),
    audience: yearReaders(row.bloc_year_id),
  }))
}
