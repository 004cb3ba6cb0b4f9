import type { Actor } from '#platform/actor.ts'
import type { Db, Tx } from '#platform/database/database.ts'

/** An upload that nobody touched for so long is thrown away. */
export const patienceMs = 24 * 3_600_000

const living = (now: Date) => new Date(now.getTime() - patienceMs)

/** One's own upload, as long as it lives. */
export async function uploadOf(db: Db | Tx, actor: Actor, id: string, now: Date) {
  return db
    .selectFrom('evidence_upload')
    .selectAll()
    .where('id', '=', id)
    .where('account_id', '=', actor.account)
    .where('touched_at', '>', living(now))
    .executeTakeFirst()
}

export async function openUploads(db: Db | Tx, actor: Actor, now: Date): Promise<number> {
  const rows = await db
    .selectFrom('evidence_upload')
    .select('id')
    .where('account_id', '=', actor.account)
    .where('touched_at', '>', living(now))
    .execute()
  return rows.length
}

export async function partsOf(db: Db | Tx, upload: string) {
  return db
    .selectFrom('evidence_upload_part')
    .select(['begins_at', 'length', 'name'])
    .where('upload_id', '=', upload)
    .orderBy('begins_at')
    .execute()
}
