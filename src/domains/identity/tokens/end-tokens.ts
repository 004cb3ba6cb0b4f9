import type { Tx } from '#platform/database/database.ts'

/** The part of a command after which no token of an account, or of nobody (null) at all, goes on. */
export async function endTokens(tx: Tx, account: string | null, now: Date): Promise<number> {
  const open = tx.updateTable('access_token').set({ ended_at: now }).where('ended_at', 'is', null)
  const ended = await (account === null ? open : open.where('account_id', '=', account)).executeTakeFirst()
  return Number(ended.numUpdatedRows)
}
