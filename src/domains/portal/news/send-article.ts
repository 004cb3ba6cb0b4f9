import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { RuleViolation } from '#platform/errors.ts'
import { mayEditNews } from './access.ts'
import { askReview } from './article-tasks.ts'
import { lockArticle, newsSubject } from './lock-article.ts'

export const sendArticleInput = z.object({ id: z.uuid() })
export type SendArticle = z.output<typeof sendArticleInput>

/** The writer is done: somebody else looks at it before anybody reads it. */
export async function sendArticle(db: Db, actor: Actor, { id }: SendArticle, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const article = await lockArticle(tx, actor, { id, verb: 'send', may: mayEditNews })
    if (article.lead === '' || article.body === '') throw new RuleViolation('news.nothingWritten')
    await tx
      .updateTable('news_article')
      .set({ state: 'review', sent_by: actor.account, returned_reason: '' })
      .where('id', '=', id)
      .execute()
    await askReview(tx, now, article)
    const facts = { title: article.title }
    await record(tx, actor, now, { action: 'news.sent', subject: newsSubject(id), facts })
  })
}
