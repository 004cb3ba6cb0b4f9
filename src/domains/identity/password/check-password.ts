import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { RuleViolation } from '#platform/errors.ts'
import type { Passwords } from './password.ts'
import type { SignInLimiter } from '../sessions/sign-in-limiter.ts'

export interface PasswordEnv {
  now: Date
  passwords: Passwords
  limiter: SignInLimiter
}

/** Asks a signed-in person for the password once more, with as few tries as at the door; answers with its hash. */
export async function checkPassword(db: Db, actor: Actor, password: string, env: PasswordEnv): Promise<string> {
  const minutes = env.limiter.login.take(actor.account, env.now)
  if (minutes > 0) throw new RuleViolation('identity.tooManyTries', { minutes })
  const account = await db
    .selectFrom('account')
    .select('password_hash')
    .where('id', '=', actor.account)
    .where('state', '=', 'active')
    .executeTakeFirst()
  const hash = account?.password_hash ?? null
  const isRight = await env.passwords.verify(hash, password)
  if (hash === null || !isRight) throw new RuleViolation('identity.wrongPassword')
  env.limiter.login.giveBack(actor.account)
  return hash
}
