import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { hasSteppedUp, type Actor } from '#platform/actor.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, Forbidden, RuleViolation } from '#platform/errors.ts'
import { optionalDay } from '#platform/form.ts'
import { consentsOf, lackingConsent, livePictures } from '../news-pictures/queries.ts'
import { mayPublishNews, mayReviewNews } from './access.ts'
import { closeArticleTasks } from './article-tasks.ts'
import { lockArticle, newsSubject } from './lock-article.ts'
import { postPublication } from './post-publication.ts'
import type { ArticleRow } from './queries.ts'

const clock = z
  .string()
  .trim()
  .regex(/^(?:[01]?\d|2[0-3])[:hg.][0-5]\d$/u)
  .transform((text) => text.replace(/[hg.]/u, ':').padStart(5, '0'))

export const publishArticleInput = z.object({
  id: z.uuid(),
  /** The text that was looked at: a later one is not let out by this. */
  version: z.coerce.number().int(),
  /** The day from which it is read; today and at once when there is none. */
  publishOn: optionalDay(),
  publishTime: z.preprocess((text) => (text === '' ? undefined : text), clock.optional()),
})
export type PublishArticle = z.output<typeof publishArticleInput>

/** Nobody is shown or named who did not agree to it. */
async function demandConsents(tx: Tx, article: ArticleRow) {
  const [pictures, consents] = [await livePictures(tx, article.id), await consentsOf(tx, article.id)]
  const [lacking] = lackingConsent(pictures, consents)
  if (lacking !== undefined) throw new RuleViolation('news.consentMissing', { alt: lacking.alt })
  const hasNamed = consents.some(({ picture_id, ended_at }) => picture_id === null && ended_at === null)
  if (article.names_persons && !hasNamed) throw new RuleViolation('news.nameConsentMissing')
}

function momentOf({ publishOn, publishTime = '00:00' }: PublishArticle, now: Date): Date {
  const at = publishOn === undefined ? now : new Date(`${publishOn}T${publishTime}:00+07:00`)
  return at < now ? now : at
}

async function schedule(tx: Tx, actor: Actor, article: ArticleRow, at: Date) {
  const approved = { approved_by: actor.account, approver_name: actor.name, publish_at: at }
  await tx
    .updateTable('news_article')
    .set({ state: 'scheduled', ...approved })
    .where('id', '=', article.id)
    .execute()
}

/** A second person lets an article out: at once, or at a later moment. */
export async function publishArticle(db: Db, actor: Actor, input: PublishArticle, now: Date): Promise<void> {
  if (!hasSteppedUp(actor, now)) throw new Forbidden('step-up')
  await db.transaction().execute(async (tx) => {
    const article = await lockArticle(tx, actor, { id: input.id, verb: 'publish', may: mayReviewNews })
    demand(mayPublishNews(actor, article))
    if (article.version !== input.version) throw new RuleViolation('news.changedSince')
    await demandConsents(tx, article)
    const at = momentOf(input, now)
    const approver = { account: actor.account, name: actor.name }
    if (at > now) await schedule(tx, actor, article, at)
    else await postPublication(tx, article, approver, now)
    await closeArticleTasks(tx, now, article.id)
    const action = at > now ? 'news.scheduled' : 'news.published'
    const facts = { title: article.title, at: at.toISOString() }
    await record(tx, actor, now, { action, subject: newsSubject(article.id), facts })
  })
}
