import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runApart } from '#platform/run-apart.ts'
import { mostRows, type RawRow } from './sheet.ts'
import { bounds, refuse, refusalOfBytes, type WorkbookRefusal } from './read-workbook.ts'
import type { WorkbookAnswer, WorkbookJob } from './workbook-child.ts'

const childPath = fileURLToPath(new URL(`./workbook-child${extname(import.meta.url)}`, import.meta.url))

export interface RowsOfSheet {
  name: string
  rows: readonly RawRow[]
}

/** Every row of the sheets that are shown, as it stands: for workbooks that follow no template of ours. */
export async function readRows(
  bytes: Uint8Array,
  columns: number,
): Promise<{ ok: true; sheets: readonly RowsOfSheet[] } | WorkbookRefusal> {
  const refused = refusalOfBytes(bytes)
  if (refused !== undefined) return refused
  const job: WorkbookJob = { bytes, headings: [], mostRows, columns }
  const answer = await runApart<WorkbookAnswer>(childPath, job, bounds)
  if (answer === 'stopped') return refuse('tooSlow')
  if (!answer.ok) return refuse('damaged')
  const sheets = answer.sheets.filter(({ rows }) => rows.length > 0)
  if (sheets.some(({ tooMany }) => tooMany)) return refuse('tooManyRows', { most: mostRows })
  return sheets.length === 0 ? refuse('noRows') : { ok: true, sheets }
}
