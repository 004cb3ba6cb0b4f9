import type { Db } from '#platform/database/database.ts'
import { record } from '#capabilities/audit/record.ts'
import { factOf, lockRecovery } from './lock-recovery.ts'
import type { RecoveryEnv } from './open-recovery.ts'
import { recoveryState } from './recovery.ts'

const program = { account: null, name: 'Giao Ước', actingUnit: null }

async function closeOne(db: Db, id: string, { now, announce }: Pick<RecoveryEnv, 'now' | 'announce'>) {
  await db.transaction().execute(async (tx) => {
    const recovery = await lockRecovery(tx, id)
    if (recoveryState(recovery, now) !== 'expired') return
    await tx.updateTable('account_recovery').set({ withdrawn_at: now }).where('id', '=', id).execute()
    await announce(tx, now, factOf('identity.recoveryClosed', recovery, []))
    await record(tx, program, now, {
      action: 'identity.recoveryExpired',
      subject: { kind: 'account', id: recovery.account_id },
      facts: { name: recovery.person },
    })
  })
}

/** Nothing could be done with them since they ran out; now nobody is asked for them any more. */
export async function closeExpiredRecoveries(db: Db, env: Pick<RecoveryEnv, 'now' | 'announce'>): Promise<void> {
  const expired = await db
    .selectFrom('account_recovery')
    .select('id')
    .where('used_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('expires_at', '<=', env.now)
    .execute()
  for (const { id } of expired) await closeOne(db, id, env)
}
