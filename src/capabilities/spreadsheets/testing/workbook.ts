import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import exceljs from 'exceljs'

interface Making {
  name?: string
  /** Rows hidden, ranges merged: as Excel names them. */
  hidden?: readonly number[]
  merged?: readonly string[]
}

/** A workbook as somebody else would make it: rows of one sheet, headings first. */
export async function makeWorkbook(rows: readonly (readonly exceljs.CellValue[])[], making: Making = {}) {
  const stream = new PassThrough()
  const bytes = buffer(stream)
  const book = new exceljs.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: true })
  const sheet = book.addWorksheet(making.name ?? 'Sheet1')
  for (const [index, cells] of rows.entries()) {
    const row = sheet.addRow([...cells])
    row.hidden = making.hidden?.includes(index + 1) ?? false
  }
  for (const range of making.merged ?? []) sheet.mergeCells(range)
  sheet.commit()
  await book.commit()
  return bytes
}
