import type { OidcUse } from '../../../../db/types.ts'
import type { Db } from '#platform/database/database.ts'
import { hashToken, newToken } from '../sessions/session.ts'
import { requestMinutes } from './linked.ts'
import type { Provider } from './provider.ts'

export interface BeginRequest {
  use: OidcUse
  /** Who shall be linked; at the door nobody is known. */
  account: string | null
  back: string
}

export interface LinkedEnv {
  now: Date
  provider: Provider
  /** Where the other place sends people back to. */
  redirectUri: string
}

/** Sends a browser elsewhere; what it holds meanwhile is needed when it comes back, and no other browser has it. */
export async function beginRequest(db: Db, { use, account, back }: BeginRequest, env: LinkedEnv) {
  const [verifier, state, nonce] = [newToken(), newToken(), newToken()]
  const address = await env.provider.addressFor({ redirectUri: env.redirectUri, state, nonce, verifier })
  const endsAt = new Date(env.now.getTime() + requestMinutes * 60_000)
  await db.deleteFrom('oidc_request').where('expires_at', '<=', env.now).execute()
  const kept = { state_hash: hashToken(state), browser_hash: hashToken(verifier), nonce, expires_at: endsAt }
  await db
    .insertInto('oidc_request')
    .values({ ...kept, use, account_id: account, back })
    .execute()
  return { address, token: verifier, endsAt }
}
