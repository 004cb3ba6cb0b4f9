import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { takeCheckpoint } from '#capabilities/audit/checkpoints/take-checkpoint.ts'
import type { Renderer } from '#capabilities/documents/render-pdf.ts'
import { keepDocument } from '#capabilities/signatures/keeping/documents.ts'
import { ensureSeal, type SealPieces } from '#capabilities/signatures/keeping/seals.ts'
import { prepareFields } from '#capabilities/signatures/signing/prepare-fields.ts'
import type { Actor } from '#platform/actor.ts'
import { canonicalHash } from '#platform/canonical-json.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { Conflict, demand, RuleViolation } from '#platform/errors.ts'
import { ticked } from '#platform/form.ts'
import type { FileStore } from '#platform/files.ts'
import { newCode, newId } from '#platform/id.ts'
import { mayDraft } from '../access.ts'
import { agreementCan } from '../agreement.ts'
import { agreementPaper, witnessField } from '../agreement-document.ts'
import { canonicalText, type CanonicalAgreement } from '../canonical-text.ts'
import { agreementById, lockAgreement } from '../queries.ts'
import { keepSigningDays } from '../deadlines/keep-signing-days.ts'
import { checkDraft } from './check-draft.ts'
import { canonicalOf, fieldAt, gatherDraft, type GatheredDraft } from './gather-draft.ts'
import { closeHeadTask } from './head-tasks.ts'
import { tellSigners } from '../signing/signing-tasks.ts'

export const freezeAgreementInput = z.object({
  agreement: z.uuid(),
  /** The person has read what is asked about and means it. */
  isMeant: ticked(),
})

export type FreezeAgreement = z.output<typeof freezeAgreementInput>

export interface FreezePieces extends SealPieces {
  files: FileStore
  renderer: Pick<Renderer, 'renderPdf'>
  /** The address that the paper's QR code leads to. */
  checkUrl: (code: string) => string
}

interface FrozenPaper {
  canonical: CanonicalAgreement
  text: string
  hash: string
  code: string
  pdf: Uint8Array
  fields: Parameters<typeof keepDocument>[2]['fields']
}

function labelOf(canonical: CanonicalAgreement, field: string): string {
  if (field === witnessField) return canonical.witness
  return canonical.parties.find((party) => party.field === field)?.name ?? field
}

/** Prints the text with its empty signature fields: the base bytes, made once and kept. */
async function printFrozen(draft: GatheredDraft, checkpoint: string, pieces: FreezePieces): Promise<FrozenPaper> {
  const canonical = canonicalOf(draft, pieces.tenantName)
  const text = canonicalText(canonical)
  const hash = canonicalHash(text)
  const code = newCode(12)
  const { pdf, boxes } = await pieces.renderer.renderPdf(
    agreementPaper(canonical, { hash, code, url: pieces.checkUrl(code), checkpoint }),
  )
  const fields = boxes.map(({ field, page, rect }) => {
    const place = { name: field, label: labelOf(canonical, field), page, rect }
    return field === witnessField ? { ...place, optional: true } : place
  })
  return { canonical, text, hash, code, pdf: await prepareFields(pdf, fields), fields }
}

function demandReady(draft: GatheredDraft, isMeant: boolean) {
  const findings = checkDraft(draft.facts)
  if (findings.some((finding) => finding.severity === 'stops')) throw new RuleViolation('agreement.notReady')
  if (findings.length > 0 && !isMeant) throw new RuleViolation('agreement.notConfirmed')
}

async function keepSigners(tx: Tx, agreement: string, { members, signers }: GatheredDraft) {
  const rows = members.map((member, index) => {
    const signer = signers.get(member.unit)
    if (signer === undefined) throw new RuleViolation('agreement.notReady')
    return {
      agreement_id: agreement,
      unit_id: member.unit,
      position: index + 1,
      field: fieldAt(index),
      office: member.office,
      unit_name: member.full_name,
      mandate_id: signer.id,
      account_id: signer.account_id,
      signer_name: signer.person,
      signer_post: signer.post,
    }
  })
  await tx.insertInto('agreement_signer').values(rows).execute()
}

/**
 * Fixes the one exact text that all sign, and its paper. The paper is printed before the transaction, which then makes
 * sure that nobody changed the text meanwhile.
 */
export async function freezeAgreement(
  db: Db,
  actor: Actor,
  input: FreezeAgreement,
  { now, ...pieces }: FreezePieces & { now: Date },
): Promise<{ hash: string; code: string }> {
  const before = await agreementById(db, input.agreement)
  demand(mayDraft(actor, before))
  if (!agreementCan('freeze', before)) throw new RuleViolation('agreement.textIsFixed')
  const draft = await gatherDraft(db, input.agreement, now)
  demandReady(draft, input.isMeant)
  const checkpoint = await takeCheckpoint(db, await ensureSeal(db, pieces, now), now)
  const paper = await printFrozen(draft, checkpoint, pieces)
  await db.transaction().execute(async (tx) => {
    const agreement = await lockAgreement(tx, input.agreement)
    if (!agreementCan('freeze', agreement)) throw new RuleViolation('agreement.textIsFixed')
    const again = await gatherDraft(tx, input.agreement, now)
    if (canonicalText(canonicalOf(again, pieces.tenantName)) !== paper.text) throw new Conflict('agreement.textChanged')
    await keepFrozen(tx, actor, { draft: again, paper }, { now, files: pieces.files })
  })
  return { hash: paper.hash, code: paper.code }
}

async function keepFrozen(
  tx: Tx,
  actor: Actor,
  { draft, paper }: { draft: GatheredDraft; paper: FrozenPaper },
  { now, files }: { now: Date; files: FileStore },
) {
  const { id } = draft.agreement
  const { hash, code, pdf, fields } = paper
  const document = newId()
  await keepDocument(
    tx,
    files,
    { id: document, code, title: paper.canonical.title, textSha256: hash, fields, pdf },
    now,
  )
  await tx
    .updateTable('agreement')
    .set({
      state: 'frozen',
      canonical_text: paper.text,
      text_sha256: hash,
      document_id: document,
      frozen_at: now,
      frozen_by: actor.account,
      copies: paper.canonical.copies,
    })
    .where('id', '=', id)
    .execute()
  await keepSigners(tx, id, draft)
  await closeHeadTask(tx, 'draft', id, now)
  await tellSigners(tx, id, draft.year, now)
  await keepSigningDays(tx, id, now)
  await record(tx, actor, now, {
    action: 'agreement.frozen',
    subject: { kind: 'agreement', id },
    facts: { hash, code },
  })
}
