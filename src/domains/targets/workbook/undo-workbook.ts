import { sql } from 'kysely'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { mayReportFor } from '../reporting/access.ts'
import { lockReport } from '../reporting/lock-report.ts'
import { saveEntriesIn } from '../reporting/save-entries.ts'
import { writeValue } from '../value.ts'
import { workbookSubject } from './keep-workbook.ts'
import { cellsOf, lockWorkbook, type CellShown } from './queries.ts'
import { workbookCan } from './workbook.ts'

/** What stood before, under the version that the file wrote: whoever wrote since is not overwritten. */
const givenBack = ({ target, written }: CellShown) =>
  written === null
    ? []
    : [
        {
          target: target.id,
          text: writeValue(written.before.value, target, 'vi'),
          note: written.before.note,
          isMeant: written.before.isMeant,
          version: written.version,
        },
      ]

/** Gives back what stood before a file was entered, where nobody has written since; the file stays in the history. */
export async function undoWorkbook(db: Db, actor: Actor, input: { workbook: string }, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const row = await lockWorkbook(tx, input.workbook)
    const place = { period: row.period_id, unit: row.unit_id }
    demand(mayReportFor(actor, await lockReport(tx, place)))
    if (!workbookCan('undo', row)) throw new RuleViolation('workbook.notEntered')
    const cells = (await cellsOf(tx, row)).flatMap(givenBack)
    const saved = cells.length === 0 ? { cells: [] } : await saveEntriesIn(tx, actor, { ...place, cells }, now)
    const given = saved.cells.flatMap(({ outcome, target }) => (outcome === 'conflict' ? [] : [target]))
    await sql`
      update report_workbook_cell set is_given_back = true
      where workbook_id = ${row.id} and target_id = any(${given}::uuid[])`.execute(tx)
    const undone = { undone_by: actor.account, undone_at: now }
    await tx
      .updateTable('report_workbook')
      .set({ state: 'undone', ...undone })
      .where('id', '=', row.id)
      .execute()
    const facts = { file: row.file_name, cells: given.length, left: (row.applied ?? 0) - given.length }
    await record(tx, actor, now, { action: 'workbook.undone', subject: workbookSubject(row.id), facts })
  })
}
