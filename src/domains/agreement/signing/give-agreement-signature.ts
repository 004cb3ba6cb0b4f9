import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { giveSignature, type Signed } from '#capabilities/signatures/keeping/signing-jobs.ts'
import type { TimestampClient } from '#capabilities/signatures/cms/timestamp.ts'
import { deviceOf } from '#domains/identity/queries.ts'
import { hasSteppedUp, type Actor } from '#platform/actor.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { Forbidden, RuleViolation } from '#platform/errors.ts'
import type { FileStore } from '#platform/files.ts'
import { agreementById, lockAgreement, type AgreementRow } from '../queries.ts'
import { signPlace } from './sign-place.ts'
import { demandSeat } from './signer.ts'
import { demandOpen } from './signing-state.ts'

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
  await demandSeat(db, actor, await agreementById(db, input.agreement), now)
  if (!hasSteppedUp(actor, now)) throw new Forbidden('step-up')
  let remaining = 0
  const signature = Buffer.from(input.signature, 'base64')
  await giveSignature(db, pieces, { job: input.job, account: actor.account, signature, now }, async (tx, signed) => {
    const agreement = await lockAgreement(tx, input.agreement)
    await demandOpen(tx, agreement, now)
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
  const { place, signer, isSubstitute } = await demandSeat(tx, actor, agreement, now)
  if (place.field !== signed.field || place.state !== 'waiting') throw new RuleViolation('agreement.alreadyDecided')
  const device = await deviceOf(tx, actor.session)
  const remaining = await signPlace(tx, { agreement, place, signer, way: 'key', device }, now)
  const instead = isSubstitute ? { instead: place.signer_name } : {}
  const facts = { unit: place.unit_name, revision: signed.revision, sha256: signed.sha256, remaining, ...instead }
  await record(tx, actor, now, { action: 'agreement.signed', subject: { kind: 'agreement', id: agreement.id }, facts })
  return remaining
}
