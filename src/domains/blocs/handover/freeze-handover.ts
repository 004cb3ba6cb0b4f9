import { z } from 'zod'
import { takeCheckpoint } from '#capabilities/audit/checkpoints/take-checkpoint.ts'
import { record } from '#capabilities/audit/record.ts'
import { keepDocument, type DocumentField } from '#capabilities/signatures/keeping/documents.ts'
import { ensureSeal } from '#capabilities/signatures/keeping/seals.ts'
import { prepareFields } from '#capabilities/signatures/signing/prepare-fields.ts'
import type { Actor } from '#platform/actor.ts'
import type { Announce } from '#platform/announcements.ts'
import { canonicalHash, canonicalJson } from '#platform/canonical-json.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { Conflict, demand, RuleViolation } from '#platform/errors.ts'
import { ticked } from '#platform/form.ts'
import { newCode, newId } from '#platform/id.ts'
import { maySetOut } from './access.ts'
import { gatherHandover, type GatheredHandover } from './gather-handover.ts'
import { fieldOf, handoverCan, sides, witnessField, type CanonicalHandover, type HandoverFact } from './handover.ts'
import { handoverPaper, titleOf } from './handover-document.ts'
import { handoverSubject, lockHandover } from './lock-handover.ts'
import { mailSigners } from './mail-sides.ts'
import type { PrintingPieces } from './pieces.ts'
import { handoverById } from './queries.ts'
import { tellHandover } from './tell-handover.ts'

export const freezeHandoverInput = z.object({
  handover: z.uuid(),
  /** Whoever fixes the text says to have read it: it cannot be changed any more. */
  isMeant: ticked(),
})
export type FreezeHandover = z.output<typeof freezeHandoverInput>

export interface FreezePieces extends PrintingPieces {
  now: Date
  announce: Announce<HandoverFact>
  /** The site's address, for links in mail. */
  siteUrl: string
}

interface FrozenPaper {
  text: string
  hash: string
  code: string
  pdf: Uint8Array
  fields: DocumentField[]
}

function labelOf({ parties, witness }: CanonicalHandover, field: string): string {
  return Object.values(parties).find((party) => party.field === field)?.name ?? witness
}

/** Prints the record with its empty signature fields: the base bytes, made once and kept. */
async function printFrozen(
  canonical: CanonicalHandover,
  checkpoint: string,
  pieces: FreezePieces,
): Promise<FrozenPaper> {
  const text = canonicalJson(canonical)
  const hash = canonicalHash(text)
  const code = newCode(12)
  const paper = handoverPaper(canonical, { hash, code, url: pieces.checkUrl(code), checkpoint })
  const { pdf, boxes } = await pieces.renderer.renderPdf(paper)
  const fields = boxes.map(({ field, page, rect }) => {
    const place = { name: field, label: labelOf(canonical, field), page, rect }
    return field === witnessField ? { ...place, optional: true } : place
  })
  return { text, hash, code, pdf: await prepareFields(pdf, fields), fields }
}

async function keepSigners(tx: Tx, { handover, canonical, signers }: GatheredHandover) {
  const rows = sides.map((side) => {
    const signer = signers[side]
    if (signer === undefined) throw new RuleViolation('handover.notReady')
    const { unit, name } = canonical.parties[side]
    return {
      handover_id: handover.id,
      side,
      unit_id: unit,
      unit_name: name,
      field: fieldOf[side],
      mandate_id: signer.id,
      account_id: signer.account_id,
      signer_name: signer.person,
      signer_post: signer.post,
    }
  })
  await tx.insertInto('handover_signer').values(rows).execute()
}

async function keepFrozen(tx: Tx, gathered: GatheredHandover, paper: FrozenPaper, pieces: FreezePieces) {
  const { text, hash, code, pdf, fields } = paper
  const { now, files } = pieces
  const document = newId()
  const title = titleOf(gathered.canonical)
  await keepDocument(tx, files, { id: document, code, title, textSha256: hash, fields, pdf }, now)
  const { id } = gathered.handover
  const fixed = { canonical_text: text, text_sha256: hash, document_id: document, is_sample: pieces.isSample }
  await tx
    .updateTable('handover')
    .set({ ...fixed, state: 'frozen', frozen_at: now, changed_at: now })
    .where('id', '=', id)
    .execute()
  await keepSigners(tx, gathered)
}

/** Fixes the record that both sides sign, and its paper; nothing slow happens inside the transaction. */
export async function freezeHandover(
  db: Db,
  actor: Actor,
  { handover: id, isMeant }: FreezeHandover,
  pieces: FreezePieces,
): Promise<{ hash: string; code: string }> {
  const before = await handoverById(db, id)
  demand(maySetOut(actor, before))
  if (!handoverCan('freeze', before)) throw new RuleViolation('handover.textIsFixed')
  const draft = await gatherHandover(db, id, pieces)
  if (draft.missing.length > 0) throw new RuleViolation('handover.notReady')
  if (!isMeant) throw new RuleViolation('handover.notConfirmed')
  const checkpoint = await takeCheckpoint(db, await ensureSeal(db, pieces, pieces.now), pieces.now)
  const paper = await printFrozen(draft.canonical, checkpoint, pieces)
  await db.transaction().execute(async (tx) => {
    const handover = await lockHandover(tx, id)
    if (!handoverCan('freeze', handover)) throw new RuleViolation('handover.textIsFixed')
    const again = await gatherHandover(tx, id, pieces)
    if (canonicalJson(again.canonical) !== paper.text) throw new Conflict('handover.changedMeanwhile')
    await keepFrozen(tx, again, paper, pieces)
    const told = await tellHandover(tx, pieces, handover, { name: 'handover.frozen' })
    await mailSigners(tx, { handover, told, siteUrl: pieces.siteUrl })
    const facts = { hash: paper.hash, code: paper.code }
    await record(tx, actor, pieces.now, { action: 'handover.frozen', subject: handoverSubject(id), facts })
  })
  return { hash: paper.hash, code: paper.code }
}
