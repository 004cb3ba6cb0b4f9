import type { Announce } from '#platform/announcements.ts'
import type { Tx } from '#platform/database/database.ts'
import { found } from '#platform/errors.ts'
import { recoveryById, type RecoveryRow } from './queries.ts'
import type { RecoveryFact } from './recovery.ts'

/** Account first, as in every command. */
export async function lockRecovery(tx: Tx, id: string): Promise<RecoveryRow> {
  const { account_id: account } = found(await recoveryById(tx, id))
  await tx.selectFrom('account').select('id').where('id', '=', account).forUpdate().execute()
  await tx.selectFrom('account_recovery').select('id').where('id', '=', id).forUpdate().execute()
  return found(await recoveryById(tx, id))
}

/** What is told of a recovery. */
export const factOf = (name: RecoveryFact['name'], recovery: RecoveryRow, units: readonly string[]): RecoveryFact => ({
  name,
  recovery: recovery.id,
  account: recovery.account_id,
  person: recovery.person,
  openedBy: recovery.opened_by,
  opener: recovery.opener,
  units,
})

/** Of recoveries that another deed ended: nobody is asked for them any more. */
export async function tellClosed(
  tx: Tx,
  closed: readonly { id: string }[],
  { now, announce }: { now: Date; announce: Announce<RecoveryFact> },
): Promise<void> {
  for (const { id } of closed) {
    await announce(tx, now, factOf('identity.recoveryClosed', found(await recoveryById(tx, id)), []))
  }
}
