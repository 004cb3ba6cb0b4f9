import { z } from 'zod'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { Forbidden } from '#platform/errors.ts'
import { record } from '#capabilities/audit/record.ts'
import { checkPassword, type PasswordEnv } from '../password/check-password.ts'
import { hashToken, newToken } from './session.ts'
import type { StartedSession } from './start-session.ts'

export const stepUpInput = z.object({ password: z.string().min(1).max(1000) })

export type StepUp = z.output<typeof stepUpInput>

/** The password once more opens signing and other final acts for a few minutes; the cookie is changed with it. */
export async function stepUp(db: Db, actor: Actor, input: StepUp, env: PasswordEnv): Promise<StartedSession> {
  await checkPassword(db, actor, input.password, env)
  const token = newToken()
  return db.transaction().execute(async (tx) => {
    const session = await tx
      .updateTable('session')
      .set({ stepped_up_at: env.now, token_hash: hashToken(token) })
      .where('id', '=', actor.session)
      .where('ended_at', 'is', null)
      .returning('expires_at')
      .executeTakeFirst()
    if (session === undefined) throw new Forbidden('sign-in')
    await record(tx, actor, env.now, {
      action: 'identity.steppedUp',
      subject: { kind: 'account', id: actor.account },
    })
    return { account: actor.account, token, endsAt: session.expires_at }
  })
}
