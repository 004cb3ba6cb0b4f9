import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { yearById } from '#domains/blocs/queries.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { day, paragraph } from '#platform/form.ts'
import { mayDraft } from '../access.ts'
import { agreementCan, isStopped } from '../agreement.ts'
import { keepSigningDays } from '../deadlines/keep-signing-days.ts'
import { closeHeadTask } from '../drafting/head-tasks.ts'
import { lockWithDocument } from '../lock-with-document.ts'
import { signersOf, type AgreementRow } from '../queries.ts'
import { mailSigners } from './mail-signers.ts'
import { tellSigners } from './signing-tasks.ts'
import { words } from './words.ts'

export const extendSigningInput = z.object({ agreement: z.uuid(), signBy: day(), reason: paragraph(2000) })

export type ExtendSigning = z.output<typeof extendSigningInput>

/** Only forward: a deadline that others rely on is never drawn nearer. */
function checkDay(agreement: AgreementRow, signBy: string, today: string) {
  if (signBy < today) throw new RuleViolation('signing.extendedToPast')
  if (agreement.sign_by === null) throw new RuleViolation('signing.noDeadline')
  if (signBy <= agreement.sign_by) throw new RuleViolation('signing.notLater', { day: agreement.sign_by })
}

async function tellAll(tx: Tx, agreement: AgreementRow, { signBy, reason }: ExtendSigning) {
  await mailSigners(tx, {
    agreement: agreement.id,
    key: `agreement-extended-${agreement.id}-${signBy}`,
    write: ({ name, locale }) =>
      words(locale).mails.extended({
        name,
        title: agreement.title,
        day: signBy.split('-').reverse().join('/'),
        reason,
      }),
  })
}

/** Gives a later last day to sign, with its reason, to all; the text and the signatures on it stay as they are. */
export async function extendSigning(db: Db, actor: Actor, input: ExtendSigning, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const agreement = await lockWithDocument(tx, input.agreement)
    demand(mayDraft(actor, agreement))
    if (!agreementCan('sign', agreement)) throw new RuleViolation('agreement.notOpenForSigning')
    if (isStopped(await signersOf(tx, agreement.id))) throw new RuleViolation('signing.wasStopped')
    checkDay(agreement, input.signBy, dayOf(now))
    await tx
      .updateTable('agreement')
      .set({ sign_by: input.signBy, expired_at: null })
      .where('id', '=', agreement.id)
      .execute()
    await closeHeadTask(tx, 'expired', agreement.id, now)
    await tellSigners(tx, agreement.id, await yearById(tx, agreement.bloc_year_id), now)
    await keepSigningDays(tx, agreement.id, now)
    await tellAll(tx, agreement, input)
    await record(tx, actor, now, {
      action: 'agreement.extended',
      subject: { kind: 'agreement', id: agreement.id },
      facts: { from: agreement.sign_by, to: input.signBy, reason: input.reason },
    })
  })
}
