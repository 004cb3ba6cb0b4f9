import { z } from 'zod'
import { takeCheckpoint } from '#capabilities/audit/checkpoints/take-checkpoint.ts'
import { record } from '#capabilities/audit/record.ts'
import { keepDocument, type DocumentField } from '#capabilities/signatures/keeping/documents.ts'
import { ensureSeal } from '#capabilities/signatures/keeping/seals.ts'
import { prepareFields } from '#capabilities/signatures/signing/prepare-fields.ts'
import type { Actor } from '#platform/actor.ts'
import { canonicalHash, canonicalJson } from '#platform/canonical-json.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { Conflict, demand, RuleViolation } from '#platform/errors.ts'
import { ticked } from '#platform/form.ts'
import { newCode, newId } from '#platform/id.ts'
import { mayKeepMinutes } from '../minutes/access.ts'
import { gatherMinutes, type GatheredMinutes } from '../minutes/gather-minutes.ts'
import { demandMinutesCan, lockMinutes, minutesSubject } from '../minutes/lock-minutes.ts'
import { fieldOf, minutesRoles, type CanonicalMinutes } from '../minutes/minutes.ts'
import { minutesPaper, titleOf } from '../minutes/minutes-document.ts'
import { askSignatures } from '../minutes/minutes-tasks.ts'
import type { PrintingPieces } from '../minutes/pieces.ts'
import { minutesById } from '../minutes/queries.ts'
import { conferenceById } from '../queries.ts'

export const freezeMinutesInput = z.object({
  minutes: z.uuid(),
  /** Whoever fixes the text says to have read it: it cannot be changed any more. */
  isMeant: ticked(),
})
export type FreezeMinutes = z.output<typeof freezeMinutesInput>

export interface FreezePieces extends PrintingPieces {
  now: Date
}

interface FrozenPaper {
  text: string
  hash: string
  code: string
  pdf: Uint8Array
  fields: DocumentField[]
}

function labelOf({ signers }: CanonicalMinutes, field: string): string {
  return Object.values(signers).find((signer) => signer.field === field)?.name ?? field
}

/** Prints the minutes with their empty signature fields: the base bytes, made once and kept. */
async function printFrozen(
  canonical: CanonicalMinutes,
  checkpoint: string,
  pieces: FreezePieces,
): Promise<FrozenPaper> {
  const text = canonicalJson(canonical)
  const hash = canonicalHash(text)
  const code = newCode(12)
  const paper = minutesPaper(canonical, { hash, code, url: pieces.checkUrl(code), checkpoint })
  const { pdf, boxes } = await pieces.renderer.renderPdf(paper)
  const fields = boxes.map(({ field, page, rect }) => ({ name: field, label: labelOf(canonical, field), page, rect }))
  return { text, hash, code, pdf: await prepareFields(pdf, fields), fields }
}

async function keepSigners(tx: Tx, { minutes, signers }: GatheredMinutes) {
  const rows = minutesRoles.map((role) => {
    const signer = signers[role]
    if (signer === undefined) throw new RuleViolation('minutes.notReady')
    return {
      minutes_id: minutes.id,
      role,
      unit_id: signer.unit,
      unit_name: signer.unitName,
      field: fieldOf[role],
      mandate_id: signer.mandate.id,
      account_id: signer.account,
      signer_name: signer.name,
      signer_post: signer.mandate.post,
    }
  })
  await tx.insertInto('minutes_signer').values(rows).execute()
}

async function keepFrozen(tx: Tx, gathered: GatheredMinutes, paper: FrozenPaper, { now, files }: FreezePieces) {
  const { text, hash, code, pdf, fields } = paper
  const document = newId()
  const title = titleOf(gathered.canonical)
  await keepDocument(tx, files, { id: document, code, title, textSha256: hash, fields, pdf }, now)
  const fixed = { canonical_text: text, text_sha256: hash, document_id: document, frozen_at: now }
  await tx
    .updateTable('minutes')
    .set({ ...fixed, state: 'frozen' })
    .where('id', '=', gathered.minutes.id)
    .execute()
  await keepSigners(tx, gathered)
}

function demandReady({ missing }: GatheredMinutes) {
  if (missing.includes('correctionsOpen')) throw new RuleViolation('minutes.correctionsOpen')
  if (missing.length > 0) throw new RuleViolation('minutes.notReady')
}

/** Fixes the words that chair and secretary sign; never while a correction is open. Nothing slow is in the transaction. */
export async function freezeMinutes(
  db: Db,
  actor: Actor,
  { minutes: id, isMeant }: FreezeMinutes,
  pieces: FreezePieces,
): Promise<{ hash: string; code: string }> {
  const before = await minutesById(db, id)
  demand(mayKeepMinutes(actor, await conferenceById(db, before.conference_id)))
  demandMinutesCan('freeze', before)
  const draft = await gatherMinutes(db, id, pieces)
  demandReady(draft)
  if (!isMeant) throw new RuleViolation('minutes.notConfirmed')
  const checkpoint = await takeCheckpoint(db, await ensureSeal(db, pieces, pieces.now), pieces.now)
  const paper = await printFrozen(draft.canonical, checkpoint, pieces)
  await db.transaction().execute(async (tx) => {
    const locked = await lockMinutes(tx, id)
    demandMinutesCan('freeze', locked.minutes)
    // Asked again under the lock: a correction may have come while the paper was printed.
    const again = await gatherMinutes(tx, id, pieces)
    demandReady(again)
    if (canonicalJson(again.canonical) !== paper.text) throw new Conflict('minutes.changedMeanwhile')
    await keepFrozen(tx, again, paper, pieces)
    await askSignatures(tx, pieces.now, locked)
    const facts = { hash: paper.hash, code: paper.code }
    await record(tx, actor, pieces.now, { action: 'minutes.frozen', subject: minutesSubject(id), facts })
  })
  return { hash: paper.hash, code: paper.code }
}
