import { PassThrough, Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import exceljs from 'exceljs'
import { plainArchive } from '#capabilities/spreadsheets/plain-archive.ts'
import { stampSheet } from '#capabilities/spreadsheets/sheet.ts'

/** By the key of a row what its cells say now, by column. */
type Edits = Readonly<Record<string, Readonly<Record<string, exceljs.CellValue>>>>

interface Reshaping {
  /** The rows that are left, by their keys. */
  order?: readonly string[]
  sheet?: string
  stamp?: string
}

interface Copied {
  name: string
  state: string
  rows: Map<number, Cells>
}

async function copyOf(bytes: Uint8Array): Promise<Copied[]> {
  const options = {
    worksheets: 'emit',
    sharedStrings: 'cache',
    styles: 'cache',
    hyperlinks: 'ignore',
    entries: 'emit',
  } as const
  const plain = Readable.from([Buffer.from(plainArchive(bytes))])
  const sheets: Copied[] = []
  for await (const each of new exceljs.stream.xlsx.WorkbookReader(plain, options)) {
    const sheet: typeof each & { name?: string; state?: string } = each
    const rows: Copied['rows'] = new Map()
    for await (const row of sheet) {
      const cells = Array.from({ length: row.cellCount }, (_none, index) => row.getCell(index + 1))
      rows.set(
        row.number,
        cells.map(({ value, numFmt }) => ({ value, numFmt })),
      )
    }
    sheets.push({ name: sheet.name ?? '', state: sheet.state ?? 'visible', rows })
  }
  return sheets
}

type Cells = { value: exceljs.CellValue; numFmt: string | undefined }[]

const firstRow = 7
const nothing = { value: null, numFmt: undefined }
const keyOf = (cells: Cells) => (typeof cells[0]?.value === 'string' ? cells[0].value : '')

function withEdits(cells: Cells, edits: Edits): Cells {
  const copy = [...cells]
  for (const [letter, value] of Object.entries(edits[keyOf(cells)] ?? {})) {
    const place = letter.charCodeAt(0) - 65
    copy[place] = { value, numFmt: copy[place]?.numFmt }
  }
  return copy
}

/** Row by row; the empty one above the headings is not told by the reader. */
function rowsOf({ rows }: Copied, edits: Edits, order: readonly string[] | undefined): Cells[] {
  const head = Array.from({ length: firstRow - 1 }, (_none, index) => rows.get(index + 1) ?? [])
  const list = [...rows].filter(([number]) => number >= firstRow).map(([, cells]) => cells)
  const wanted = order?.map((key) => list.find((cells) => keyOf(cells) === key) ?? [{ ...nothing, value: key }])
  return [...head, ...(wanted ?? list).map((cells) => withEdits(cells, edits))]
}

function addRow(sheet: exceljs.Worksheet, cells: Cells) {
  const row = sheet.addRow([])
  for (const [place, { value, numFmt } = nothing] of cells.entries()) {
    const cell = row.getCell(place + 1)
    cell.value = value
    if (numFmt !== undefined) cell.numFmt = numFmt
  }
  row.commit()
}

function addSheet(book: exceljs.stream.xlsx.WorkbookWriter, name: string, state: string, rows: Iterable<Cells>) {
  const made = book.addWorksheet(name, state === 'visible' ? {} : { state: 'hidden' })
  for (const cells of rows) addRow(made, cells)
  made.commit()
}

/** A workbook as somebody would send it back: cells filled in, rows moved, added and deleted. */
export async function editWorkbook(
  bytes: Uint8Array,
  edits: Edits,
  { order, sheet, stamp }: Reshaping = {},
): Promise<Uint8Array> {
  const stream = new PassThrough()
  const whole = buffer(stream)
  const book = new exceljs.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: true })
  for (const [index, one] of (await copyOf(bytes)).entries()) {
    const isStamp = one.name === stampSheet && stamp !== undefined
    if (index === 0) addSheet(book, sheet ?? one.name, one.state, rowsOf(one, edits, order))
    else addSheet(book, one.name, one.state, isStamp ? [[{ ...nothing, value: stamp }]] : one.rows.values())
  }
  await book.commit()
  return whole
}
