import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { isAuthority, type Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { demand } from '#platform/errors.ts'
import { line } from '#platform/form.ts'
import { newId } from '#platform/id.ts'
import { gatherDraft } from '../news-drafts/gather-draft.ts'
import { draftSources } from '../news-drafts/draft-source.ts'
import { mayWriteFor } from './access.ts'
import { newsCategories, noLinks, type NewsContent } from './article.ts'
import { newsSubject } from './lock-article.ts'
import { columnsOf, keepEdition } from './write-edition.ts'

export const addArticleInput = z.object({
  /** The bloc-year whose news it is; none for the tenant's own. */
  blocYear: z.uuid().nullable(),
  unit: z.uuid().nullable(),
  category: z.enum(newsCategories),
  title: line(200),
  /** The record that the first text is drafted from, by rule. */
  from: z.object({ kind: z.enum(draftSources), id: z.uuid() }).optional(),
})
export type AddArticle = z.output<typeof addArticleInput>

const emptyContent = ({ category, title }: AddArticle, actor: Actor): NewsContent => ({
  category,
  title,
  lead: '',
  body: '',
  author: actor.name,
  photographer: '',
  sources: '',
  namesPersons: false,
  links: noLinks,
})

/** A new article: empty, or drafted by rule from a record of its bloc-year. */
export async function addArticle(db: Db, actor: Actor, input: AddArticle, now: Date): Promise<string> {
  const { blocYear, unit, from } = input
  demand(mayWriteFor(actor, { bloc_year_id: blocYear, unit_id: unit }))
  demand(unit !== null || isAuthority(actor))
  return db.transaction().execute(async (tx) => {
    const id = newId()
    const empty = emptyContent(input, actor)
    const draft = from === undefined || blocYear === null ? null : await gatherDraft(tx, blocYear, from)
    const content = draft === null ? empty : { ...empty, ...draft.content }
    const written = { written_by: actor.account, writer_name: actor.name, written_at: now }
    const changed = { changed_by: actor.account, changed_at: now, rule: draft?.rule ?? '' }
    await tx
      .insertInto('news_article')
      .values({ id, bloc_year_id: blocYear, unit_id: unit, ...columnsOf(content), ...written, ...changed })
      .execute()
    await keepEdition(tx, actor, { article: id, version: 1, content, now })
    const facts = { title: content.title, rule: draft?.rule ?? '' }
    await record(tx, actor, now, { action: 'news.added', subject: newsSubject(id), facts })
    return id
  })
}
