import type exceljs from 'exceljs'
import { compareHeadings } from './headings.ts'
import { openSheets, type OpenSheet } from './open-sheets.ts'
import type { SheetMarks } from './scan-sheets.ts'
import { plainCell } from './plain-cell.ts'
import { stampSheet, type RawCell, type RawRow } from './sheet.ts'

export interface WorkbookJob {
  readonly bytes: Uint8Array
  readonly headings: readonly (readonly string[])[]
  readonly mostRows: number
  /** So many columns of every row, whatever stands in the first: the sheet follows no template. */
  readonly columns?: number
}

interface SheetFound {
  name: string
  missing: number[]
  unknown: string[]
  rows: RawRow[]
  tooMany: boolean
}

export type WorkbookAnswer =
  | { readonly ok: true; readonly sheets: readonly SheetFound[]; readonly stamp: readonly string[] }
  | { readonly ok: false }

/** A column more than this is nobody's list. */
const mostColumns = 60

function cellsOf(row: exceljs.Row, columns: number): RawCell[] {
  return Array.from({ length: columns }, (_none, index) => plainCell(row.getCell(index + 1).value))
}

const textOf = (cell: RawCell) => (typeof cell === 'string' ? cell : '')
const isEmpty = (cell: RawCell) => cell === null || (typeof cell === 'string' && cell.trim() === '')

/** A cell that lies under a merged one is empty for a reason that its reader must be told. */
function withMerges(row: RawRow, marks: SheetMarks | undefined): RawRow {
  const covered = marks?.covered.get(row.number)
  if (covered === undefined) return row
  const cells = row.cells.map((cell, index): RawCell => (covered.has(index) && isEmpty(cell) ? { merged: true } : cell))
  return { ...row, cells }
}

async function readSheet({ name, rows, marks }: OpenSheet, job: WorkbookJob): Promise<SheetFound> {
  const width = job.columns ?? job.headings.length
  const rawOf = (row: exceljs.Row): RawRow => {
    const hidden = marks?.hidden.has(row.number) ?? false
    return { number: row.number, cells: cellsOf(row, width), hidden }
  }
  const found: SheetFound = {
    name,
    missing: job.headings.map((_names, index) => index),
    unknown: [],
    rows: [],
    tooMany: false,
  }
  for await (const row of rows) {
    if (row.number === 1 && job.columns === undefined) {
      const headings = cellsOf(row, Math.min(row.cellCount, mostColumns)).map(textOf)
      Object.assign(found, compareHeadings(job.headings, headings))
    } else if (found.missing.length === 0) {
      const raw = rawOf(row)
      if (raw.cells.every(isEmpty)) continue
      if (found.rows.length === job.mostRows) return { ...found, tooMany: true }
      found.rows.push(withMerges(raw, marks))
    }
  }
  return found
}

async function readStamp({ rows }: OpenSheet): Promise<string[]> {
  const stamp: string[] = []
  for await (const row of rows) if (row.number <= 2) stamp.push(textOf(plainCell(row.getCell(1).value)))
  return stamp
}

async function readWorkbook(job: WorkbookJob): Promise<WorkbookAnswer> {
  const sheets: SheetFound[] = []
  let stamp: string[] = []
  for await (const sheet of openSheets(job.bytes)) {
    if (sheet.name === stampSheet) stamp = await readStamp(sheet)
    else if (!sheet.isHidden) sheets.push(await readSheet(sheet, job))
  }
  return { ok: true, sheets, stamp }
}

process.once('message', (job: WorkbookJob) => {
  void readWorkbook(job)
    .catch((): WorkbookAnswer => ({ ok: false }))
    .then((answer) => process.send?.(answer, () => process.disconnect()))
})
process.on('SIGINT', () => undefined)
process.on('SIGTERM', () => undefined)
process.on('disconnect', () => process.exit(0))
