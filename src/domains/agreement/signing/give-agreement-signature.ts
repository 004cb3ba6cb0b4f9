import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { giveSignature, type Signed } from '#capabilities/signatures/keeping/signing-jobs.ts'
import type { TimestampClient } from '#capabilities/signatures/timestamp.ts'
import { moveStopForAct } from '#domains/blocs/move-stop.ts'
import { hasSteppedUp, type Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { Forbidden, RuleViolation } from '#platform/errors.ts'
import type { FileStore } from '#platform/files.ts'
import { lockAgreement, signersOf, type AgreementRow } from '../queries.ts'
import { demandPlace } from './signer.ts'
import { demandOpen } from './signing-state.ts'
import { closeSigningTask } from './signing-tasks.ts'

export const giveAgreementSignatureInput = z.object({
  agreement: z.uuid(),
  job: z.uuid(),
  /** The signature over the attributes, base64: raw r‖s of ECDSA P-256 as WebCrypto gives it, or RSA PKCS#1 v1.5. */
  signature: z.base64().min(64).max(2000),
})

export type GiveAgreementSignature = z.output<typeof giveAgreementSignatureInput>

export interface GivingPieces {
  files: FileStore
  timestamp?: TimestampClient | undefined
}

/** The second half: the signature goes into the paper, the unit has signed, and after the last unit all have. */
export async function giveAgreementSignature(
  db: Db,
  actor: Actor,
  input: GiveAgreementSignature,
  { now, ...pieces }: GivingPieces & { now: Date },
): Promise<{ remaining: number }> {
  await demandPlace(db, actor, input.agreement)
  if (!hasSteppedUp(actor, now)) throw new Forbidden('step-up')
  let remaining = 0
  const signature = Buffer.from(input.signature, 'base64')
  await giveSignature(db, pieces, { job: input.job, account: actor.account, signature, now }, async (tx, signed) => {
    const agreement = await lockAgreement(tx, input.agreement)
    await demandOpen(tx, agreement)
    if (agreement.document_id !== signed.document) throw new RuleViolation('agreement.notOpenForSigning')
    remaining = await markSigned(tx, actor, { agreement, signed }, now)
  })
  return { remaining }
}

async function markSigned(
  tx: Tx,
  actor: Actor,
  { agreement, signed }: { agreement: AgreementRow; signed: Signed },
  now: Date,
): Promise<number> {
  const place = await demandPlace(tx, actor, agreement.id)
  if (place.field !== signed.field || place.state !== 'waiting') throw new RuleViolation('agreement.alreadyDecided')
  await tx
    .updateTable('agreement_signer')
    .set({ state: 'signed', decided_at: now })
    .where('agreement_id', '=', agreement.id)
    .where('unit_id', '=', place.unit_id)
    .execute()
  const remaining = (await signersOf(tx, agreement.id)).filter((signer) => signer.state !== 'signed').length
  const isLast = remaining === 0
  await tx
    .updateTable('agreement')
    .set({ state: isLast ? 'signed' : 'signing', signed_at: isLast ? now : null })
    .where('id', '=', agreement.id)
    .execute()
  await closeSigningTask(tx, agreement.id, place.unit_id, now)
  if (isLast)
    await moveStopForAct(tx, { blocYear: agreement.bloc_year_id, stop: 'signing', state: 'done', doneOn: dayOf(now) })
  const facts = { unit: place.unit_name, revision: signed.revision, remaining }
  await record(tx, actor, now, { action: 'agreement.signed', subject: { kind: 'agreement', id: agreement.id }, facts })
  return remaining
}
