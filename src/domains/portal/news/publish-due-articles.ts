import { record } from '#capabilities/audit/record.ts'
import type { Db } from '#platform/database/database.ts'
import { consentsOf, lackingConsent, livePictures } from '../news-pictures/queries.ts'
import { askMending } from './article-tasks.ts'
import { newsSubject } from './lock-article.ts'
import { postPublication } from './post-publication.ts'
import { articleById } from './queries.ts'
import { words } from './words.ts'

const program = { account: null, name: 'Giao Ước', actingUnit: null } as const

async function publishOne(db: Db, id: string, now: Date) {
  await db.transaction().execute(async (tx) => {
    const held = tx.selectFrom('news_article').select(['approved_by', 'approver_name']).where('id', '=', id)
    const due = await held
      .where('state', '=', 'scheduled')
      .where('publish_at', '<=', now)
      .forUpdate()
      .executeTakeFirst()
    if (due === undefined || due.approved_by === null) return
    const article = await articleById(tx, id)
    const lacking = lackingConsent(await livePictures(tx, id), await consentsOf(tx, id))
    // Somebody took back what they had agreed to since it was approved.
    if (lacking.length > 0) {
      const alt = lacking[0]?.alt ?? ''
      const reason = words('vi').violations.consentMissing({ alt })
      const back = { state: 'draft', returned_reason: reason, publish_at: null, approved_by: null } as const
      await tx
        .updateTable('news_article')
        .set({ ...back, approver_name: '', sent_by: null })
        .where('id', '=', id)
        .execute()
      await askMending(tx, now, article, reason)
      const facts = { title: article.title, alt }
      await record(tx, program, now, { action: 'news.heldBack', subject: newsSubject(id), facts })
      return
    }
    await postPublication(tx, article, { account: due.approved_by, name: due.approver_name }, now)
    const facts = { title: article.title, approver: due.approver_name }
    await record(tx, program, now, { action: 'news.publishedInTime', subject: newsSubject(id), facts })
  })
}

/** What was approved for a moment that has come. Done again, it does nothing. */
export async function publishDueArticles(db: Db, now: Date): Promise<void> {
  const due = db.selectFrom('news_article').select('id').where('state', '=', 'scheduled').where('publish_at', '<=', now)
  for (const { id } of await due.orderBy('publish_at').execute()) await publishOne(db, id, now)
}
