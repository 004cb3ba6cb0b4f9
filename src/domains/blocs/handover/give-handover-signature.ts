import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { giveSignature, type Signed, type SigningPieces } from '#capabilities/signatures/keeping/signing-jobs.ts'
import { deviceOf } from '#domains/identity/queries.ts'
import { hasSteppedUp, type Actor } from '#platform/actor.ts'
import type { Announce } from '#platform/announcements.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { Forbidden, RuleViolation } from '#platform/errors.ts'
import { beginSeat } from './begin-handover-signature.ts'
import type { HandoverFact } from './handover.ts'
import { handoverSubject, lockHandover } from './lock-handover.ts'
import { mailClosed } from './mail-sides.ts'
import { handoverById, handoverSigners, type HandoverRow } from './queries.ts'
import { tellHandover } from './tell-handover.ts'

export const giveHandoverSignatureInput = z.object({
  handover: z.uuid(),
  job: z.uuid(),
  /** The signature over the attributes, base64. */
  signature: z.base64().min(64).max(2000),
})
export type GiveHandoverSignature = z.output<typeof giveHandoverSignatureInput>

interface GivingPieces extends SigningPieces {
  now: Date
  announce: Announce<HandoverFact>
  /** The site's address, for links in mail. */
  siteUrl: string
}

async function close(tx: Tx, handover: HandoverRow, pieces: GivingPieces) {
  await tx
    .updateTable('handover')
    .set({ state: 'closed', closed_at: pieces.now, changed_at: pieces.now })
    .where('id', '=', handover.id)
    .execute()
  const told = await tellHandover(tx, pieces, handover, { name: 'handover.closed' })
  await mailClosed(tx, { handover, told, siteUrl: pieces.siteUrl }, pieces.now)
}

async function markSigned(tx: Tx, actor: Actor, { id, signed }: { id: string; signed: Signed }, pieces: GivingPieces) {
  const { now } = pieces
  const handover = await lockHandover(tx, id)
  const { place, signer } = await beginSeat(tx, actor, handover, now)
  if (handover.document_id !== signed.document || place.field !== signed.field)
    throw new RuleViolation('handover.notOpenForSigning')
  await tx
    .updateTable('handover_signer')
    .set({
      state: 'signed',
      decided_at: now,
      signed_mandate_id: signer.mandate,
      signed_account_id: signer.account,
      signed_name: signer.name,
      signed_post: signer.post,
      device: await deviceOf(tx, actor.session),
    })
    .where('handover_id', '=', id)
    .where('side', '=', place.side)
    .execute()
  const remaining = (await handoverSigners(tx, id)).filter(({ state }) => state === 'waiting').length
  await tellHandover(tx, pieces, handover, { name: 'handover.signed', side: place.side })
  if (remaining === 0) await close(tx, handover, pieces)
  const facts = { unit: place.unit_name, revision: signed.revision, sha256: signed.sha256, remaining }
  await record(tx, actor, now, { action: 'handover.signed', subject: handoverSubject(id), facts })
  return remaining
}

/** The second half: the signature goes into the paper; after both sides the record is closed and the office moves on. */
export async function giveHandoverSignature(
  db: Db,
  actor: Actor,
  input: GiveHandoverSignature,
  pieces: GivingPieces,
): Promise<{ remaining: number }> {
  await beginSeat(db, actor, await handoverById(db, input.handover), pieces.now)
  if (!hasSteppedUp(actor, pieces.now)) throw new Forbidden('step-up')
  const signature = Buffer.from(input.signature, 'base64')
  const given = { job: input.job, account: actor.account, signature, now: pieces.now }
  let remaining = 0
  await giveSignature(db, pieces, given, async (tx, signed) => {
    remaining = await markSigned(tx, actor, { id: input.handover, signed }, pieces)
  })
  return { remaining }
}
