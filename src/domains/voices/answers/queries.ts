import { sql } from 'kysely'
import type { Db, Tx } from '#platform/database/database.ts'

const columns = [
  'id',
  'unit_id',
  'text',
  'state',
  'written_by',
  'written_by_name',
  'written_at',
  'published_by_name',
  'published_at',
] as const

/** The answers of an opinion that stand or wait, the oldest first. */
export async function answersOf(db: Db | Tx, opinion: string) {
  return db
    .selectFrom('opinion_answer')
    .select(columns)
    .where('opinion_id', '=', opinion)
    .where('state', '<>', 'dropped')
    .orderBy('written_at')
    .execute()
}

export type AnswerRow = Awaited<ReturnType<typeof answersOf>>[number]

/** Who wrote at the draft that waits: its last writer, and whose draft it took the place of. */
export async function writersOf(db: Db | Tx, opinion: string): Promise<string[]> {
  const { rows } = await sql<{ written_by: string }>`
    select distinct written_by from opinion_answer
    where opinion_id = ${opinion} and written_at > coalesce(
      (select max(written_at) from opinion_answer where opinion_id = ${opinion} and state = 'published'), '-infinity')`.execute(
    db,
  )
  return rows.map((row) => row.written_by)
}

export interface PublicAnswer {
  id: string
  slug: string
  title: string
  shown_text: string
  place_name: string
  received_on: string
  answered_on: string
  topic: string | null
  bloc: string
  unit_id: string
  likes: number
  total: number
}

const selectPublic = sql`
  select o.id, o.slug, o.title, o.shown_text, o.place_name, o.received_on, o.answered_on, t.name as topic,
    b.short_name as bloc, a.unit_id, (select count(*)::int from opinion l where l.led_by = o.id) as likes,
    count(*) over ()::int as total
  from opinion o
  join bloc_year y on y.id = o.bloc_year_id join bloc b on b.id = y.bloc_id
  join lateral (
    select unit_id from opinion_answer where opinion_id = o.id and state = 'published'
    order by published_at desc limit 1
  ) a on true
  left join opinion_topic t on t.id = o.topic_id
  where o.is_public`

/** Answers that are public, the newest first. */
export async function publicAnswers(db: Db, { page, size }: { page: number; size: number }): Promise<PublicAnswer[]> {
  const paged = sql`${selectPublic} order by o.answered_on desc, o.slug limit ${size} offset ${(page - 1) * size}`
  return (await sql<PublicAnswer>`${paged}`.execute(db)).rows
}

export async function publicAnswer(db: Db, slug: string): Promise<PublicAnswer | undefined> {
  return (await sql<PublicAnswer>`${selectPublic} and o.slug = ${slug}`.execute(db)).rows[0]
}
