import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { dropOpenTurn } from '#capabilities/signatures/keeping/signing-jobs.ts'
import { hasSteppedUp, type Actor } from '#platform/actor.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { Forbidden, found, RuleViolation } from '#platform/errors.ts'
import { paragraph } from '#platform/form.ts'
import { tellHead } from '../drafting/head-tasks.ts'
import { lockWithDocument } from '../lock-with-document.ts'
import { closeScans } from '../pen/close-scans.ts'
import { signersOf, type AgreementRow, type SignerRow } from '../queries.ts'
import { mailSigners } from './mail-signers.ts'
import { closeSigningTasks } from './signing-tasks.ts'
import { demandOpen } from './signing-state.ts'
import { words } from './words.ts'

export const withdrawSignatureInput = z.object({ agreement: z.uuid(), reason: paragraph(2000) })

export type WithdrawSignature = z.output<typeof withdrawSignatureInput>

/** The place that this person has signed, by key or by pen. */
export async function ownSignature(db: Db | Tx, actor: Actor, agreement: string): Promise<SignerRow | undefined> {
  const places = await signersOf(db, agreement)
  return places.find((place) => place.signed_account_id === actor.account && place.state === 'signed')
}

async function tellAll(tx: Tx, agreement: AgreementRow, place: SignerRow, reason: string) {
  await mailSigners(tx, {
    agreement: agreement.id,
    key: `agreement-withdrawn-${agreement.id}-${place.unit_id}`,
    write: ({ name, locale }) =>
      words(locale).mails.withdrawn({ name, title: agreement.title, unit: place.unit_name, reason }),
  })
}

/**
 * Takes the own signature back while others have not signed. Bytes cannot be unsigned: the signature stays in the paper,
 * is shown as taken back, and nobody signs this text any more. After the last signature nothing is taken back.
 */
export async function withdrawSignature(db: Db, actor: Actor, input: WithdrawSignature, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const agreement = await lockWithDocument(tx, input.agreement)
    const place = await ownSignature(tx, actor, agreement.id)
    if (place === undefined) throw new Forbidden()
    if (!hasSteppedUp(actor, now)) throw new Forbidden('step-up')
    if (agreement.state === 'signed') throw new RuleViolation('signing.signedByAll')
    await demandOpen(tx, agreement, now)
    await tx
      .updateTable('agreement_signer')
      .set({ state: 'withdrawn', withdrawn_at: now, withdrawal_reason: input.reason })
      .where('agreement_id', '=', agreement.id)
      .where('unit_id', '=', place.unit_id)
      .execute()
    await dropOpenTurn(tx, found(agreement.document_id), now)
    await closeScans(tx, { agreement: agreement.id }, now)
    await closeSigningTasks(tx, agreement.id, now)
    await tellHead(tx, 'withdrawn', agreement, now)
    await tellAll(tx, agreement, place, input.reason)
    await record(tx, actor, now, {
      action: 'agreement.withdrawn',
      subject: { kind: 'agreement', id: agreement.id },
      facts: { unit: place.unit_name, reason: input.reason },
    })
  })
}
