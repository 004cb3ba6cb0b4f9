import type { Db } from '#platform/database/database.ts'
import { RuleViolation } from '#platform/errors.ts'
import { challengeHash, type Question } from './keep-challenge.ts'

/**
 * Uses up the question that an answer names, before the answer is looked at: of the same answer sent twice, and of one
 * overheard, the second finds nothing to answer.
 */
export async function acceptChallenge(db: Db, challenge: string, asked: Question, now: Date): Promise<void> {
  const row = await db
    .deleteFrom('passkey_challenge')
    .where('challenge_hash', '=', challengeHash(challenge))
    .returning(['use', 'account_id', 'expires_at'])
    .executeTakeFirst()
  const isGood = row !== undefined && row.expires_at > now && row.use === asked.use && row.account_id === asked.account
  if (!isGood) throw new RuleViolation('passkeys.challengeOver')
}
