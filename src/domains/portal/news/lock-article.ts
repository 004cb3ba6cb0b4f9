import type { Actor } from '#platform/actor.ts'
import type { Tx } from '#platform/database/database.ts'
import { demand, found, RuleViolation } from '#platform/errors.ts'
import { newsCan, type NewsVerb } from './article.ts'
import { articleById, type ArticleRow } from './queries.ts'

export const newsSubject = (id: string) => ({ kind: 'news_article', id })

interface Wanted {
  id: string
  verb?: NewsVerb
  may: (actor: Actor, article: ArticleRow) => boolean
}

/** The article held until the transaction ends, for a person who may and in a state that allows it. */
export async function lockArticle(tx: Tx, actor: Actor, { id, verb, may }: Wanted): Promise<ArticleRow> {
  found(await tx.selectFrom('news_article').select('id').where('id', '=', id).forUpdate().executeTakeFirst())
  const article = await articleById(tx, id)
  demand(may(actor, article))
  if (verb !== undefined && !newsCan(verb, article)) throw new RuleViolation(`news.not_${verb}`)
  return article
}
