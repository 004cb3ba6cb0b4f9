import type { Db } from '../../src/platform/database/database.ts'
import { newId } from '../../src/platform/id.ts'
import { morning, type Cast } from '../cast.ts'

export interface NewsPlace {
  /** A draft of the unit, written by somebody from elsewhere. */
  article: string
  /** Of the fifth unit, sent for review. */
  waitingArticle: string
}

/** An article of a unit as somebody from elsewhere wrote it. */
export async function addNews(db: Db, cast: Cast, unit: string, state: 'draft' | 'review' = 'draft'): Promise<string> {
  const id = newId()
  const written = { written_by: cast.chi.account, writer_name: cast.chi.name, written_at: morning }
  await db
    .insertInto('news_article')
    .values({
      id,
      bloc_year_id: cast.blocYear,
      unit_id: unit,
      state,
      category: 'activity',
      title: `Bài thử ${id.slice(-6)}`,
      lead: 'Tóm tắt',
      body: '<p>Thân bài</p>',
      ...written,
      changed_by: cast.chi.account,
      changed_at: morning,
    })
    .execute()
  const content = { category: 'activity', title: 'Bài thử', lead: 'Tóm tắt', body: '<p>Thân bài</p>' }
  await db
    .insertInto('news_edition')
    .values({ article_id: id, version: 1, content: JSON.stringify(content), ...written })
    .execute()
  return id
}
