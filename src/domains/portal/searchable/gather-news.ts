import { sql } from 'kysely'
import type { SearchDocument } from '#capabilities/search/search-entry.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { newsPaths, publicNews } from '../news/paths.ts'
import { authority, everyone, yearReaders } from './audience.ts'
import { joined } from './queries.ts'

interface Row {
  id: string
  bloc_id: string | null
  bloc_year_id: string | null
  unit_id: string | null
  title: string
  lead: string
  body: string
  author: string
  changed: string
  year: number | null
  slug: string | null
  published: string | null
  /** The edition that was let out last; nothing before, and once it was taken down. */
  open: { title: string; lead: string; body: string; author: string } | null
}

/** What stands between tags; the letters that HTML must write otherwise as they are. */
const plainText = (html: string) =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&nbsp;/g, ' ')
    .replace(/&(quot|lt|gt|#39);/g, ' ')
    .replace(/&amp;/g, '&')

/** Articles: as they are being written for the bloc, as they were let out for everybody. */
export async function gatherArticles(db: Db | Tx, ids: readonly string[]): Promise<SearchDocument[]> {
  const { rows } = await sql<Row>`
    select a.id, y.bloc_id, a.bloc_year_id, a.unit_id, a.title, a.lead, a.body, a.author, a.year, a.slug,
      (a.changed_at at time zone 'Asia/Ho_Chi_Minh')::date as changed,
      (a.published_at at time zone 'Asia/Ho_Chi_Minh')::date as published, (
        select e.content from news_publication p join news_edition e on e.article_id = p.article_id and e.version = p.version
        where p.article_id = a.id and a.published_at is not null and a.withdrawn_at is null
        order by p.number desc limit 1) as open
    from news_article a left join bloc_year y on y.id = a.bloc_year_id
    where a.id = any(${[...ids]}::uuid[])`.execute(db)
  return rows.flatMap((row) => {
    const common = {
      subject: row.id,
      kind: 'article',
      bloc: row.bloc_id,
      blocYear: row.bloc_year_id,
      unit: row.unit_id,
    }
    const inside = {
      ...common,
      title: row.title,
      body: joined(row.lead, plainText(row.body), row.author),
      day: row.changed,
      path: newsPaths.article(row.id),
      audience: row.bloc_year_id === null ? [authority] : yearReaders(row.bloc_year_id),
    }
    if (row.open === null || row.year === null || row.slug === null) return [inside]
    const shown = {
      ...common,
      part: 'public',
      title: row.open.title,
      body: joined(row.open.lead, plainText(row.open.body), row.open.author),
      day: row.published,
      path: publicNews.article(row.year, row.slug),
      audience: everyone,
    }
    return [inside, shown]
  })
}
