import type { Selectable } from 'kysely'
import type { PenScan, PenWitness } from '../../../../db/types.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { found } from '#platform/errors.ts'

export type ScanRow = Selectable<PenScan>
export type WitnessRow = Selectable<PenWitness>

export async function scanById(db: Db | Tx, id: string): Promise<ScanRow> {
  return found(await db.selectFrom('pen_scan').selectAll().where('id', '=', id).executeTakeFirst())
}

/** Held until the transaction ends: two witnesses cannot both be the second. */
export async function lockScan(tx: Tx, id: string): Promise<ScanRow> {
  return found(await tx.selectFrom('pen_scan').selectAll().where('id', '=', id).forUpdate().executeTakeFirst())
}

/** Every scan that was brought for a text, the newest first. */
export async function scansOf(db: Db | Tx, agreement: string): Promise<ScanRow[]> {
  return db
    .selectFrom('pen_scan')
    .selectAll()
    .where('agreement_id', '=', agreement)
    .orderBy('uploaded_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

/** Who looked at these scans, in the order in which they spoke. */
export async function witnessesOf(db: Db | Tx, scans: readonly string[]): Promise<WitnessRow[]> {
  if (scans.length === 0) return []
  return db
    .selectFrom('pen_witness')
    .selectAll()
    .where('scan_id', 'in', [...scans])
    .orderBy('at')
    .execute()
}

export async function mediaTypeOfFile(db: Db, sha256: string): Promise<string> {
  const row = await db
    .selectFrom('stored_file')
    .select('media_type')
    .where('sha256', '=', sha256)
    .executeTakeFirstOrThrow()
  return row.media_type
}
