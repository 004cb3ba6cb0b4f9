import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, found, RuleViolation } from '#platform/errors.ts'
import { record } from '#capabilities/audit/record.ts'
import { mayHandleInvitation } from '../access.ts'
import { accountOf } from '../queries.ts'

export interface WithdrawInvitation {
  account: string
}

/** The code stops working at once; the account stays and may be invited again. */
export async function withdrawInvitation(db: Db, actor: Actor, input: WithdrawInvitation, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const account = found(await accountOf(tx, input.account, now))
    demand(mayHandleInvitation(actor, account))
    const withdrawn = await tx
      .updateTable('invitation')
      .set({ withdrawn_at: now })
      .where('account_id', '=', input.account)
      .where('used_at', 'is', null)
      .where('withdrawn_at', 'is', null)
      .executeTakeFirst()
    if (withdrawn.numUpdatedRows === 0n) throw new RuleViolation('identity.noOpenInvitation', { name: account.name })
    await record(tx, actor, now, {
      action: 'identity.invitationWithdrawn',
      subject: { kind: 'account', id: input.account },
      facts: { name: account.name },
    })
  })
}
