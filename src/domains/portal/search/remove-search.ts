import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { found } from '#platform/errors.ts'

/** One's own alone: to everyone else it does not exist. */
export async function removeSearch(db: Db, actor: Actor, { id }: { id: string }, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const gone = await tx
      .deleteFrom('saved_search')
      .where('id', '=', id)
      .where('account_id', '=', actor.account)
      .returning('id')
      .executeTakeFirst()
    found(gone)
    const subject = { kind: 'account', id: actor.account }
    await record(tx, actor, now, { action: 'search.removed', subject })
  })
}
