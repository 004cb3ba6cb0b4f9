import type { Db } from '#platform/database/database.ts'

/** What was done to one record, the newest first. */
export async function historyOf(db: Db, subjectId: string) {
  return db
    .selectFrom('audit_entry')
    .select(['number', 'at', 'actor_name', 'action', 'facts'])
    .where('subject_id', '=', subjectId)
    .orderBy('number', 'desc')
    .execute()
}
