import type { Tx } from '#platform/database/database.ts'

/** The part of a command after which nobody signs in to an account from elsewhere. */
export async function endIdentities(tx: Tx, account: string): Promise<number> {
  await tx.deleteFrom('expected_identity').where('account_id', '=', account).execute()
  await tx.deleteFrom('oidc_request').where('account_id', '=', account).execute()
  const ended = await tx.deleteFrom('linked_identity').where('account_id', '=', account).executeTakeFirst()
  return Number(ended.numDeletedRows)
}
