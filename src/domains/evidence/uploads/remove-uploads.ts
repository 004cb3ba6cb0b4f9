import type { Db } from '#platform/database/database.ts'
import type { PartStore } from '#platform/parts.ts'
import { patienceMs } from './queries.ts'

/** Bytes first: what is left when the power fails is found by its row the next time. */
export async function removeUpload(db: Db, parts: PartStore, id: string): Promise<void> {
  await parts.remove(id)
  await db.deleteFrom('evidence_upload').where('id', '=', id).execute()
}

/** What nobody went on with for a day. */
export async function removeExpiredUploads(db: Db, parts: PartStore, now: Date): Promise<number> {
  const expired = await db
    .selectFrom('evidence_upload')
    .select('id')
    .where('touched_at', '<=', new Date(now.getTime() - patienceMs))
    .execute()
  for (const { id } of expired) await removeUpload(db, parts, id)
  return expired.length
}
