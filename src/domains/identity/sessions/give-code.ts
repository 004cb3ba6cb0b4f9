import { z } from 'zod'
import type { Db } from '#platform/database/database.ts'
import { RuleViolation } from '#platform/errors.ts'
import { acceptCode } from '../second-factor/accept-code.ts'
import { hashToken } from './session.ts'
import { startWhole, type SignInEnv } from './sign-in.ts'

export const giveCodeInput = z.object({ code: z.string().trim().min(1).max(100) })

export type GiveCode = z.output<typeof giveCodeInput> & { half: string }

export type GiveCodeEnv = Pick<SignInEnv, 'now' | 'secretKey' | 'limiter' | 'device' | 'markFor'>

/** The person behind a half-session that still waits for its code. */
export async function findHalfSession(db: Db, half: string, now: Date) {
  return db
    .selectFrom('half_session')
    .innerJoin('account', 'account.id', 'half_session.account_id')
    .innerJoin('person', 'person.id', 'account.person_id')
    .select(['account.id', 'account.login', 'person.full_name', 'half_session.proof'])
    .where('half_session.token_hash', '=', hashToken(half))
    .where('half_session.expires_at', '>', now)
    .where('account.state', '=', 'active')
    .executeTakeFirst()
}

/** The second page of signing in: a code of the phone, or one of the printed list. A half-session ends with it. */
export async function giveCode(db: Db, { half, code }: GiveCode, env: GiveCodeEnv) {
  const account = await findHalfSession(db, half, env.now)
  if (account === undefined) throw new RuleViolation('secondFactor.halfSessionOver')
  const counted = env.markFor(account.id) ?? account.id
  const minutes = env.limiter.code.take(counted, env.now)
  if (minutes > 0) throw new RuleViolation('identity.tooManyTries', { minutes })

  const entered = await db.transaction().execute(async (tx) => {
    const given = await acceptCode(tx, { account: account.id, code }, env)
    const ended = await tx.deleteFrom('half_session').where('token_hash', '=', hashToken(half)).executeTakeFirst()
    if (ended.numDeletedRows !== 1n) throw new RuleViolation('secondFactor.halfSessionOver')
    const proof = account.proof === 'oidc' ? 'oidc_code' : given
    const whole = await startWhole(tx, { account, device: env.device, proof, now: env.now })
    return { ...whole, usedRecovery: given === 'recovery_code' }
  })
  env.limiter.code.giveBack(counted)
  return entered
}
