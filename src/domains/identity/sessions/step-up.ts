import { z } from 'zod'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { RuleViolation } from '#platform/errors.ts'
import { checkPassword, type PasswordEnv } from '../password/check-password.ts'
import { acceptCode, type CodeEnv } from '../second-factor/accept-code.ts'
import { hasSecondFactor } from '../second-factor/queries.ts'
import type { SessionProof } from '../second-factor/second-factor.ts'
import { renewSession } from './renew-session.ts'
import type { StartedSession } from './start-session.ts'

export const stepUpInput = z.object({
  password: z.string().min(1).max(1000),
  /** Asked of whoever has a second factor. */
  code: z.string().trim().max(100).default(''),
})

export type StepUp = z.input<typeof stepUpInput>

export type StepUpEnv = PasswordEnv & CodeEnv

function takeCodeTry(actor: Actor, { limiter, now }: StepUpEnv): () => void {
  const counted = actor.session ?? actor.account
  const minutes = limiter.code.take(counted, now)
  if (minutes > 0) throw new RuleViolation('identity.tooManyTries', { minutes })
  return () => limiter.code.giveBack(counted)
}

/**
 * The password once more, and the code where there is a second factor, opens signing and other final acts for a few
 * minutes; the cookie is changed with it.
 */
export async function stepUp(db: Db, actor: Actor, input: StepUp, env: StepUpEnv): Promise<StartedSession> {
  await checkPassword(db, actor, input.password, env)
  const hasFactor = await hasSecondFactor(db, actor.account)
  const giveBack = hasFactor ? takeCodeTry(actor, env) : () => {}
  const session = await db.transaction().execute(async (tx) => {
    const typed = { account: actor.account, code: input.code ?? '' }
    const proof: SessionProof = hasFactor ? await acceptCode(tx, typed, env) : 'password'
    return renewSession(tx, actor, proof, env.now)
  })
  giveBack()
  return session
}
