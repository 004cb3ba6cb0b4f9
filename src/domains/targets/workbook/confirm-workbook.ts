import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, found, RuleViolation } from '#platform/errors.ts'
import { mayReportFor } from '../reporting/access.ts'
import type { CellAnswer } from '../reporting/cell.ts'
import { lockReport } from '../reporting/lock-report.ts'
import { saveEntriesIn } from '../reporting/save-entries.ts'
import { writeValue } from '../value.ts'
import { workbookSubject } from './keep-workbook.ts'
import { cellsOf, figuresToWrite, lockWorkbook, seenOf, type CellShown } from './queries.ts'
import { choices, workbookCan, type Choice } from './workbook.ts'

const choice = z.enum(choices).optional().catch(undefined)

/** Fields are named 'c-' and the target; `seen` is what the preview showed. */
export const confirmWorkbookInput = z
  .object({ seen: z.string().default('') })
  .catchall(choice)
  .transform(({ seen, ...fields }) => ({
    seen,
    chosen: new Map(
      Object.entries(fields).flatMap(([name, picked]): [string, Choice][] =>
        name.startsWith('c-') && picked !== undefined ? [[name.slice(2), picked]] : [],
      ),
    ),
  }))
export type ConfirmWorkbook = z.output<typeof confirmWorkbookInput> & { workbook: string }

const isWritten = (answer: CellAnswer): answer is Extract<CellAnswer, { version: number }> =>
  answer.outcome === 'applied' || answer.outcome === 'doubt'

async function noteWritten(tx: Tx, workbook: string, { target, now }: CellShown, version: number) {
  const before = { before_value: now.value, before_note: now.note, before_meant: now.isMeant }
  await tx
    .updateTable('report_workbook_cell')
    .set({ ...before, written_version: version })
    .where('workbook_id', '=', workbook)
    .where('target_id', '=', target.id)
    .execute()
}

/** What is to be written, as things are now; refused when that is not what was on screen. */
function writingOf(cells: readonly CellShown[], { seen, chosen }: ConfirmWorkbook) {
  const waiting = cells.filter(({ judged, target }) => judged.outcome === 'conflict' && !chosen.has(target.id))
  if (waiting.length > 0) throw new RuleViolation('workbook.choicesLeft', { count: waiting.length })
  if (seenOf(cells) !== seen) throw new RuleViolation('workbook.changedSince')
  return figuresToWrite(cells, chosen)
}

const typedOf = ({ cell, figure }: ReturnType<typeof figuresToWrite>[number]) => ({
  target: cell.target.id,
  text: writeValue(figure.value, cell.target, 'vi'),
  note: figure.note,
  isMeant: false,
  version: cell.now.version,
})

/** Enters what a workbook changed, all of it or nothing, through the saving that the grid uses. */
export async function confirmWorkbook(db: Db, actor: Actor, input: ConfirmWorkbook, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const row = await lockWorkbook(tx, input.workbook)
    const place = { period: row.period_id, unit: row.unit_id }
    demand(mayReportFor(actor, await lockReport(tx, place)))
    if (!workbookCan('confirm', row)) throw new RuleViolation('workbook.decided')
    const writing = writingOf(await cellsOf(tx, row), input)
    const cells = writing.map(typedOf)
    const saved = cells.length === 0 ? null : await saveEntriesIn(tx, actor, { ...place, cells }, now)
    const written = saved?.cells.filter(isWritten) ?? []
    const before = new Map(writing.map(({ cell }) => [cell.target.id, cell]))
    for (const { target, version } of written) await noteWritten(tx, row.id, found(before.get(target)), version)
    const decided = { decided_by: actor.account, decided_at: now, applied: written.length }
    await tx
      .updateTable('report_workbook')
      .set({ state: 'applied', ...decided })
      .where('id', '=', row.id)
      .execute()
    const facts = { file: row.file_name, cells: written.length, sha256: row.file_sha256 }
    await record(tx, actor, now, { action: 'workbook.entered', subject: workbookSubject(row.id), facts })
  })
}
