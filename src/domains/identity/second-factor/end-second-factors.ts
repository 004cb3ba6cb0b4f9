import type { Tx } from '#platform/database/database.ts'
import { hasSecondFactor } from './queries.ts'

const endCodes = (tx: Tx, account: string) => tx.deleteFrom('recovery_code').where('account_id', '=', account).execute()

/** Printed codes stand in for a phone or a key, and go with the last of them; whether that was the last. */
export async function endCodesWithLast(tx: Tx, account: string): Promise<boolean> {
  if (await hasSecondFactor(tx, account)) return false
  await endCodes(tx, account)
  return true
}

interface Ended {
  hadFactor: boolean
  passkeysEnded: number
}

/** The part of a command after which an account has no second factor of any kind. */
export async function endSecondFactors(tx: Tx, account: string): Promise<Ended> {
  await endCodes(tx, account)
  await tx.deleteFrom('passkey_challenge').where('account_id', '=', account).execute()
  const keys = await tx.deleteFrom('passkey').where('account_id', '=', account).executeTakeFirst()
  const phone = await tx.deleteFrom('second_factor').where('account_id', '=', account).executeTakeFirst()
  return { hadFactor: phone.numDeletedRows === 1n, passkeysEnded: Number(keys.numDeletedRows) }
}
