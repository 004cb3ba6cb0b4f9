import { z } from 'zod'
import type { Db } from '#platform/database/database.ts'
import { RuleViolation } from '#platform/errors.ts'
import { record } from '#capabilities/audit/record.ts'
import type { Passwords } from '../password/password.ts'
import type { SignInLimiter } from './sign-in-limiter.ts'
import { startSession, type StartedSession } from './start-session.ts'

export const signInInput = z.object({
  login: z
    .string()
    .transform((text) => text.trim().toLowerCase())
    .pipe(z.string().min(1).max(200)),
  password: z.string().min(1).max(1000),
})

export type SignIn = z.output<typeof signInInput>

export interface SignInEnv {
  now: Date
  passwords: Passwords
  limiter: SignInLimiter
  /** Where the request comes from; held in memory for a quarter of an hour and written nowhere. */
  address: string
  device: string
}

/** Counted before the password is looked at: a hundred tries at the same moment are a hundred tries. */
function takeTry({ limiter, address, now }: SignInEnv, login: string) {
  const minutes = Math.max(limiter.address.take(address, now), limiter.login.take(login, now))
  if (minutes > 0) throw new RuleViolation('identity.tooManyTries', { minutes })
}

/** One sentence for every failure, after the same work: nobody learns which logins exist. */
export async function signIn(db: Db, input: SignIn, env: SignInEnv): Promise<StartedSession> {
  takeTry(env, input.login)
  const account = await db
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.person_id')
    .select(['account.id', 'account.state', 'account.password_hash', 'person.full_name'])
    .where('account.login', '=', input.login)
    .executeTakeFirst()
  const isRight = await env.passwords.verify(account?.password_hash ?? null, input.password)
  if (account === undefined || !isRight || account.state !== 'active') throw new RuleViolation('identity.wrongSignIn')
  env.limiter.login.giveBack(input.login)
  env.limiter.address.giveBack(env.address)

  return db.transaction().execute(async (tx) => {
    const session = await startSession(tx, account.id, env.device, env.now)
    const actor = { account: account.id, name: account.full_name, actingUnit: null }
    await record(tx, actor, env.now, { action: 'identity.signedIn', subject: { kind: 'account', id: account.id } })
    return session
  })
}
