import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { mayReportFor } from '../reporting/access.ts'
import { lockReport } from '../reporting/lock-report.ts'
import { workbookSubject } from './keep-workbook.ts'
import { lockWorkbook } from './queries.ts'
import { workbookCan } from './workbook.ts'

/** Sets a file aside that was never entered. */
export async function withdrawWorkbook(db: Db, actor: Actor, input: { workbook: string }, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const row = await lockWorkbook(tx, input.workbook)
    demand(mayReportFor(actor, await lockReport(tx, { period: row.period_id, unit: row.unit_id })))
    if (!workbookCan('withdraw', row)) throw new RuleViolation('workbook.decided')
    const decided = { decided_by: actor.account, decided_at: now }
    await tx
      .updateTable('report_workbook')
      .set({ state: 'withdrawn', ...decided })
      .where('id', '=', row.id)
      .execute()
    const facts = { file: row.file_name }
    await record(tx, actor, now, { action: 'workbook.withdrawn', subject: workbookSubject(row.id), facts })
  })
}
