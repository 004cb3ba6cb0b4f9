import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import { newsContent, type NewsCategory, type NewsContent } from '../news/article.ts'
import { publicPictures } from '../news-pictures/queries.ts'
import type { NewsPicture } from '../news-pictures/picture.ts'

/** An article as the public reads it: the edition that was let out last. */
export interface PublicArticle {
  id: string
  year: number
  slug: string
  content: NewsContent
  published_at: Date
  /** When the text that stands was let out. */
  changed_at: Date
  approver_name: string
  bloc_slug: string | null
  bloc_name: string | null
  year_slug: string | null
  pictures: readonly NewsPicture[]
}

type Row = Omit<PublicArticle, 'content' | 'pictures'> & { content: unknown; picture_ids: readonly string[] }

const selectPublic = (condition: RawBuilder<unknown>) => sql`
  select a.id, a.year, a.slug, e.content, a.published_at, p.published_at as changed_at, p.approver_name,
    b.slug as bloc_slug, b.name as bloc_name, y.slug as year_slug, p.pictures as picture_ids
  from news_article a
  join lateral (select * from news_publication q where q.article_id = a.id order by q.number desc limit 1) p on true
  join news_edition e on e.article_id = a.id and e.version = p.version
  left join bloc_year y on y.id = a.bloc_year_id left join bloc b on b.id = y.bloc_id
  where a.published_at is not null and a.withdrawn_at is null and ${condition}
  order by a.published_at desc, a.id desc`

async function withPictures(db: Db, rows: readonly Row[]): Promise<PublicArticle[]> {
  const pictures = await publicPictures(
    db,
    rows.flatMap(({ picture_ids }) => picture_ids),
  )
  return rows.map(({ picture_ids: _ids, content, ...row }) => ({
    ...row,
    content: newsContent.parse(content),
    pictures: pictures.filter(({ article_id }) => article_id === row.id),
  }))
}

export interface NewsFilter {
  category?: NewsCategory | undefined
  year?: number | undefined
  bloc?: string | undefined
  page?: number
  size: number
}

/** What is published, the latest first. */
export async function publicArticles(db: Db, filter: NewsFilter) {
  const { category = null, year = null, bloc = null, page = 1, size } = filter
  const condition = sql`(${category}::text is null or e.content ->> 'category' = ${category})
    and (${year}::int is null or a.year = ${year}) and (${bloc}::uuid is null or y.bloc_id = ${bloc}::uuid)`
  const { rows } = await sql<Row & { total: number }>`
    select found.*, count(*) over () as total from (${selectPublic(condition)}) found
    order by found.published_at desc, found.id desc limit ${size} offset ${(page - 1) * size}`.execute(db)
  return { articles: await withPictures(db, rows), total: rows[0]?.total ?? 0 }
}

export async function publicArticle(db: Db, year: number, slug: string): Promise<PublicArticle | undefined> {
  const { rows } = await sql<Row>`${selectPublic(sql`a.year = ${year} and a.slug = ${slug}`)}`.execute(db)
  return (await withPictures(db, rows))[0]
}

/** What stands at the address of an article that was taken down. */
export async function withdrawnArticle(db: Db, year: number, slug: string) {
  return db
    .selectFrom('news_article')
    .select(['title', 'withdrawn_note', 'withdrawn_at'])
    .where('year', '=', year)
    .where('slug', '=', slug)
    .where('withdrawn_at', 'is not', null)
    .executeTakeFirst()
}

/** The years that have news, the last first. */
export async function newsYears(db: Db): Promise<{ year: number; count: number }[]> {
  const { rows } = await sql<{ year: number; count: number }>`
    select year, count(*)::int as count from news_article
    where published_at is not null and withdrawn_at is null group by year order by year desc`.execute(db)
  return rows
}

/** The addresses of all news, for the map of the site. */
export async function newsAddresses(db: Db, most: number) {
  const { rows } = await sql<{ year: number; slug: string; changed_at: Date }>`
    select a.year, a.slug, max(p.published_at) as changed_at from news_article a
      join news_publication p on p.article_id = a.id
    where a.withdrawn_at is null group by a.id order by changed_at desc limit ${most}`.execute(db)
  return rows
}

export interface LinkedRecord {
  kind: 'clause' | 'movement' | 'target' | 'activity' | 'conference'
  name: string
}

/** What an article is about, as far as it was decided public: a signed commitment, a public movement or target. */
export async function publicLinks(db: Db, { links }: NewsContent): Promise<LinkedRecord[]> {
  const { rows } = await sql<LinkedRecord>`
    select 'clause' as kind, c.text as name from clause c join agreement g on g.id = c.agreement_id
      where c.id = ${links.clause} and g.state in ('signing', 'signed')
    union all select 'movement', title from movement where id = ${links.movement} and is_public
    union all select 'target', name from target where id = ${links.target} and is_public
    union all select 'activity', title from activity where id = ${links.activity} and is_news`.execute(db)
  return rows
}
