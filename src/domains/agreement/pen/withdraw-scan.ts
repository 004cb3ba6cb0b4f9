import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { paragraph } from '#platform/form.ts'
import { lockWithDocument } from '../lock-with-document.ts'
import { signersOf } from '../queries.ts'
import { mayBringScan } from './access.ts'
import { closeWitnessTasks } from './close-scans.ts'
import { lockScan, scanById } from './queries.ts'

export const withdrawScanInput = z.object({ scan: z.uuid(), reason: paragraph(1000) })

export type WithdrawScan = z.output<typeof withdrawScanInput>

/** Takes back a scan that was brought by mistake, before the second witness has confirmed it. */
export async function withdrawScan(db: Db, actor: Actor, input: WithdrawScan, now: Date): Promise<void> {
  const before = await scanById(db, input.scan)
  await db.transaction().execute(async (tx) => {
    const agreement = await lockWithDocument(tx, before.agreement_id)
    const scan = await lockScan(tx, input.scan)
    demand(mayBringScan(actor, agreement, scan.unit_id))
    if (scan.state !== 'waiting') throw new RuleViolation('pen.notWaiting')
    await tx
      .updateTable('pen_scan')
      .set({ state: 'withdrawn', closed_at: now, reason: input.reason })
      .where('id', '=', scan.id)
      .execute()
    await closeWitnessTasks(tx, scan.id, now)
    const unit = (await signersOf(tx, agreement.id)).find(({ unit_id }) => unit_id === scan.unit_id)?.unit_name ?? ''
    await record(tx, actor, now, {
      action: 'agreement.scanWithdrawn',
      subject: { kind: 'agreement', id: agreement.id },
      facts: { unit, reason: input.reason, scan: scan.scan_sha256 },
    })
  })
}
