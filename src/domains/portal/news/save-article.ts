import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { RuleViolation } from '#platform/errors.ts'
import { line, optionalLine, ticked } from '#platform/form.ts'
import { mayEditNews } from './access.ts'
import { linkKinds, newsCategories, noLinks, type LinkKind, type NewsContent } from './article.ts'
import { lockArticle, newsSubject } from './lock-article.ts'
import { livePictures } from '../news-pictures/queries.ts'
import type { ArticleRow } from './queries.ts'
import { keepOwnPictures, readHtml, readMarkup } from './read-body.ts'
import { writeEdition } from './write-edition.ts'

const optionalId = z.preprocess((text) => (text === '' ? undefined : text), z.uuid().optional())

export const saveArticleInput = z.object({
  id: z.uuid(),
  version: z.coerce.number().int(),
  category: z.enum(newsCategories),
  title: line(200),
  lead: optionalLine(600),
  /** As typed without script. */
  body: z.string().max(200_000).default(''),
  /** From the editor; where it stands, what was typed without script does not count. */
  html: z.string().max(400_000).default(''),
  author: optionalLine(120),
  photographer: optionalLine(120),
  sources: optionalLine(600),
  namesPersons: ticked(),
  clause: optionalId,
  movement: optionalId,
  target: optionalId,
  activity: optionalId,
  conference: optionalId,
})
export type SaveArticle = z.output<typeof saveArticleInput>

const tables = {
  movement: 'movement_year',
  target: 'target',
  activity: 'activity',
  conference: 'conference',
} as const

/** What an article is about lies in its own bloc-year. */
async function isOfYear(tx: Tx, kind: LinkKind, id: string, blocYear: string): Promise<boolean> {
  if (kind === 'clause') {
    const clause = tx.selectFrom('clause').innerJoin('agreement', 'agreement.id', 'clause.agreement_id')
    const row = clause.select('clause.id').where('clause.id', '=', id).where('agreement.bloc_year_id', '=', blocYear)
    return (await row.executeTakeFirst()) !== undefined
  }
  const column = kind === 'movement' ? 'movement_id' : 'id'
  const row = tx.selectFrom(tables[kind]).select('bloc_year_id').where('bloc_year_id', '=', blocYear)
  return (await row.where(column as 'bloc_year_id', '=', id).executeTakeFirst()) !== undefined
}

async function linksOf(tx: Tx, input: SaveArticle, blocYear: string | null): Promise<NewsContent['links']> {
  const links = { ...noLinks }
  for (const kind of linkKinds) {
    const id = input[kind]
    if (id === undefined) continue
    if (blocYear === null || !(await isOfYear(tx, kind, id, blocYear))) throw new RuleViolation('news.linkElsewhere')
    links[kind] = id
  }
  return links
}

async function contentFrom(tx: Tx, article: ArticleRow, input: SaveArticle): Promise<NewsContent> {
  const { id, version: _version, body: typed, html, clause: _clause, ...said } = input
  const pictures = (await livePictures(tx, id)).map((picture) => picture.id)
  const body = html.trim() === '' ? readMarkup(typed, pictures) : readHtml(html)
  const { category, title, lead, author, photographer, sources, namesPersons } = said
  const links = await linksOf(tx, input, article.bloc_year_id)
  const own = keepOwnPictures(body, pictures)
  return { category, title, lead, body: own, author, photographer, sources, namesPersons, links }
}

/** Another edition of an article. One that is published stays as it is read until this one was let out in its turn. */
export async function saveArticle(db: Db, actor: Actor, input: SaveArticle, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const article = await lockArticle(tx, actor, { id: input.id, verb: 'change', may: mayEditNews })
    if (article.version !== input.version) throw new RuleViolation('news.changedMeanwhile', { number: article.version })
    const content = await contentFrom(tx, article, input)
    await writeEdition(tx, actor, { article: article.id, version: article.version + 1, content, now })
    const facts = { title: content.title, number: article.version + 1 }
    await record(tx, actor, now, { action: 'news.saved', subject: newsSubject(article.id), facts })
  })
}
