import { sql } from 'kysely'
import type { Tx } from '#platform/database/database.ts'
import type { SheetRow } from '../sheets/queries.ts'
import { closeAcceptTask } from './judging-tasks.ts'
import { restartOf } from './queries.ts'

/** What judging stages agreed counts no more once everything runs again; it stays to be read. */
async function setAgreedAside(tx: Tx, now: Date, sheet: string, reason: string) {
  await sql`
    insert into score_entry_before
      (id, sheet_id, kind, name, stage, assessor_unit_id, value, reason, edition, by_account, at, replaced_at)
    select gen_random_uuid(), sheet_id, 'mark', code, stage, assessor_unit_id, to_jsonb(trim_scale(points)::text),
      ${reason}, edition, by_account, at, ${now}::timestamptz
    from score_mark where sheet_id = ${sheet} and stage in ('bloc', 'authority') and points is not null`.execute(tx)
  await tx.deleteFrom('score_mark').where('sheet_id', '=', sheet).where('stage', 'in', ['bloc', 'authority']).execute()
}

/**
 * A step of the return of a sheet, before its audit entry: as the bloc's rules say, assessors take their turns again,
 * each with their own points before them, and what was agreed is agreed anew. Open questions stay open.
 */
export async function beginAgain(tx: Tx, now: Date, sheet: SheetRow, reason: string): Promise<void> {
  await closeAcceptTask(tx, now, sheet.id)
  if ((await restartOf(tx, sheet.round_id)) === 'verifying') return
  await tx
    .updateTable('cross_assignment')
    .set((set) => ({ state: 'scoring', edition: set('edition', '+', 1) }))
    .where('sheet_id', '=', sheet.id)
    .where('state', '=', 'submitted')
    .execute()
  await setAgreedAside(tx, now, sheet.id, reason)
}
