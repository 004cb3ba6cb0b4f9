import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { found } from '#platform/errors.ts'

/** Marks one notice as read and answers with where it leads. That one has read something is nobody else's to know: no entry. */
export async function readNotice(db: Db, actor: Actor, notice: string, now: Date): Promise<string> {
  const own = await db
    .selectFrom('notice')
    .select('path')
    .where('id', '=', notice)
    .where('account_id', '=', actor.account)
    .executeTakeFirst()
  await db
    .updateTable('notice')
    .set({ read_at: now })
    .where('id', '=', notice)
    .where('account_id', '=', actor.account)
    .where('read_at', 'is', null)
    .execute()
  return found(own).path
}

/** Marks all of one's own as read. */
export async function readAllNotices(db: Db, actor: Actor, now: Date): Promise<void> {
  await db
    .updateTable('notice')
    .set({ read_at: now })
    .where('account_id', '=', actor.account)
    .where('read_at', 'is', null)
    .execute()
}
