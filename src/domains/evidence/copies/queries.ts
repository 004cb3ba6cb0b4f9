import type { Db, Tx } from '#platform/database/database.ts'
import { found } from '#platform/errors.ts'

const copies = (db: Db | Tx) => db.selectFrom('evidence_copy').selectAll('evidence_copy')

/** The latest copy of a piece, whatever became of it. */
export async function latestCopy(db: Db, evidence: string) {
  return copies(db)
    .where('evidence_id', '=', evidence)
    .orderBy('asked_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
}

export async function lockCopy(tx: Tx, id: string) {
  return found(await copies(tx).where('id', '=', id).forUpdate().executeTakeFirst())
}

/** What anybody may see: published, of a piece that was not withdrawn. */
export async function publishedCopy(db: Db, id: string) {
  return copies(db)
    .innerJoin('evidence', 'evidence.id', 'evidence_copy.evidence_id')
    .where('evidence_copy.id', '=', id)
    .where('evidence_copy.state', '=', 'published')
    .where('evidence.withdrawn_at', 'is', null)
    .executeTakeFirst()
}

export type CopyRow = NonNullable<Awaited<ReturnType<typeof latestCopy>>>
