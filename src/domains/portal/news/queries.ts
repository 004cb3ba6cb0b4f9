import { sql, type RawBuilder } from 'kysely'
import { isAuthority, type Actor } from '#platform/actor.ts'
import { holdsWords } from '#platform/database/name-search.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { found } from '#platform/errors.ts'
import type { NewsCategory, NewsContent, NewsState } from './article.ts'

/** An article at the desk, with where it belongs. */
export interface ArticleRow {
  id: string
  bloc_year_id: string | null
  unit_id: string | null
  state: NewsState
  category: NewsCategory
  title: string
  lead: string
  body: string
  author: string
  photographer: string
  sources: string
  names_persons: boolean
  clause_id: string | null
  movement_id: string | null
  target_id: string | null
  activity_id: string | null
  conference_id: string | null
  rule: string
  version: number
  written_by: string
  writer_name: string
  written_at: Date
  changed_by: string
  changed_at: Date
  sent_by: string | null
  returned_reason: string
  approver_name: string
  publish_at: Date | null
  year: number | null
  slug: string | null
  published_at: Date | null
  keep_until: string | null
  withdrawn_at: Date | null
  withdrawn_note: string
  bloc_slug: string | null
  bloc_name: string | null
  year_slug: string | null
  unit_name: string | null
  /** Everybody who wrote a word of it. */
  hands: readonly string[]
}

const selectArticles = (condition: RawBuilder<unknown>) => sql`
  select a.id, a.bloc_year_id, a.unit_id, a.state, a.category, a.title, a.lead, a.body, a.author, a.photographer,
    a.sources, a.names_persons, a.clause_id, a.movement_id, a.target_id, a.activity_id, a.conference_id, a.rule,
    a.version, a.written_by, a.writer_name, a.written_at, a.changed_by, a.changed_at, a.sent_by, a.returned_reason,
    a.approver_name, a.publish_at, a.year, a.slug, a.published_at, a.keep_until, a.withdrawn_at, a.withdrawn_note,
    b.slug as bloc_slug, b.short_name as bloc_name, y.slug as year_slug,
    (select n.short_name from unit_name n where n.unit_id = a.unit_id order by n.from_on desc limit 1) as unit_name,
    array(select distinct e.written_by from news_edition e where e.article_id = a.id) as hands
  from news_article a left join bloc_year y on y.id = a.bloc_year_id left join bloc b on b.id = y.bloc_id
  where ${condition}`

export async function articleById(db: Db | Tx, id: string): Promise<ArticleRow> {
  const { rows } = await sql<ArticleRow>`${selectArticles(sql`a.id = ${id}`)}`.execute(db)
  return found(rows[0])
}

export interface DeskFilter {
  text: string
  state: NewsState | null
  page: number
  size: number
}

const seenBy = (actor: Actor): RawBuilder<unknown> => {
  const years = [...actor.memberships, ...actor.offices, ...actor.blocRoles].map(({ blocYear }) => blocYear)
  return isAuthority(actor) ? sql`true` : sql`a.bloc_year_id = any(${years}::uuid[])`
}

/** The articles that this person may see, the last changed first. */
export async function articlesSeen(db: Db, actor: Actor, { text, state, page, size }: DeskFilter) {
  const folded = sql`extensions.vn_fold(a.title)`
  const condition = sql`${seenBy(actor)} and ${holdsWords(text, { folded, initials: sql`''` })}
    and (${state}::news_state is null or a.state = ${state}::news_state)`
  const { rows } = await sql<ArticleRow & { total: number }>`
    select seen.*, count(*) over () as total from (${selectArticles(condition)}) seen
    order by seen.changed_at desc, seen.id limit ${size} offset ${(page - 1) * size}`.execute(db)
  return { articles: rows as ArticleRow[], total: rows[0]?.total ?? 0 }
}

/** The text as it stands, for another edition of it. */
export const contentOf = (row: ArticleRow): NewsContent => ({
  category: row.category,
  title: row.title,
  lead: row.lead,
  body: row.body,
  author: row.author,
  photographer: row.photographer,
  sources: row.sources,
  namesPersons: row.names_persons,
  links: {
    clause: row.clause_id,
    movement: row.movement_id,
    target: row.target_id,
    activity: row.activity_id,
    conference: row.conference_id,
  },
})

export interface EditionRow {
  version: number
  writer_name: string
  written_at: Date
  content: unknown
  /** When it was let out, of those that were. */
  published_at: Date | null
  approver_name: string | null
}

/** Every saved text, the last first. */
export async function editionsOf(db: Db, article: string): Promise<EditionRow[]> {
  return db
    .selectFrom('news_edition as e')
    .leftJoin('news_publication as p', (join) =>
      join.onRef('p.article_id', '=', 'e.article_id').onRef('p.version', '=', 'e.version'),
    )
    .select(['e.version', 'e.writer_name', 'e.written_at', 'e.content', 'p.published_at', 'p.approver_name'])
    .where('e.article_id', '=', article)
    .orderBy('e.version', 'desc')
    .execute()
}
