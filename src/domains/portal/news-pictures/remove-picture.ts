import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { found } from '#platform/errors.ts'
import { mayEditNews, mayReviewNews } from '../news/access.ts'
import { lockArticle, newsSubject } from '../news/lock-article.ts'

export const removePictureInput = z.object({ article: z.uuid(), picture: z.uuid() })
export type RemovePicture = z.output<typeof removePictureInput>

/** Out of the article and, where it was published, off the public pages at once: that needs no second person. */
export async function removePicture(db: Db, actor: Actor, input: RemovePicture, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const may: typeof mayEditNews = (who, of) => mayEditNews(who, of) || mayReviewNews(who, of)
    const article = await lockArticle(tx, actor, { id: input.article, may })
    const removed = await tx
      .updateTable('news_picture')
      .set({ removed_at: now })
      .where('id', '=', input.picture)
      .where('article_id', '=', input.article)
      .where('removed_at', 'is', null)
      .returning('alt')
      .executeTakeFirst()
    const facts = { title: article.title, alt: found(removed).alt }
    await record(tx, actor, now, { action: 'news.pictureRemoved', subject: newsSubject(article.id), facts })
  })
}
