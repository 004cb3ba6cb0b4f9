import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { hasSteppedUp, type Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, Forbidden } from '#platform/errors.ts'
import { paragraph } from '#platform/form.ts'
import { lockWithDocument } from '../lock-with-document.ts'
import { mayWitness } from './access.ts'
import { closeWitnessTasks } from './close-scans.ts'
import { lockScan, scanById } from './queries.ts'
import { tellBringer } from './scan-tasks.ts'
import { addWitness, demandWaiting, seenBy, witnessOf } from './witness.ts'

export const refuseScanInput = z.object({ scan: z.uuid(), reason: paragraph(2000) })

export type RefuseScan = z.output<typeof refuseScanInput>

/** A witness does not find what the scan should show: it counts no more, and another may be brought. */
export async function refuseScan(db: Db, actor: Actor, input: RefuseScan, now: Date): Promise<void> {
  const before = await scanById(db, input.scan)
  await db.transaction().execute(async (tx) => {
    const agreement = await lockWithDocument(tx, before.agreement_id)
    const scan = await lockScan(tx, input.scan)
    const seen = await seenBy(tx, scan, agreement.bloc_year_id)
    demand(mayWitness(actor, seen))
    if (!hasSteppedUp(actor, now)) throw new Forbidden('step-up')
    const place = await demandWaiting(tx, scan, now)
    const witness = await witnessOf(tx, actor, seen, now)
    await addWitness(tx, actor, { scan: scan.id, witness, reason: input.reason }, now)
    await tx
      .updateTable('pen_scan')
      .set({ state: 'rejected', closed_at: now, reason: input.reason })
      .where('id', '=', scan.id)
      .execute()
    await closeWitnessTasks(tx, scan.id, now)
    await tellBringer(tx, { agreement, scan, unitName: place.unit_name }, now)
    await record(tx, actor, now, {
      action: 'agreement.scanRefused',
      subject: { kind: 'agreement', id: agreement.id },
      facts: { unit: place.unit_name, witness: witness.unitName, reason: input.reason, scan: scan.scan_sha256 },
    })
  })
}
