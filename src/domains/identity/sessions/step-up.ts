import { z } from 'zod'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { Forbidden, RuleViolation } from '#platform/errors.ts'
import { record } from '#capabilities/audit/record.ts'
import { checkPassword, type PasswordEnv } from '../password/check-password.ts'
import { acceptCode, type CodeEnv } from '../second-factor/accept-code.ts'
import { secondFactorOf } from '../second-factor/queries.ts'
import type { SessionProof } from '../second-factor/second-factor.ts'
import { hashToken, newToken } from './session.ts'
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
  const hasFactor = (await secondFactorOf(db, actor.account)) !== undefined
  const giveBack = hasFactor ? takeCodeTry(actor, env) : () => {}
  const token = newToken()
  const session = await db.transaction().execute(async (tx) => {
    const typed = { account: actor.account, code: input.code ?? '' }
    const proof: SessionProof = hasFactor ? await acceptCode(tx, typed, env) : 'password'
    const renewed = await tx
      .updateTable('session')
      .set({ stepped_up_at: env.now, token_hash: hashToken(token) })
      .where('id', '=', actor.session)
      .where('ended_at', 'is', null)
      .returning('expires_at')
      .executeTakeFirst()
    if (renewed === undefined) throw new Forbidden('sign-in')
    await record(tx, actor, env.now, {
      action: 'identity.steppedUp',
      subject: { kind: 'account', id: actor.account },
      facts: { proof },
    })
    return { account: actor.account, token, endsAt: renewed.expires_at }
  })
  giveBack()
  return session
}
