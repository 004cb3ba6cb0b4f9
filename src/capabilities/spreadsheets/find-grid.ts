import type exceljs from 'exceljs'
import { type GridRaw, mostGridColumns, type ReadGridRow } from './grid.ts'
import { foldHeading } from './headings.ts'
import { openSheets, type OpenSheet } from './open-sheets.ts'
import { plainCell } from './plain-cell.ts'
import type { SheetMarks } from './scan-sheets.ts'
import { stampSheet, withoutApostrophe } from './sheet.ts'

export interface GridSearch {
  /** By which each column is known: the key's first. */
  readonly headings: readonly (readonly string[])[]
  readonly mostRows: number
}

interface FoundSheet {
  /** Where the columns stand, from 0. */
  places: number[]
  rows: ReadGridRow[]
  tooMany: boolean
}

export interface FoundGrid {
  stamp: string
  /** The visible sheets that have the row of headings. */
  sheets: FoundSheet[]
}

/** Headings stand near the top, below a title of a few lines. */
const lastHeadRow = 40

function rawOf(cell: exceljs.Cell): GridRaw {
  const raw = plainCell(cell.value)
  const isPercent = typeof raw === 'number' && /%/.test(cell.numFmt ?? '')
  return isPercent ? { percent: Number((raw * 100).toPrecision(12)) } : raw
}

function placesIn(row: exceljs.Row, headings: GridSearch['headings']): number[] | undefined {
  const width = Math.min(row.cellCount, mostGridColumns + 20)
  const found = Array.from({ length: width }, (_none, index) => plainCell(row.getCell(index + 1).value))
  const folded = found.map((text) => (typeof text === 'string' ? foldHeading(text) : ''))
  const places = headings.map((names) => folded.findIndex((name) => names.includes(name)))
  return places.includes(-1) ? undefined : places
}

const isEmpty = (raw: GridRaw) => raw === null || (typeof raw === 'string' && raw.trim() === '')

function keyOf(raw: GridRaw | undefined): string {
  if (typeof raw === 'number') return String(raw)
  return typeof raw === 'string' ? withoutApostrophe(raw.replace(/\s+/gu, ' ').trim()) : ''
}

function readRow(row: exceljs.Row, places: readonly number[], marks: SheetMarks | undefined): ReadGridRow | undefined {
  const covered = marks?.covered.get(row.number)
  const [key, ...cells] = places.map((place): GridRaw => {
    const raw = rawOf(row.getCell(place + 1))
    return covered?.has(place) === true && isEmpty(raw) ? { merged: true } : raw
  })
  return [key ?? null, ...cells].every(isEmpty) ? undefined : { number: row.number, key: keyOf(key), cells }
}

/** The row of headings, found among the first; the rows after it are left in the stream. */
async function findHead(rows: AsyncIterator<exceljs.Row>, headings: GridSearch['headings']) {
  for (let next = await rows.next(); next.done !== true; next = await rows.next()) {
    const places = placesIn(next.value, headings)
    if (places !== undefined || next.value.number > lastHeadRow) return places
  }
  return undefined
}

async function rowsBelow(
  left: AsyncIterator<exceljs.Row>,
  found: FoundSheet,
  marks: SheetMarks | undefined,
  most: number,
) {
  for (let next = await left.next(); next.done !== true; next = await left.next()) {
    const read = readRow(next.value, found.places, marks)
    if (read === undefined) continue
    if (found.rows.length === most) return { ...found, tooMany: true }
    found.rows.push(read)
  }
  return found
}

async function readSheet({ rows, marks }: OpenSheet, search: GridSearch): Promise<FoundSheet | undefined> {
  const left = rows[Symbol.asyncIterator]()
  try {
    const places = await findHead(left, search.headings)
    return places && (await rowsBelow(left, { places, rows: [], tooMany: false }, marks, search.mostRows))
  } finally {
    await left.return?.()
  }
}

async function readStamp(sheet: OpenSheet): Promise<string> {
  const pieces: string[] = []
  for await (const row of sheet.rows) {
    const piece = plainCell(row.getCell(1).value)
    pieces.push(typeof piece === 'string' ? piece.replace(/^\|/, '') : '')
  }
  return pieces.join('')
}

/** The rows of a grid by its row of headings, whatever its sheet is called now and wherever its columns went. */
export async function findGrid(bytes: Uint8Array, search: GridSearch): Promise<FoundGrid> {
  const found: FoundGrid = { stamp: '', sheets: [] }
  for await (const sheet of openSheets(bytes)) {
    if (sheet.name === stampSheet) found.stamp = await readStamp(sheet)
    else if (!sheet.isHidden) {
      const one = await readSheet(sheet, search)
      if (one !== undefined) found.sheets.push(one)
    }
  }
  return found
}
