import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'

/** The secret address stops working; where there is none, nothing changes. */
export async function endFeed(db: Db, actor: Actor, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const ended = await tx
      .deleteFrom('calendar_feed')
      .where('account_id', '=', actor.account)
      .returning('account_id')
      .executeTakeFirst()
    if (ended === undefined) return
    await record(tx, actor, now, { action: 'calendar.feedEnded', subject: { kind: 'account', id: actor.account } })
  })
}
