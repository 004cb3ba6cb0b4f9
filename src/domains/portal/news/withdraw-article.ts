import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { paragraph } from '#platform/form.ts'
import { mayEditNews, mayReviewNews } from './access.ts'
import { closeArticleTasks, closeKeepingTask } from './article-tasks.ts'
import { lockArticle, newsSubject } from './lock-article.ts'

export const withdrawArticleInput = z.object({
  id: z.uuid(),
  /** Stands at the address of the article, for everybody. */
  note: paragraph(600),
})
export type WithdrawArticle = z.output<typeof withdrawArticleInput>

/** Taken down with a note that everybody reads; one that was never published is given up by who writes it. */
export async function withdrawArticle(db: Db, actor: Actor, input: WithdrawArticle, now: Date): Promise<void> {
  const { id, note } = input
  await db.transaction().execute(async (tx) => {
    const article = await lockArticle(tx, actor, {
      id,
      verb: 'withdraw',
      may: (who, held) => mayReviewNews(who, held) || (held.published_at === null && mayEditNews(who, held)),
    })
    await tx
      .updateTable('news_article')
      .set({ state: 'withdrawn', withdrawn_at: now, withdrawn_by: actor.account, withdrawn_note: note })
      .set({ publish_at: null })
      .where('id', '=', id)
      .execute()
    await closeArticleTasks(tx, now, id)
    await closeKeepingTask(tx, now, id)
    const facts = { title: article.title, reason: note }
    await record(tx, actor, now, { action: 'news.withdrawn', subject: newsSubject(id), facts })
  })
}
