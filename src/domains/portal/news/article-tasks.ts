import { headOf } from '#domains/blocs/members/queries.ts'
import { closeTask, openTask } from '#domains/calendar/open-task.ts'
import { dayOf } from '#platform/clock.ts'
import type { Tx } from '#platform/database/database.ts'
import { newsPaths } from './paths.ts'
import type { ArticleRow } from './queries.ts'

const reviewKey = (id: string) => `news.review ${id}`
const mendKey = (id: string) => `news.mend ${id}`
const keepingKey = (id: string) => `news.keeping ${id}`

const factsOf = ({ title, bloc_name }: ArticleRow) => ({ title, bloc: bloc_name ?? '' })

/** Whoever leads the bloc reviews; where the head's own unit wrote it, or no bloc did, the authority. */
async function reviewerOf(tx: Tx, { bloc_year_id: year, unit_id: unit }: ArticleRow) {
  const head = year === null ? undefined : await headOf(tx, year)
  return head === undefined || head === unit ? ({ tenantRole: 'authority' } as const) : { unit: head }
}

export async function askReview(tx: Tx, now: Date, article: ArticleRow): Promise<void> {
  await closeTask(tx, now, mendKey(article.id))
  await openTask(tx, now, {
    ...(await reviewerOf(tx, article)),
    key: reviewKey(article.id),
    kind: 'news.review',
    blocYear: article.bloc_year_id,
    path: newsPaths.article(article.id),
    facts: { ...factsOf(article), writer: article.writer_name },
  })
}

export async function askMending(tx: Tx, now: Date, article: ArticleRow, reason: string): Promise<void> {
  await closeTask(tx, now, reviewKey(article.id))
  await openTask(tx, now, {
    account: article.written_by,
    key: mendKey(article.id),
    kind: 'news.mend',
    blocYear: article.bloc_year_id,
    path: newsPaths.edit(article.id),
    facts: { ...factsOf(article), reason },
  })
}

export async function closeArticleTasks(tx: Tx, now: Date, article: string): Promise<void> {
  for (const key of [reviewKey(article), mendKey(article)]) await closeTask(tx, now, key)
}

/** The time for which it is kept is over: whoever leads decides whether it stays. */
export async function askKeeping(tx: Tx, now: Date, article: ArticleRow): Promise<void> {
  await openTask(tx, now, {
    ...(await reviewerOf(tx, { ...article, unit_id: null })),
    key: keepingKey(article.id),
    kind: 'news.keeping',
    blocYear: article.bloc_year_id,
    path: newsPaths.article(article.id),
    facts: { ...factsOf(article), day: article.keep_until ?? dayOf(now) },
  })
}

export const closeKeepingTask = (tx: Tx, now: Date, article: string) => closeTask(tx, now, keepingKey(article))
