import { closeTask } from '#domains/calendar/open-task.ts'
import type { Tx } from '#platform/database/database.ts'

export const witnessKey = (scan: string, unit: string) => `agreement.witness ${scan} ${unit}`
export const againKey = (agreement: string, unit: string) => `agreement.scanRefused ${agreement} ${unit}`

async function closeTasksLike(tx: Tx, begins: string, now: Date) {
  const rows = await tx.selectFrom('task').select('key').where('key', 'like', `${begins}%`).execute()
  for (const { key } of rows) await closeTask(tx, now, key)
}

/** Nobody has to look at this scan any more. */
export async function closeWitnessTasks(tx: Tx, scan: string, now: Date): Promise<void> {
  await closeTasksLike(tx, witnessKey(scan, ''), now)
}

/** Scans that still wait are set aside: the unit has signed, or the text is no longer to be signed. */
export async function closeScans(tx: Tx, of: { agreement: string; unit?: string }, now: Date): Promise<void> {
  const dropped = await tx
    .updateTable('pen_scan')
    .set({ state: 'dropped', closed_at: now })
    .where('agreement_id', '=', of.agreement)
    .$if(of.unit !== undefined, (query) => query.where('unit_id', '=', of.unit ?? ''))
    .where('state', '=', 'waiting')
    .returning('id')
    .execute()
  for (const { id } of dropped) await closeWitnessTasks(tx, id, now)
  await closeTasksLike(tx, againKey(of.agreement, of.unit ?? ''), now)
}
