import { hasSteppedUp, type Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, Forbidden, found, RuleViolation } from '#platform/errors.ts'
import { record } from '#capabilities/audit/record.ts'
import { mayCloseAccount } from '../access.ts'
import { accountOf } from '../queries.ts'
import { endSessionsBut } from '../sessions/end-session.ts'
import { withdrawOpen } from './issue-invitation.ts'

export interface CloseAccount {
  account: string
}

/** Someone left: nobody signs in with this account again, and what they did stays theirs. */
export async function closeAccount(db: Db, actor: Actor, input: CloseAccount, now: Date): Promise<void> {
  demand(mayCloseAccount(actor, input.account))
  if (!hasSteppedUp(actor, now)) throw new Forbidden('step-up')
  await db.transaction().execute(async (tx) => {
    await tx.selectFrom('account').select('id').where('id', '=', input.account).forUpdate().execute()
    const account = found(await accountOf(tx, input.account, now))
    if (account.state === 'closed') throw new RuleViolation('identity.accountClosed', { name: account.name })
    if (account.tenantRoles.length > 0) throw new RuleViolation('identity.endRolesFirst', { name: account.name })

    await tx.updateTable('account').set({ state: 'closed' }).where('id', '=', account.id).execute()
    await withdrawOpen(tx, [account.id], now)
    const count = await endSessionsBut(tx, account.id, null, now)
    await record(tx, actor, now, {
      action: 'identity.accountClosed',
      subject: { kind: 'account', id: account.id },
      facts: { name: account.name, sessionsEnded: count },
    })
  })
}
