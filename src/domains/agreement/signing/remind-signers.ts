import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { mayDraft } from '../access.ts'
import { lockAgreement } from '../queries.ts'
import { words } from '../words.ts'
import { mailSigners } from './mail-signers.ts'
import { demandOpen } from './signing-state.ts'

export const remindSignersInput = z.object({ agreement: z.uuid() })

export type RemindSigners = z.output<typeof remindSignersInput>

/** Writes once a day at most to each unit that has not signed; answers with how many were written to. */
export async function remindSigners(
  db: Db,
  actor: Actor,
  input: RemindSigners,
  { now, signingUrl }: { now: Date; signingUrl: string },
): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const agreement = await lockAgreement(tx, input.agreement)
    demand(mayDraft(actor, agreement))
    const today = dayOf(now)
    const waiting = (await demandOpen(tx, agreement, now)).filter(
      (signer) => signer.state === 'waiting' && (signer.reminded_at === null || dayOf(signer.reminded_at) !== today),
    )
    if (waiting.length === 0) throw new RuleViolation('agreement.remindedToday')
    const units = waiting.map((signer) => signer.unit_id)
    await tx
      .updateTable('agreement_signer')
      .set({ reminded_at: now })
      .where('agreement_id', '=', agreement.id)
      .where('unit_id', 'in', units)
      .execute()
    await mailSigners(tx, {
      agreement: agreement.id,
      key: `agreement-reminder-${agreement.id}-${today}`,
      by: actor.account,
      units,
      write: ({ name, unit, locale }) =>
        words(locale).mails.reminder({ name, unit, title: agreement.title, url: signingUrl }),
    })
    const facts = { units: waiting.map((signer) => signer.unit_name) }
    await record(tx, actor, now, {
      action: 'agreement.reminded',
      subject: { kind: 'agreement', id: agreement.id },
      facts,
    })
    return units.length
  })
}
