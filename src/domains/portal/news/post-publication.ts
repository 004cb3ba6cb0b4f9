import { ruleOn } from '#domains/law/rules/legal-rule.ts'
import { legalRules } from '#domains/law/rules/queries.ts'
import { dayOf } from '#platform/clock.ts'
import type { Tx } from '#platform/database/database.ts'
import { RuleViolation } from '#platform/errors.ts'
import { slugOf } from '#platform/fold.ts'
import { livePictures } from '../news-pictures/queries.ts'
import type { ArticleRow } from './queries.ts'

/** An address is the title; where another article of the year has it, the day is said too. */
async function addressOf(tx: Tx, title: string, today: string) {
  const year = Number(today.slice(0, 4))
  const bare = slugOf(title).slice(0, 110).replace(/-$/u, '') || 'tin'
  const taken = await tx.selectFrom('news_article').select('slug').where('year', '=', year).execute()
  const slugs = new Set(taken.map(({ slug }) => slug))
  const [, month = '', day = ''] = today.split('-')
  const free = [bare, `${bare}-ngay-${day}-${month}`].find((slug) => !slugs.has(slug))
  if (free === undefined) throw new RuleViolation('news.titleTaken')
  return { year, slug: free }
}

/** The last day for which it is kept, by the rule of that day; nothing where there is no rule. */
async function keptUntil(tx: Tx, today: string): Promise<string | null> {
  const rule = ruleOn(await legalRules(tx), 'news-retention', today)
  if (rule === undefined) return null
  return `${Number(today.slice(0, 4)) + Number(rule.value)}${today.slice(4)}`.replace(/-02-29$/u, '-02-28')
}

async function keepPublication(tx: Tx, article: ArticleRow, approver: Approver, now: Date) {
  const before = tx.selectFrom('news_publication').select('number').where('article_id', '=', article.id)
  const last = await before.orderBy('number', 'desc').limit(1).executeTakeFirst()
  const pictures = (await livePictures(tx, article.id)).map(({ id }) => id)
  await tx
    .insertInto('news_publication')
    .values({
      article_id: article.id,
      number: (last?.number ?? 0) + 1,
      version: article.version,
      pictures,
      approved_by: approver.account,
      approver_name: approver.name,
      published_at: now,
    })
    .execute()
}

interface Approver {
  account: string
  name: string
}

/** From now on the public reads this text with these pictures; a step of the commands that publish. */
export async function postPublication(tx: Tx, article: ArticleRow, approver: Approver, now: Date): Promise<void> {
  const today = dayOf(now)
  await keepPublication(tx, article, approver, now)
  const first =
    article.published_at === null
      ? { ...(await addressOf(tx, article.title, today)), published_at: now, keep_until: await keptUntil(tx, today) }
      : {}
  await tx
    .updateTable('news_article')
    .set({
      state: 'published',
      approved_by: approver.account,
      approver_name: approver.name,
      publish_at: null,
      ...first,
    })
    .where('id', '=', article.id)
    .execute()
}
