import type { z } from 'zod'
import type { Db } from '#platform/database/database.ts'
import { startWhole } from '../sessions/sign-in.ts'
import type { PasskeyEnv } from './begin-assertion.ts'
import { checkAssertion, notAccepted, type answerInput } from './check-assertion.ts'
import { moveCounter } from './move-counter.ts'

export type SignInByPasskey = z.output<typeof answerInput>

/** Nobody types a name: the device knows whose key it is, and opening it was both factors. */
export async function signInByPasskey(db: Db, input: SignInByPasskey, env: PasskeyEnv & { device: string }) {
  const passkey = await checkAssertion(db, input.response, { use: 'sign_in', account: null }, env)
  return db.transaction().execute(async (tx) => {
    const account = await tx
      .selectFrom('account')
      .innerJoin('person', 'person.id', 'account.person_id')
      .select(['account.id', 'account.state', 'person.full_name'])
      .where('account.id', '=', passkey.account)
      .forShare('account')
      .executeTakeFirst()
    if (account?.state !== 'active') throw notAccepted()
    await moveCounter(tx, passkey, env.now)
    return startWhole(tx, { account, device: env.device, proof: 'passkey', now: env.now })
  })
}
