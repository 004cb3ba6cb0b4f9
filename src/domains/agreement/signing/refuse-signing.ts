import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { dropOpenTurn } from '#capabilities/signatures/keeping/signing-jobs.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { found, RuleViolation } from '#platform/errors.ts'
import { paragraph } from '#platform/form.ts'
import { tellHead } from '../drafting/head-tasks.ts'
import { lockWithDocument } from '../lock-with-document.ts'
import { closeScans } from '../pen/close-scans.ts'
import { type AgreementRow, type SignerRow } from '../queries.ts'
import { words } from '../words.ts'
import { mailSigners } from './mail-signers.ts'
import { demandSeat } from './signer.ts'
import { demandOpen } from './signing-state.ts'
import { closeSigningTasks } from './signing-tasks.ts'

export const refuseSigningInput = z.object({ agreement: z.uuid(), reason: paragraph(2000) })

export type RefuseSigning = z.output<typeof refuseSigningInput>

async function tellAll(tx: Tx, agreement: AgreementRow, place: SignerRow, reason: string) {
  await mailSigners(tx, {
    agreement: agreement.id,
    key: `agreement-refused-${agreement.id}-${place.unit_id}`,
    write: ({ name, locale }) =>
      words(locale).mails.refused({ name, title: agreement.title, unit: place.unit_name, reason }),
  })
}

/** A unit does not sign this text, and says why to all. Signing ends; the head follows it with a new version. */
export async function refuseSigning(db: Db, actor: Actor, input: RefuseSigning, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const agreement = await lockWithDocument(tx, input.agreement)
    const { place } = await demandSeat(tx, actor, agreement, now)
    await demandOpen(tx, agreement, now)
    if (place.state !== 'waiting') throw new RuleViolation('agreement.alreadyDecided')
    await tx
      .updateTable('agreement_signer')
      .set({ state: 'refused', decided_at: now, refusal_reason: input.reason })
      .where('agreement_id', '=', agreement.id)
      .where('unit_id', '=', place.unit_id)
      .execute()
    await dropOpenTurn(tx, found(agreement.document_id), now)
    await closeScans(tx, { agreement: agreement.id }, now)
    await closeSigningTasks(tx, agreement.id, now)
    await tellHead(tx, 'refused', agreement, now)
    await tellAll(tx, agreement, place, input.reason)
    const facts = { unit: place.unit_name, reason: input.reason }
    await record(tx, actor, now, {
      action: 'agreement.refused',
      subject: { kind: 'agreement', id: agreement.id },
      facts,
    })
  })
}
