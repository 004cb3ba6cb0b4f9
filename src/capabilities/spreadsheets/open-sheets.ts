import type { EventEmitter } from 'node:events'
import { Readable } from 'node:stream'
import exceljs from 'exceljs'
import { plainArchive } from './plain-archive.ts'
import { scanSheets, type SheetMarks } from './scan-sheets.ts'

export interface OpenSheet {
  name: string
  isHidden: boolean
  rows: AsyncIterable<exceljs.Row>
  marks: SheetMarks | undefined
}

/** What comes in one piece is parsed in one, and its every tag held at once. */
function* pieces(bytes: Uint8Array): Generator<Buffer> {
  const step = 16 * 1024
  for (let at = 0; at < bytes.length; at += step) yield Buffer.from(bytes.subarray(at, at + step))
}

type Reading = exceljs.stream.xlsx.WorksheetReader & { name?: string; state?: string }

/** The sheets of a workbook one after the other, each row by row, with what the streaming reader does not tell. */
export async function* openSheets(given: Uint8Array): AsyncGenerator<OpenSheet> {
  const bytes = plainArchive(given)
  const marks = await scanSheets(bytes)
  const reader = new exceljs.stream.xlsx.WorkbookReader(Readable.from(pieces(bytes)), {
    worksheets: 'emit',
    sharedStrings: 'cache',
    styles: 'cache',
    hyperlinks: 'ignore',
    entries: 'emit',
  })
  let place = ''
  // Its types forget that the reader tells events.
  const events = reader as unknown as EventEmitter
  events.on('entry', (entry: { type: string; id?: string }) => {
    if (entry.type === 'worksheet') place = entry.id ?? ''
  })
  for await (const each of reader) {
    const rows: Reading = each
    const isHidden = rows.state !== undefined && rows.state !== 'visible'
    yield { name: rows.name ?? '', isHidden, rows, marks: marks.get(place) }
  }
}
