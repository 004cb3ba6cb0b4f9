import type { Actor } from '#platform/actor.ts'
import { record } from '#capabilities/audit/record.ts'
import type { Db } from '#platform/database/database.ts'
import { found } from '#platform/errors.ts'

export interface RemoveIdentity {
  id: string
}

/** Who comes from there is nobody here from now on; sessions that began by it end. Somebody else's is not there. */
export async function removeIdentity(db: Db, actor: Actor, { id }: RemoveIdentity, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const removed = await tx
      .deleteFrom('linked_identity')
      .where('id', '=', id)
      .where('account_id', '=', actor.account)
      .returning(['label', 'issuer'])
      .executeTakeFirst()
    const { label, issuer } = found(removed)
    const ended = await tx
      .updateTable('session')
      .set({ ended_at: now })
      .where('account_id', '=', actor.account)
      .where('proof', 'in', ['oidc', 'oidc_code', 'oidc_strong'])
      .where('ended_at', 'is', null)
      .where('id', '<>', actor.session)
      .executeTakeFirst()
    await record(tx, actor, now, {
      action: 'identity.identityUnlinked',
      subject: { kind: 'account', id: actor.account },
      facts: { name: label, issuer, sessionsEnded: Number(ended.numUpdatedRows) },
    })
  })
}
