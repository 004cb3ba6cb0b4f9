import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { dropOpenTurn } from '#capabilities/signatures/keeping/signing-jobs.ts'
import { hasSteppedUp, type Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, Forbidden, RuleViolation } from '#platform/errors.ts'
import { line } from '#platform/form.ts'
import { mayDraft } from '../access.ts'
import { agreementCan } from '../agreement.ts'
import { lockWithDocument } from '../lock-with-document.ts'
import { closeScans } from '../pen/close-scans.ts'
import { keepSigningDays } from '../deadlines/keep-signing-days.ts'
import { tellHead } from './head-tasks.ts'
import { closeSigningTasks } from '../signing/signing-tasks.ts'

export const unfreezeAgreementInput = z.object({ agreement: z.uuid(), reason: line(500) })

export type UnfreezeAgreement = z.output<typeof unfreezeAgreementInput>

/** Opens a frozen text again, before anyone has signed it. Its paper stays kept, but leads nowhere. */
export async function unfreezeAgreement(db: Db, actor: Actor, input: UnfreezeAgreement, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const agreement = await lockWithDocument(tx, input.agreement)
    demand(mayDraft(actor, agreement))
    if (!hasSteppedUp(actor, now)) throw new Forbidden('step-up')
    if (!agreementCan('unfreeze', agreement)) throw new RuleViolation('agreement.alreadySigned')
    await tx
      .updateTable('agreement')
      .set({
        state: 'drafting',
        canonical_text: null,
        text_sha256: null,
        document_id: null,
        frozen_at: null,
        frozen_by: null,
        expired_at: null,
        changed_at: now,
      })
      .where('id', '=', agreement.id)
      .execute()
    if (agreement.document_id !== null) await dropOpenTurn(tx, agreement.document_id, now)
    await closeScans(tx, { agreement: agreement.id }, now)
    await closeSigningTasks(tx, agreement.id, now)
    await tellHead(tx, 'draft', agreement, now)
    await keepSigningDays(tx, agreement.id, now)
    await tx.deleteFrom('agreement_signer').where('agreement_id', '=', agreement.id).execute()
    const facts = { reason: input.reason, hash: agreement.text_sha256 }
    await record(tx, actor, now, {
      action: 'agreement.unfrozen',
      subject: { kind: 'agreement', id: agreement.id },
      facts,
    })
  })
}
