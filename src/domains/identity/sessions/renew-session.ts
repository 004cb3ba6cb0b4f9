import type { Actor } from '#platform/actor.ts'
import type { Tx } from '#platform/database/database.ts'
import { Forbidden } from '#platform/errors.ts'
import { record } from '#capabilities/audit/record.ts'
import type { SessionProof } from '../second-factor/second-factor.ts'
import { hashToken, newToken } from './session.ts'
import type { StartedSession } from './start-session.ts'

/** The end of every way to confirm: final acts are open for a few minutes, under a new cookie. */
export async function renewSession(tx: Tx, actor: Actor, proof: SessionProof, now: Date): Promise<StartedSession> {
  const token = newToken()
  const renewed = await tx
    .updateTable('session')
    .set({ stepped_up_at: now, token_hash: hashToken(token) })
    .where('id', '=', actor.session)
    .where('ended_at', 'is', null)
    .returning('expires_at')
    .executeTakeFirst()
  if (renewed === undefined) throw new Forbidden('sign-in')
  await record(tx, actor, now, {
    action: 'identity.steppedUp',
    subject: { kind: 'account', id: actor.account },
    facts: { proof },
  })
  return { account: actor.account, token, endsAt: renewed.expires_at }
}
