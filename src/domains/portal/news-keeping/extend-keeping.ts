import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import { RuleViolation } from '#platform/errors.ts'
import { day, paragraph } from '#platform/form.ts'
import { mayReviewNews } from '../news/access.ts'
import { closeKeepingTask } from '../news/article-tasks.ts'
import { lockArticle, newsSubject } from '../news/lock-article.ts'

export const extendKeepingInput = z.object({ id: z.uuid(), until: day(), reason: paragraph(600) })
export type ExtendKeeping = z.output<typeof extendKeepingInput>

/** An article stays public beyond the time of the rule, until a day and for a reason. */
export async function extendKeeping(db: Db, actor: Actor, input: ExtendKeeping, now: Date): Promise<void> {
  const { id, until, reason } = input
  await db.transaction().execute(async (tx) => {
    const article = await lockArticle(tx, actor, { id, may: mayReviewNews })
    if (article.published_at === null || article.withdrawn_at !== null) throw new RuleViolation('news.notPublic')
    if (until <= dayOf(now)) throw new RuleViolation('news.keepInPast')
    await tx.updateTable('news_article').set({ keep_until: until }).where('id', '=', id).execute()
    await closeKeepingTask(tx, now, id)
    const facts = { title: article.title, day: until, reason }
    await record(tx, actor, now, { action: 'news.keptLonger', subject: newsSubject(id), facts })
  })
}
