import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { bookParts, sheetPart, type BookTold, type WrittenSheet } from './book-parts.ts'
import { CellStyles } from './cell-styles.ts'
import { sheetXml, type SheetToWrite } from './sheet-xml.ts'
import { zipped, type ZipPart } from './zip-stream.ts'

export interface BookToWrite extends BookTold {
  readonly footer: string
  readonly sheets: Iterable<SheetToWrite>
}

function* partsOf({ sheets, footer, ...told }: BookToWrite): Generator<ZipPart> {
  const styles = new CellStyles()
  const written: WrittenSheet[] = []
  for (const sheet of sheets) {
    const index = written.push({ name: sheet.name, repeated: sheet.repeated }) - 1
    yield { name: sheetPart(index), texts: sheetXml(sheet, footer, styles) }
  }
  yield { name: 'xl/styles.xml', texts: [styles.xml] }
  for (const [name, text] of bookParts(told, written)) yield { name, texts: [text] }
}

/**
 * A workbook whose cells may be formulas, written while it goes: exceljs holds every formula until the end, which a whole
 * province's workbook has no room for. No text that people typed becomes a formula.
 */
export async function writeSheets(book: BookToWrite, stream: Writable): Promise<void> {
  await pipeline(Readable.from(zipped(partsOf(book), book.created), { highWaterMark: 1 }), stream)
}
