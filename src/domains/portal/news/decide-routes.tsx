import type { z } from 'zod'
import type { Actor } from '#platform/actor.ts'
import { answerForm } from '#platform/answer-form.ts'
import { demand } from '#platform/errors.ts'
import { actorOf, post, type Route, type WebContext } from '#platform/web.ts'
import { mayEditNews, mayPublishNews, mayReviewNews } from './access.ts'
import { articleAt, showArticle } from './article-routes.tsx'
import { extendKeeping, extendKeepingInput } from '../news-keeping/extend-keeping.ts'
import type { ShowProps } from './pages/show-page.tsx'
import { newsPaths } from './paths.ts'
import { publishArticle, publishArticleInput } from './publish-article.ts'
import type { ArticleRow } from './queries.ts'
import { returnArticle, returnArticleInput } from './return-article.ts'
import { sendArticle, sendArticleInput } from './send-article.ts'
import { withdrawArticle, withdrawArticleInput } from './withdraw-article.ts'
import { words } from './words.ts'

interface Deciding<Schema extends z.ZodType> {
  may: (actor: Actor, article: ArticleRow) => boolean
  schema: Schema
  run: (c: WebContext, input: z.output<Schema>, article: string) => Promise<void>
  /** Which form of the page comes back. */
  part: keyof ShowProps['forms']
}

/** A form of the article's page: who may is asked first, and what was wrong comes back in its own part. */
function deciding<Schema extends z.ZodType>({ may, schema, run, part }: Deciding<Schema>) {
  return async (c: WebContext) => {
    const article = await articleAt(c)
    demand(may(actorOf(c), article))
    return answerForm(c, {
      schema,
      run: async (input) => {
        await run(c, input, article.id)
        return newsPaths.article(article.id)
      },
      again: (form) => showArticle(c, { [part]: form }),
      words: { news: words },
    })
  }
}

const withdraws = (actor: Actor, article: ArticleRow) =>
  mayReviewNews(actor, article) || (article.published_at === null && mayEditNews(actor, article))

export const decideRoutes: Route[] = [
  post(
    newsPaths.send(':id'),
    'signed-in',
    deciding({
      may: mayEditNews,
      schema: sendArticleInput.omit({ id: true }),
      run: (c, _input, id) => sendArticle(c.var.db, actorOf(c), { id }, c.var.now),
      part: 'publish',
    }),
  ),
  post(
    newsPaths.returning(':id'),
    'signed-in',
    deciding({
      may: mayReviewNews,
      schema: returnArticleInput.omit({ id: true }),
      run: (c, input, id) => returnArticle(c.var.db, actorOf(c), { ...input, id }, c.var.now),
      part: 'return',
    }),
  ),
  post(
    newsPaths.publish(':id'),
    'signed-in',
    deciding({
      may: mayPublishNews,
      schema: publishArticleInput.omit({ id: true }),
      run: (c, input, id) => publishArticle(c.var.db, actorOf(c), { ...input, id }, c.var.now),
      part: 'publish',
    }),
  ),
  post(
    newsPaths.withdraw(':id'),
    'signed-in',
    deciding({
      may: withdraws,
      schema: withdrawArticleInput.omit({ id: true }),
      run: (c, input, id) => withdrawArticle(c.var.db, actorOf(c), { ...input, id }, c.var.now),
      part: 'withdraw',
    }),
  ),
  post(
    newsPaths.keeping(':id'),
    'signed-in',
    deciding({
      may: mayReviewNews,
      schema: extendKeepingInput.omit({ id: true }),
      run: (c, input, id) => extendKeeping(c.var.db, actorOf(c), { ...input, id }, c.var.now),
      part: 'keep',
    }),
  ),
]
