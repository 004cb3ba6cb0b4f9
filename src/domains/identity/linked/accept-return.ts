import type { Db } from '#platform/database/database.ts'
import { RuleViolation } from '#platform/errors.ts'
import { hashToken } from '../sessions/session.ts'
import type { BeginRequest, LinkedEnv } from './begin-request.ts'
import type { Told } from './linked.ts'

interface AcceptReturn {
  /** The query with which the other place sent the browser back. */
  query: URLSearchParams
  /** What this browser held meanwhile. */
  browser: string | undefined
}

/**
 * Uses up the request that the answer names, before the other place is asked: an answer sent twice, one brought by
 * another browser, and one without a request of ours find nothing.
 */
export async function acceptReturn(
  db: Db,
  { query, browser = '' }: AcceptReturn,
  { now, provider, redirectUri }: LinkedEnv,
): Promise<BeginRequest & { told: Told }> {
  const state = query.get('state') ?? ''
  const request = await db
    .deleteFrom('oidc_request')
    .where('state_hash', '=', hashToken(state))
    .returning(['use', 'account_id', 'back', 'nonce', 'browser_hash', 'expires_at'])
    .executeTakeFirst()
  const isGood = request !== undefined && request.expires_at > now && request.browser_hash.equals(hashToken(browser))
  if (!isGood) throw new RuleViolation('linked.requestOver')
  const address = new URL(`?${query.toString()}`, redirectUri)
  const told = await provider.whoReturned(address, { state, nonce: request.nonce, verifier: browser })
  return { use: request.use, account: request.account_id, back: request.back, told }
}
