import type { Db } from '../../src/platform/database/database.ts'
import { newId } from '../../src/platform/id.ts'
import { morning } from '../cast.ts'

/** A renaming of the unit, with a scan of its decision. */
export async function addDeed(db: Db, unit: string, account: string, document: string): Promise<string> {
  const id = newId()
  const paper = { document_name: 'Quyết định', document_number: '7/QĐ-UBND', document_issuer: 'UBND tỉnh' }
  const row = { id, kind: 'rename', effective_on: '2022-06-01', recorded_by: account, recorded_at: morning } as const
  await db
    .insertInto('deed')
    .values({ ...row, ...paper, document_sha256: document })
    .execute()
  const parties = (['before', 'after'] as const).map((side) => ({ deed_id: id, side, position: 1, unit_id: unit }))
  await db
    .insertInto('deed_party')
    .values(parties.map((party) => ({ ...party, name: 'Hội' })))
    .execute()
  return id
}
