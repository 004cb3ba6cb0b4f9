import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import exceljs from 'exceljs'
import { neutral } from './sheet.ts'

export interface ListColumn {
  heading: string
  width: number
  /** A day is 'YYYY-MM-DD' and becomes one of the program's own days; a number stands to the right. */
  kind?: 'text' | 'number' | 'day'
}

export interface ListToWrite {
  title: string
  /** Said in the first row: what the list holds, and of when it is. */
  heading: string
  columns: readonly ListColumn[]
  /** Missing is an empty cell, never zero. */
  rows: readonly (readonly (string | number | null)[])[]
}

const headFill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEFE6DC' } } as const

function valueOf(value: string | number | null, kind: ListColumn['kind']): exceljs.CellValue {
  if (value === null || typeof value === 'number') return value
  return kind === 'day' ? new Date(`${value}T00:00:00Z`) : neutral(value)
}

/** A list as a workbook of one sheet, written while it goes; no cell can become a formula. */
export async function writeList({ title, heading, columns, rows }: ListToWrite): Promise<Uint8Array> {
  const stream = new PassThrough()
  const whole = buffer(stream)
  const book = new exceljs.stream.xlsx.WorkbookWriter({ stream, useStyles: true })
  const sheet = book.addWorksheet(title, { views: [{ state: 'frozen', ySplit: 2 }] })
  sheet.columns = columns.map(({ width, kind }) => ({
    width,
    style: kind === 'day' ? { numFmt: 'dd/mm/yyyy' } : {},
  }))
  sheet.addRow([neutral(heading)]).commit()
  const head = sheet.addRow(columns.map((column) => column.heading))
  head.eachCell((cell) => {
    cell.font = { bold: true }
    cell.fill = headFill
    cell.alignment = { wrapText: true, vertical: 'middle' }
  })
  head.commit()
  for (const row of rows) sheet.addRow(row.map((value, index) => valueOf(value, columns[index]?.kind))).commit()
  sheet.commit()
  await book.commit()
  return new Uint8Array(await whole)
}
