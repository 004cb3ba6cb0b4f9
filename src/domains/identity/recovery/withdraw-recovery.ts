import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { record } from '#capabilities/audit/record.ts'
import { mayWithdrawRecovery } from '../access.ts'
import { factOf, lockRecovery } from './lock-recovery.ts'
import type { RecoveryEnv } from './open-recovery.ts'
import { recoveryState } from './recovery.ts'

export interface WithdrawRecovery {
  id: string
}

/** By whoever may open one, and by the person concerned, who did not ask for it; a printed slip is worth nothing then. */
export async function withdrawRecovery(
  db: Db,
  actor: Actor,
  input: WithdrawRecovery,
  env: Omit<RecoveryEnv, 'origin'>,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const recovery = await lockRecovery(tx, input.id)
    const units = await env.unitsOf(tx, recovery.account_id, env.now)
    demand(mayWithdrawRecovery(actor, recovery.account_id, units))
    if (recovery.used_at !== null || recovery.withdrawn_at !== null) {
      throw new RuleViolation('recovery.over', { state: recoveryState(recovery, env.now) })
    }
    await tx.updateTable('account_recovery').set({ withdrawn_at: env.now }).where('id', '=', recovery.id).execute()
    await env.announce(tx, env.now, factOf('identity.recoveryClosed', recovery, units))
    await record(tx, actor, env.now, {
      action: 'identity.recoveryWithdrawn',
      subject: { kind: 'account', id: recovery.account_id },
      facts: { name: recovery.person },
    })
  })
}
