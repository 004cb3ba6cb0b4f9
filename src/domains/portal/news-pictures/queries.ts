import { sql, type RawBuilder } from 'kysely'
import type { Db, Tx } from '#platform/database/database.ts'
import type { Consent, NewsPicture } from './picture.ts'

const selectPictures = (condition: RawBuilder<unknown>) => sql<NewsPicture>`
  select p.id, p.article_id, p.position, p.alt, p.caption, p.photographer, p.shows_persons,
    (select jsonb_agg(jsonb_build_object('format', s.format, 'width', s.width, 'height', s.height, 'sha256', s.sha256)
      order by s.width) from news_picture_size s where s.picture_id = p.id) as sizes
  from news_picture p where ${condition} order by p.article_id, p.position`

/** The pictures of an article that nobody took out, in their order. */
export async function livePictures(db: Db | Tx, article: string): Promise<NewsPicture[]> {
  return (await selectPictures(sql`p.article_id = ${article} and p.removed_at is null`).execute(db)).rows
}

/** Whoever can be recognised agreed, and has not taken it back. */
const mayBeShown = sql`(not p.shows_persons or exists (
  select from news_consent c where c.picture_id = p.id and c.ended_at is null))`

/** Of the pictures that were let out, those that may still be shown. */
export async function publicPictures(db: Db, pictures: readonly string[]): Promise<NewsPicture[]> {
  if (pictures.length === 0) return []
  const condition = sql`p.id = any(${[...pictures]}::uuid[]) and p.removed_at is null and ${mayBeShown}`
  return (await selectPictures(condition).execute(db)).rows
}

/** The file of a picture by the beginning of its hash, as far as the public may have it. */
export async function publicFile(db: Db, hash: string): Promise<{ sha256: string; media_type: string } | undefined> {
  const { rows } = await sql<{ sha256: string; media_type: string }>`
    select f.sha256, f.media_type from news_picture_size s join stored_file f on f.sha256 = s.sha256
      join news_picture p on p.id = s.picture_id join news_article a on a.id = p.article_id
    where s.sha256 >= ${hash} and s.sha256 < ${`${hash}g`} and p.removed_at is null and a.withdrawn_at is null
      and ${mayBeShown} and exists (select from news_publication q where q.article_id = a.id and p.id = any(q.pictures))
    limit 1`.execute(db)
  return rows[0]
}

/** The same for who sees the article at the desk. */
export async function deskFile(db: Db, article: string, hash: string) {
  const { rows } = await sql<{ sha256: string; media_type: string }>`
    select f.sha256, f.media_type from news_picture_size s join stored_file f on f.sha256 = s.sha256
      join news_picture p on p.id = s.picture_id
    where s.sha256 >= ${hash} and s.sha256 < ${`${hash}g`} and p.article_id = ${article} limit 1`.execute(db)
  return rows[0]
}

export async function consentsOf(db: Db | Tx, article: string): Promise<Consent[]> {
  return db
    .selectFrom('news_consent')
    .select(['id', 'picture_id', 'person', 'way', 'given_on', 'note', 'recorder_name', 'recorded_at', 'ended_at'])
    .where('article_id', '=', article)
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()
}

/** Pictures in which people can be recognised of whom nobody is known to have agreed. */
export const lackingConsent = (pictures: readonly NewsPicture[], consents: readonly Consent[]): NewsPicture[] =>
  pictures.filter(
    ({ id, shows_persons }) =>
      shows_persons && !consents.some(({ picture_id, ended_at }) => picture_id === id && ended_at === null),
  )
