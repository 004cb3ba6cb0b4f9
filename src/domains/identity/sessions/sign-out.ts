import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { record } from '#capabilities/audit/record.ts'

/** Ends the session one is in. */
export async function signOut(db: Db, actor: Actor, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await tx
      .updateTable('session')
      .set({ ended_at: now })
      .where('id', '=', actor.session)
      .where('ended_at', 'is', null)
      .execute()
    await record(tx, actor, now, {
      action: 'identity.signedOut',
      subject: { kind: 'account', id: actor.account },
    })
  })
}
