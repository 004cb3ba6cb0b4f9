import { createHash, randomBytes } from 'node:crypto'
import type { Db } from '#platform/database/database.ts'
import type { PasskeyUse } from '../../../../db/types.ts'
import { challengeMinutes } from './passkey.ts'

/** What a question is for, and whom it is put to; at the door nobody is known yet. */
export interface Question {
  use: PasskeyUse
  account: string | null
}

export const challengeHash = (challenge: string) => createHash('sha256').update(challenge, 'utf8').digest()

/** A new question for a device, remembered until it is answered or has grown old. */
export async function keepChallenge(db: Db, { use, account }: Question, now: Date): Promise<Uint8Array<ArrayBuffer>> {
  const challenge = new Uint8Array(randomBytes(32))
  const written = Buffer.from(challenge).toString('base64url')
  const expiresAt = new Date(now.getTime() + challengeMinutes * 60_000)
  await db.deleteFrom('passkey_challenge').where('expires_at', '<=', now).execute()
  const row = { challenge_hash: challengeHash(written), use, account_id: account, expires_at: expiresAt }
  await db.insertInto('passkey_challenge').values(row).execute()
  return challenge
}
