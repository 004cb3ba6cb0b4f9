import { dayOf } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import { askKeeping } from '../news/article-tasks.ts'
import { articleById } from '../news/queries.ts'

/** Opens a task for every article whose time is over. Nothing goes by itself: people decide, and say why. */
export async function remindKeeping(db: Db, now: Date): Promise<void> {
  const over = await db
    .selectFrom('news_article')
    .select('id')
    .where('published_at', 'is not', null)
    .where('withdrawn_at', 'is', null)
    .where('keep_until', '<', dayOf(now))
    .execute()
  for (const { id } of over) {
    await db.transaction().execute(async (tx) => askKeeping(tx, now, await articleById(tx, id)))
  }
}
