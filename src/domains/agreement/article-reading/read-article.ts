import { z } from 'zod'
import { refuse } from '#capabilities/documents/extract/refusal.ts'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { demand } from '#platform/errors.ts'
import { newId } from '#platform/id.ts'
import type { Bilingual } from '#platform/words.ts'
import { mayDraft } from '../access.ts'
import { readAgreementFile, type AgreementFile } from '../reading/read-agreement-file.ts'
import { keepDraft } from './kept-draft.ts'

export const readArticleInput = z.object({ text: z.string().default('') })

export interface ReadArticle {
  blocYear: string
  /** The words that were pasted, or a file; `name` is what its sender calls it. */
  article: { text: string } | { name: string; bytes: Uint8Array }
}

export type ArticleRead = { ok: true; reading: string } | { ok: false; message: Bilingual }

async function readWords(article: ReadArticle['article']): Promise<AgreementFile> {
  const read = await readAgreementFile('text' in article ? new TextEncoder().encode(article.text) : article.bytes)
  if ('refusal' in read) return read
  // PostgreSQL keeps no such character, and no article has one.
  return read.text.includes('\0') ? refuse('unknown_encoding') : read
}

/** Reads an article for a bloc-year and keeps text and draft; what cannot be read, or is no such article, is not kept. */
export async function readArticle(
  db: Db,
  actor: Actor,
  { blocYear, article }: ReadArticle,
  now: Date,
): Promise<ArticleRead> {
  demand(mayDraft(actor, { bloc_year_id: blocYear }))
  const read = await readWords(article)
  if ('refusal' in read) return { ok: false, message: read.refusal.message }
  const [reason] = read.draft.doubts
  if (read.draft.kind === 'other' && reason !== undefined) return { ok: false, message: reason.message }
  const row = {
    id: newId(),
    bloc_year_id: blocYear,
    file_name: 'name' in article ? article.name.normalize('NFC').replaceAll('\0', '').slice(0, 200) : '',
    source_text: read.text,
    draft: JSON.stringify(keepDraft(read.draft)),
    read_by: actor.account,
    read_at: now,
  }
  return db.transaction().execute(async (tx) => {
    await tx.insertInto('article_reading').values(row).execute()
    const facts = { kind: read.draft.kind, doubts: read.draft.doubts.length }
    const subject = { kind: 'article_reading', id: row.id }
    await record(tx, actor, now, { action: 'agreement.articleRead', subject, facts })
    return { ok: true, reading: row.id }
  })
}
