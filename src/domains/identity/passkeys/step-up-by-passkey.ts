import type { z } from 'zod'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { renewSession } from '../sessions/renew-session.ts'
import type { StartedSession } from '../sessions/start-session.ts'
import type { PasskeyEnv } from './begin-assertion.ts'
import { checkAssertion, type answerInput } from './check-assertion.ts'
import { moveCounter } from './move-counter.ts'

export type StepUpByPasskey = z.output<typeof answerInput>

/** A passkey of one's own, opened once more, stands for password and code. */
export async function stepUpByPasskey(
  db: Db,
  actor: Actor,
  input: StepUpByPasskey,
  env: PasskeyEnv,
): Promise<StartedSession> {
  const passkey = await checkAssertion(db, input.response, { use: 'step_up', account: actor.account }, env)
  return db.transaction().execute(async (tx) => {
    await tx.selectFrom('account').select('id').where('id', '=', actor.account).forShare().execute()
    await moveCounter(tx, passkey, env.now)
    return renewSession(tx, actor, 'passkey', env.now)
  })
}
