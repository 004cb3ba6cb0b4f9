import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { paragraph } from '#platform/form.ts'
import { mayReviewNews } from './access.ts'
import { askMending } from './article-tasks.ts'
import { lockArticle, newsSubject } from './lock-article.ts'

export const returnArticleInput = z.object({ id: z.uuid(), reason: paragraph(1000) })
export type ReturnArticle = z.output<typeof returnArticleInput>

/** Back to who wrote it, with what is to be mended; what was to be published later is not. */
export async function returnArticle(db: Db, actor: Actor, input: ReturnArticle, now: Date): Promise<void> {
  const { id, reason } = input
  await db.transaction().execute(async (tx) => {
    const article = await lockArticle(tx, actor, { id, verb: 'return', may: mayReviewNews })
    await tx
      .updateTable('news_article')
      .set({ state: 'draft', returned_reason: reason, sent_by: null })
      .set({ approved_by: null, approver_name: '', publish_at: null })
      .where('id', '=', id)
      .execute()
    await askMending(tx, now, article, reason)
    const facts = { title: article.title, reason }
    await record(tx, actor, now, { action: 'news.returned', subject: newsSubject(id), facts })
  })
}
