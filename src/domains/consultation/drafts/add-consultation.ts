import { z } from 'zod'
import { extractText } from '#capabilities/documents/extract/extract-text.ts'
import { refuse, type Extracted } from '#capabilities/documents/extract/refusal.ts'
import { record } from '#capabilities/audit/record.ts'
import { lockYear } from '#domains/blocs/lock-year.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { slugOf } from '#platform/fold.ts'
import { line, optionalLine } from '#platform/form.ts'
import { newId } from '#platform/id.ts'
import type { Bilingual } from '#platform/words.ts'
import { keepsConsultations } from '../access.ts'
import type { Provision } from '../reading/provision.ts'
import { readProvisions } from '../reading/read-provisions.ts'
import { consultationSubject } from './lock-consultation.ts'

/** The longest codes of law are shorter. */
export const longestDraft = 600_000

/** What is said of a draft beside its text. */
export const draftHead = {
  title: line(300),
  drafter: optionalLine(200),
  about: z
    .string()
    .default('')
    .transform((text) => text.trim())
    .pipe(z.string().max(4000)),
}

export const addConsultationInput = z.object({ ...draftHead, text: z.string().default('') })

export interface AddConsultation extends Omit<z.output<typeof addConsultationInput>, 'text'> {
  blocYear: string
  /** The words that were pasted, or a file; `name` is what its sender calls it. */
  draft: { text: string } | { name: string; bytes: Uint8Array }
}

export type ConsultationAdded = { ok: true; id: string } | { ok: false; message: Bilingual }

async function readDraft(draft: AddConsultation['draft']): Promise<Extracted> {
  const read = await extractText('text' in draft ? new TextEncoder().encode(draft.text) : draft.bytes)
  if ('refusal' in read) return read
  // PostgreSQL keeps no such character, and no draft has one.
  if (read.text.includes('\0')) return refuse('unknown_encoding')
  if (read.text.length > longestDraft) throw new RuleViolation('consultation.textTooLong')
  return read
}

/** What was read takes the place of what stood there. */
export async function writeProvisions(tx: Tx, consultation: string, provisions: readonly Provision[]): Promise<void> {
  await tx.deleteFrom('provision').where('consultation_id', '=', consultation).execute()
  const rows = provisions.map(({ kind, number, title, body }, index) => ({
    id: newId(),
    consultation_id: consultation,
    position: index + 1,
    kind,
    number,
    title,
    body,
  }))
  // A statement takes so many values at once.
  for (let from = 0; from < rows.length; from += 500) {
    await tx
      .insertInto('provision')
      .values(rows.slice(from, from + 500))
      .execute()
  }
}

/** The title as an address, with a part of the id: two drafts may be called the same. */
const addressFor = (title: string, id: string) =>
  [slugOf(title).slice(0, 60).replace(/-+$/u, ''), id.slice(-6)].filter(Boolean).join('-')

/** Brings a draft in: its text is read into provisions, looked at and corrected before it is opened. */
export async function addConsultation(
  db: Db,
  actor: Actor,
  { blocYear, draft, ...head }: AddConsultation,
  now: Date,
): Promise<ConsultationAdded> {
  demand(keepsConsultations(actor, blocYear))
  const read = await readDraft(draft)
  if ('refusal' in read) return { ok: false, message: read.refusal.message }
  const { provisions, doubts } = readProvisions(read.text)
  const id = newId()
  const file_name = 'name' in draft ? draft.name.normalize('NFC').replaceAll('\0', '').slice(0, 200) : ''
  await db.transaction().execute(async (tx) => {
    const year = await lockYear(tx, blocYear)
    const row = { id, bloc_year_id: year.id, slug: addressFor(head.title, id), source_text: read.text, file_name }
    await tx
      .insertInto('consultation')
      .values({ ...row, ...head, brought_by: actor.account, brought_at: now })
      .execute()
    await writeProvisions(tx, id, provisions)
    const facts = { title: head.title, provisions: provisions.length, doubts: doubts.length }
    await record(tx, actor, now, { action: 'consultation.brought', subject: consultationSubject(id), facts })
  })
  return { ok: true, id }
}
