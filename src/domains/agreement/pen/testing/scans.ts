import { randomBytes } from 'node:crypto'
import { documentById } from '#capabilities/signatures/keeping/documents.ts'
import type { SealPieces } from '#capabilities/signatures/keeping/seals.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { found } from '#platform/errors.ts'
import type { FileStore } from '#platform/files.ts'
import { morning } from '../../../../../test/cast.ts'
import { sealPieces, testRenderer } from '../../../../../test/signing.ts'
import { agreementById, signersOf } from '../../queries.ts'
import { addScan } from '../add-scan.ts'
import { confirmScan } from '../confirm-scan.ts'

const pngBegins = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/** Begins as a picture does, and is like no other. */
export const someScan = () => Uint8Array.from([...pngBegins, ...randomBytes(40)])

export interface PenTest {
  db: Db
  files: FileStore
  agreement: string
  now?: Date
  seal?: Omit<SealPieces, 'tenantName'>
}

/** The unit's own person brings a scan of a paper signed on the day itself. */
export async function bringScan(
  { db, files, agreement, now = morning }: PenTest,
  actor: Actor,
  unit: string,
  other: Partial<{ code: string; signedOn: string; mandate: string; scan: Uint8Array }> = {},
): Promise<string> {
  const row = await agreementById(db, agreement)
  const place = found((await signersOf(db, agreement)).find(({ unit_id }) => unit_id === unit))
  const { code } = await documentById(db, found(row.document_id))
  const { scan = someScan(), ...changed } = other
  const input = { agreement, unit, mandate: place.mandate_id, signedOn: '2023-02-20', code, ...changed }
  return addScan(db, actor, input, { now, files, scan })
}

export const confirmAs = ({ db, files, now = morning, seal = sealPieces }: PenTest, actor: Actor, scan: string) =>
  confirmScan(
    db,
    actor,
    { scan },
    { now, files, renderer: testRenderer(), seal: { ...seal, tenantName: 'Tỉnh Nam Định' } },
  )

/** A unit signs by pen from the scan to the second witness. */
export async function signByPen(test: PenTest, unit: Actor, [one, two]: readonly [Actor, Actor]): Promise<string> {
  const scan = await bringScan(test, unit, unit.actingUnit ?? '')
  await confirmAs(test, one, scan)
  await confirmAs(test, two, scan)
  return scan
}
