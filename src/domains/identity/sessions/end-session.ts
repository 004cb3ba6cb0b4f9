import type { Actor } from '#platform/actor.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { NotFound } from '#platform/errors.ts'
import { record } from '#capabilities/audit/record.ts'

export interface EndSession {
  session: string
}

const openSessions = (tx: Tx, account: string, now: Date) =>
  tx.updateTable('session').set({ ended_at: now }).where('account_id', '=', account).where('ended_at', 'is', null)

/** The part of a command after which only one session of an account goes on, or none; answers how many ended. */
export async function endSessionsBut(tx: Tx, account: string, kept: string | null, now: Date): Promise<number> {
  const others = openSessions(tx, account, now)
  const ended = await (kept === null ? others : others.where('id', '<>', kept)).executeTakeFirst()
  return Number(ended.numUpdatedRows)
}

/** Ends one of one's own sessions; somebody else's is not there. */
export async function endSession(db: Db, actor: Actor, input: EndSession, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const ended = await openSessions(tx, actor.account, now).where('id', '=', input.session).executeTakeFirst()
    if (ended.numUpdatedRows === 0n) throw new NotFound()
    await record(tx, actor, now, {
      action: 'identity.sessionEnded',
      subject: { kind: 'account', id: actor.account },
    })
  })
}

/** Ends all one's own sessions but the present one. */
export async function endOtherSessions(db: Db, actor: Actor, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const count = await endSessionsBut(tx, actor.account, actor.session, now)
    await record(tx, actor, now, {
      action: 'identity.otherSessionsEnded',
      subject: { kind: 'account', id: actor.account },
      facts: { count },
    })
  })
}
