import { record } from '#capabilities/audit/record.ts'
import { readGrid } from '#capabilities/spreadsheets/read-grid.ts'
import { workbookMediaType } from '#capabilities/spreadsheets/write-workbook.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { storeFile, type FileStore } from '#platform/files.ts'
import { newId } from '#platform/id.ts'
import type { Period } from '../periods/period.ts'
import { targetsOf } from '../queries.ts'
import { mayReportFor } from '../reporting/access.ts'
import { demandTakesFigures, lockReport } from '../reporting/lock-report.ts'
import { reporterOf } from '../reporting/queries.ts'
import { reportCan } from '../reporting/report.ts'
import { checkStamp } from './check-stamp.ts'
import { reportHeadings } from './report-sheet.ts'
import { readRows, type ReadRow } from './sent-rows.ts'
import { tidyNote } from './workbook.ts'

export interface KeepWorkbook {
  period: Period
  unit: string
  fileName: string
  bytes: Uint8Array
}

interface Keeping {
  files: FileStore
  now: Date
  tenant: string
  secretKey: string
}

async function keepCells(tx: Tx, workbook: string, changed: readonly ReadRow[]) {
  if (changed.length === 0) return
  const rows = changed.map(({ sent, address, noteAddress, said, note }) => ({
    workbook_id: workbook,
    target_id: sent.target,
    address,
    note_address: noteAddress,
    sent_value: sent.value,
    sent_note: tidyNote(sent.note),
    sent_version: sent.version,
    text: 'text' in said ? said.text : null,
    fault: 'key' in said ? said.key : null,
    fault_values: JSON.stringify('key' in said ? said.values : {}),
    note,
  }))
  await tx.insertInto('report_workbook_cell').values(rows).execute()
}

async function readBytes(input: KeepWorkbook, { tenant, secretKey }: Keeping) {
  const read = await readGrid(reportHeadings, input.bytes)
  if (!read.ok) throw new RuleViolation(`sheet.${read.reason}`, read.values)
  const place = { tenant, blocYear: input.period.bloc_year_id, period: input.period.id, unit: input.unit }
  return { grid: read, stamp: checkStamp(read.stamp, place, secretKey) }
}

/** Reads a report's workbook that came back and keeps what changed in it for the preview; nothing is entered yet. */
export async function keepWorkbook(db: Db, actor: Actor, input: KeepWorkbook, env: Keeping): Promise<string> {
  const { period, unit } = input
  demand(mayReportFor(actor, await reporterOf(db, period, unit)))
  const { grid, stamp } = await readBytes(input, env)
  const targets = await targetsOf(db, period.bloc_year_id)
  const { changed, strays, gone } = readRows(grid, stamp, targets)
  if (changed.length === 0 && strays.length === 0) throw new RuleViolation('workbook.unchanged')
  const id = newId()
  await db.transaction().execute(async (tx) => {
    const held = await lockReport(tx, { period: period.id, unit })
    demand(mayReportFor(actor, held))
    await demandTakesFigures(tx, held, dayOf(env.now))
    if (!reportCan('enter', held.report)) throw new RuleViolation('workbook.notOpen')
    const sha256 = await storeFile(tx, env.files, input.bytes, workbookMediaType)
    const fileName = input.fileName.normalize('NFC').slice(-200) || 'bao-cao.xlsx'
    const file = {
      file_name: fileName,
      file_sha256: sha256,
      made_at: stamp.madeAt,
      strays: JSON.stringify(strays),
      gone,
    }
    const uploaded = { uploaded_by: actor.account, uploaded_at: env.now }
    await tx
      .insertInto('report_workbook')
      .values({ id, period_id: period.id, unit_id: unit, ...file, ...uploaded })
      .execute()
    await keepCells(tx, id, changed)
    const facts = { file: fileName, sha256, cells: changed.length }
    await record(tx, actor, env.now, { action: 'workbook.kept', subject: workbookSubject(id), facts })
  })
  return id
}

export const workbookSubject = (id: string) => ({ kind: 'report_workbook', id })
