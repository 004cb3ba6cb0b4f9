import type { Tx } from '#platform/database/database.ts'
import { newId } from '#platform/id.ts'
import type { SessionProof } from '../second-factor/second-factor.ts'
import { hashToken, newToken, sessionEnd } from './session.ts'

export interface StartedSession {
  account: string
  /** For the cookie; the database never sees it. */
  token: string
  endsAt: Date
}

interface StartSession {
  account: string
  /** What `deviceOf` makes of the browser. */
  device: string
  proof: SessionProof
}

/** The part of a command that signs somebody in. */
export async function startSession(tx: Tx, { account, device, proof }: StartSession, now: Date) {
  const token = newToken()
  const endsAt = sessionEnd(now)
  await tx
    .insertInto('session')
    .values({
      id: newId(),
      token_hash: hashToken(token),
      account_id: account,
      device,
      proof,
      created_at: now,
      seen_at: now,
      expires_at: endsAt,
    })
    .execute()
  return { account, token, endsAt } satisfies StartedSession
}
