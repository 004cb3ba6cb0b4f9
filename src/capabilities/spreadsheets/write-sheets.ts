import type { Writable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import exceljs from 'exceljs'
import { neutral } from './sheet.ts'

/** How a cell looks; `places` are decimals that are always shown. */
export interface CellLook {
  readonly kind: 'title' | 'note' | 'head' | 'text' | 'number' | 'points' | 'day' | 'yes_no' | 'plain'
  readonly places?: number | undefined
  /** Further decimals are shown where there are any. */
  readonly isOpen?: boolean | undefined
  readonly isBold?: boolean | undefined
  readonly isEntry?: boolean | undefined
  readonly indent?: number | undefined
}

export interface SheetFormula {
  readonly formula: string
  /** What it came to when it was written, for programs that only show; others compute it when they open the file. */
  readonly result?: string | number | undefined
}

export interface LookedCell {
  readonly look: CellLook
  /** A day is a number of days, as spreadsheets count. */
  readonly value: string | number | null | SheetFormula
}

export interface SheetToWrite {
  readonly name: string
  readonly widths: readonly number[]
  /** Rows and columns that stay in sight. */
  readonly frozen: { readonly rows: number; readonly columns: number }
  /** Rows of headings, from 1, that each printed page repeats. */
  readonly repeated?: readonly [number, number]
  readonly rows: Iterable<readonly (LookedCell | null)[]>
}

export interface BookToWrite {
  readonly title: string
  readonly subject: string
  /** Of which record, version and hash it was made, and when. */
  readonly description: string
  readonly creator: string
  readonly created: Date
  readonly footer: string
  readonly sheets: Iterable<SheetToWrite>
}

const colour = (argb: string) => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } }) as const
const thin = { style: 'thin', color: { argb: 'FFBBB3A8' } } as const
const box = { top: thin, left: thin, bottom: thin, right: thin }
const font = { name: 'Times New Roman', size: 12 }

const base: Readonly<Record<CellLook['kind'], Partial<exceljs.Style>>> = {
  title: { font: { ...font, bold: true, size: 14 } },
  note: { font: { ...font, italic: true, color: { argb: 'FF5F574E' } } },
  plain: { font, alignment: { wrapText: true, vertical: 'top' } },
  head: {
    font: { ...font, bold: true },
    fill: colour('FFEFE6DC'),
    border: box,
    alignment: { wrapText: true, vertical: 'middle', horizontal: 'center' },
  },
  text: { font, border: box, alignment: { wrapText: true, vertical: 'top' } },
  number: { font, border: box, alignment: { vertical: 'top', horizontal: 'right' } },
  points: { font, border: box, alignment: { vertical: 'top', horizontal: 'right' } },
  day: { font, border: box, alignment: { vertical: 'top', horizontal: 'center' }, numFmt: 'dd/mm/yyyy' },
  yes_no: { font, border: box, alignment: { vertical: 'top', horizontal: 'center' }, numFmt: '"Có";;"Không"' },
}

const decimals = (places: number, isOpen: boolean) => {
  const shown = `${'0'.repeat(places)}${isOpen ? '#'.repeat(10) : ''}`
  return shown === '' ? '#,##0' : `#,##0.${shown}`
}

function styleOf({ kind, places = 0, isOpen = false, isBold, isEntry, indent }: CellLook): Partial<exceljs.Style> {
  const plain = base[kind]
  return {
    ...plain,
    ...(kind === 'points' && { numFmt: decimals(places, isOpen) }),
    ...(isBold === true && { font: { ...plain.font, bold: true } }),
    ...(isEntry === true && { fill: colour('FFFFF9E5') }),
    ...(indent !== undefined && { alignment: { ...plain.alignment, indent } }),
  }
}

/** The same look is the same object: the writer knows a style by it. */
function looks() {
  const known = new Map<string, Partial<exceljs.Style>>()
  const byLook = new Map<CellLook, Partial<exceljs.Style>>()
  return (look: CellLook) => {
    const seen = byLook.get(look)
    if (seen !== undefined) return seen
    const key = `${look.kind} ${look.places} ${look.isOpen} ${look.isBold} ${look.isEntry} ${look.indent}`
    const style = known.get(key) ?? styleOf(look)
    known.set(key, style)
    byLook.set(look, style)
    return style
  }
}

function valueOf(value: LookedCell['value']): exceljs.CellValue {
  if (typeof value === 'string') return neutral(value)
  if (value === null || typeof value === 'number') return value
  return value.result === undefined
    ? { formula: value.formula, date1904: false }
    : { formula: value.formula, result: value.result, date1904: false }
}

type Book = exceljs.stream.xlsx.WorkbookWriter

/** Room for a heading of three lines. */
const headHeight = 50

/** So many cells are made before others have their turn, and before the file takes what was made. */
const cellsAtOnce = 20_000

async function writeSheet(book: Book, sheet: SheetToWrite, footer: string, look: ReturnType<typeof looks>) {
  const { frozen, repeated } = sheet
  const written = book.addWorksheet(sheet.name, {
    views: [{ state: 'frozen', xSplit: frozen.columns, ySplit: frozen.rows }],
    pageSetup: {
      // oxlint-disable-next-line typescript/no-unsafe-enum-assignment -- exceljs has this enum in its types alone
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
      ...(repeated && { printTitlesRow: `${repeated[0]}:${repeated[1]}` }),
    },
    headerFooter: { oddFooter: footer },
  })
  written.columns = sheet.widths.map((width) => ({ width }))
  let cells = 0
  for (const values of sheet.rows) {
    const row = written.addRow(values.map((one) => (one === null ? null : valueOf(one.value))))
    for (const [index, one] of values.entries()) if (one !== null) row.getCell(index + 1).style = look(one.look)
    if (values.some((one) => one?.look.kind === 'head')) row.height = headHeight
    row.commit()
    cells += values.length
    if (cells < cellsAtOnce) continue
    cells = 0
    await setImmediate()
  }
  written.commit()
}

/** The streaming writer cannot be told that the program which opens the file shall compute it. */
function computeOnLoad(book: Book): void {
  const { zip } = book as unknown as { zip: { append: (content: unknown, entry: { name: string }) => void } }
  const append = zip.append.bind(zip)
  zip.append = (content, entry) => {
    const isBook = entry.name === '/xl/workbook.xml' && typeof content === 'string'
    append(isBook ? content.replace('<calcPr ', '<calcPr fullCalcOnLoad="1" ') : content, entry)
  }
}

/** A workbook whose cells may be formulas, written while it goes; no text that people typed becomes one. */
export async function writeSheets(told: BookToWrite, stream: Writable): Promise<void> {
  const book = new exceljs.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: true })
  const { title, subject, description, creator, created } = told
  Object.assign(book, { title, subject, description, creator, created, modified: created })
  computeOnLoad(book)
  const look = looks()
  for (const sheet of told.sheets) await writeSheet(book, sheet, told.footer, look)
  await book.commit()
}
