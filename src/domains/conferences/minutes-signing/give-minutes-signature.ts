import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { giveSignature, type Signed, type SigningPieces } from '#capabilities/signatures/keeping/signing-jobs.ts'
import { deviceOf } from '#domains/identity/queries.ts'
import { hasSteppedUp, type Actor } from '#platform/actor.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { Forbidden, RuleViolation } from '#platform/errors.ts'
import { lockMinutes, minutesSubject } from '../minutes/lock-minutes.ts'
import { closeSigning } from '../minutes/minutes-tasks.ts'
import { minutesById, signersOfMinutes } from '../minutes/queries.ts'
import { beginSeat } from './begin-minutes-signature.ts'

export const giveMinutesSignatureInput = z.object({
  minutes: z.uuid(),
  job: z.uuid(),
  /** The signature over the attributes, base64. */
  signature: z.base64().min(64).max(2000),
})
export type GiveMinutesSignature = z.output<typeof giveMinutesSignatureInput>

interface GivingPieces extends SigningPieces {
  now: Date
}

async function markSigned(tx: Tx, actor: Actor, { id, signed }: { id: string; signed: Signed }, now: Date) {
  const { minutes } = await lockMinutes(tx, id)
  const place = await beginSeat(tx, actor, minutes, now)
  if (minutes.document_id !== signed.document || place.field !== signed.field)
    throw new RuleViolation('minutes.not_sign')
  await tx
    .updateTable('minutes_signer')
    .set({ state: 'signed', decided_at: now, device: await deviceOf(tx, actor.session) })
    .where('minutes_id', '=', id)
    .where('role', '=', place.role)
    .execute()
  await closeSigning(tx, now, id, place)
  const remaining = (await signersOfMinutes(tx, id)).filter(({ state }) => state === 'waiting').length
  if (remaining === 0)
    await tx.updateTable('minutes').set({ state: 'closed', closed_at: now }).where('id', '=', id).execute()
  const facts = { unit: place.unit_name, revision: signed.revision, sha256: signed.sha256, remaining }
  await record(tx, actor, now, { action: 'minutes.signed', subject: minutesSubject(id), facts })
  return remaining
}

/** The second half: the signature goes into the paper; with those of both the minutes are done. */
export async function giveMinutesSignature(
  db: Db,
  actor: Actor,
  input: GiveMinutesSignature,
  { now, ...pieces }: GivingPieces,
): Promise<{ remaining: number }> {
  await beginSeat(db, actor, await minutesById(db, input.minutes), now)
  if (!hasSteppedUp(actor, now)) throw new Forbidden('step-up')
  const signature = Buffer.from(input.signature, 'base64')
  const given = { job: input.job, account: actor.account, signature, now }
  let remaining = 0
  await giveSignature(db, pieces, given, async (tx, signed) => {
    remaining = await markSigned(tx, actor, { id: input.minutes, signed }, now)
  })
  return { remaining }
}
