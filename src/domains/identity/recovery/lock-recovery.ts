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
