import type { Tx } from '#platform/database/database.ts'
import { newCode, newId } from '#platform/id.ts'
import { hashCode } from '../people/invitation.ts'
import { recoveryCodeCount, recoveryCodeLength } from './second-factor.ts'

/** Ten new codes, shown once; all earlier ones stop working. Part of another command. */
export async function issueRecoveryCodes(tx: Tx, account: string, now: Date): Promise<string[]> {
  await tx.deleteFrom('recovery_code').where('account_id', '=', account).execute()
  const codes = Array.from({ length: recoveryCodeCount }, () => newCode(recoveryCodeLength))
  const rows = codes.map((code) => ({ id: newId(), account_id: account, code_hash: hashCode(code), made_at: now }))
  await tx.insertInto('recovery_code').values(rows).execute()
  return codes
}
