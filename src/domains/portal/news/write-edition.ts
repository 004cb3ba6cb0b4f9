import type { Actor } from '#platform/actor.ts'
import type { Tx } from '#platform/database/database.ts'
import type { NewsContent } from './article.ts'

interface Edition {
  article: string
  version: number
  content: NewsContent
  now: Date
}

/** The text of an article in the shape of its row. */
export const columnsOf = ({ namesPersons, links, ...content }: NewsContent) => ({
  ...content,
  names_persons: namesPersons,
  clause_id: links.clause,
  movement_id: links.movement,
  target_id: links.target,
  activity_id: links.activity,
  conference_id: links.conference,
})

export async function keepEdition(tx: Tx, actor: Actor, { article, version, content, now }: Edition): Promise<void> {
  const row = { article_id: article, version, content: JSON.stringify(content) }
  await tx
    .insertInto('news_edition')
    .values({ ...row, written_by: actor.account, writer_name: actor.name, written_at: now })
    .execute()
}

/** The next text inside a command's transaction: it waits as a draft, and no earlier approval speaks for it. */
export async function writeEdition(tx: Tx, actor: Actor, edition: Edition): Promise<void> {
  const { article, version, content, now } = edition
  await keepEdition(tx, actor, edition)
  await tx
    .updateTable('news_article')
    .set({ ...columnsOf(content), version, state: 'draft', changed_by: actor.account, changed_at: now })
    .set({ sent_by: null, approved_by: null, approver_name: '', publish_at: null })
    .where('id', '=', article)
    .execute()
}
