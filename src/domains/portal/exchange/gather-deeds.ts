import { deedById } from '#domains/units/lineage/queries.ts'
import { words as lineageWords } from '#domains/units/lineage/words.ts'
import type { Db } from '#platform/database/database.ts'
import type { Known, Period } from './profile.ts'
import { deedsIn } from './queries.ts'

/** The deeds of reorganisation that took effect in a period and stand. */
export async function gatherDeeds(db: Db, period: Period): Promise<Known<'deeds'>[]> {
  const records: Known<'deeds'>[] = []
  for (const id of await deedsIn(db, period)) {
    const { kind, parties, ...deed } = await deedById(db, id)
    const named = (side: 'before' | 'after') =>
      parties
        .filter((party) => party.side === side)
        .map(({ name, tenant }) => (tenant === null ? name : `${name} (${tenant})`))
        .join('; ')
    records.push({
      kind: lineageWords('vi').kinds[kind],
      document_name: deed.document_name,
      document_number: deed.document_number,
      document_on: deed.document_on,
      document_issuer: deed.document_issuer,
      effective_on: deed.effective_on,
      before: named('before'),
      after: named('after'),
    })
  }
  return records
}
