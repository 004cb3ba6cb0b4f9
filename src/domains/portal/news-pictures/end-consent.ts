import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { found } from '#platform/errors.ts'
import { mayEditNews } from '../news/access.ts'
import { lockArticle, newsSubject } from '../news/lock-article.ts'

export const endConsentInput = z.object({ article: z.uuid(), consent: z.uuid() })
export type EndConsent = z.output<typeof endConsentInput>

/** Somebody took back what they had agreed to: a picture that no other consent carries is hidden at once. */
export async function endConsent(db: Db, actor: Actor, input: EndConsent, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const article = await lockArticle(tx, actor, { id: input.article, may: mayEditNews })
    const ended = await tx
      .updateTable('news_consent')
      .set({ ended_at: now })
      .where('id', '=', input.consent)
      .where('article_id', '=', input.article)
      .where('ended_at', 'is', null)
      .returning('id')
      .executeTakeFirst()
    found(ended)
    const facts = { title: article.title }
    await record(tx, actor, now, { action: 'news.consentEnded', subject: newsSubject(article.id), facts })
  })
}
