import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import { putEntries } from '../keep-index.ts'
import type { SearchDocument } from '../search-entry.ts'

/** Puts entries of a source of its own beside all others, which other tests made. */
export async function fillSourceOf(db: Db, source: string, documents: readonly SearchDocument[]): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`delete from search_entry where source = ${source}`.execute(tx)
    await putEntries(tx, source, documents)
  })
}
