import type { Writable } from 'node:stream'
import type { SheetToWrite } from '#capabilities/spreadsheets/sheet-xml.ts'
import { writeSheets } from '#capabilities/spreadsheets/write-sheets.ts'
import type { Locale } from '#platform/words.ts'
import type { ReadyTable } from '../engine/ready-table.ts'
import type { ScoreResult } from '../engine/score-result.ts'
import type { ScoreFacts } from '../table/score-facts.ts'
import { aboutSheet, type Origin } from './about-sheet.ts'
import { blocSheets, resultsOf, workingSheets } from './bloc-book.ts'
import { say, wordsOf } from '../workbook-lines/draft.ts'
import type { Results } from './result-cells.ts'
import { unitSheet } from './unit-sheet.ts'
import { sheetName } from './shape-of.ts'
import { workbookModel } from '../workbook-lines/workbook-model.ts'

export interface ScoreWorkbook {
  readonly ready: ReadyTable
  readonly facts: ScoreFacts
  readonly result: ScoreResult
  readonly locale: Locale
  readonly origin: Origin
  /** Who made it, and when. */
  readonly by: string
  readonly now: Date
}

interface Sheets {
  readonly of: Results
  readonly sheets: Iterable<SheetToWrite>
}

async function writeBook(book: ScoreWorkbook, { of, sheets }: Sheets, stream: Writable): Promise<void> {
  const { draft } = of.model
  const t = wordsOf(draft)
  const title = say(draft, draft.table.title)
  const about = aboutSheet(draft, sheetName(t.sheets.about, ''), book.origin)
  const all = function* all() {
    yield* sheets
    yield about
  }
  const told = {
    title,
    subject: `${draft.table.code} ${draft.table.version}`,
    description: book.origin.rows.map(([label, value]) => `${label}: ${value}`).join('\n'),
    creator: book.by,
    created: book.now,
    footer: `&L${title.replaceAll('&', '&&').slice(0, 120)}&R${t.pages}`,
  }
  await writeSheets({ ...told, sheets: all() }, stream)
}

/** Points of a whole bloc by one table, as a workbook that computes them itself. */
export async function writeBlocWorkbook(book: ScoreWorkbook, stream: Writable): Promise<void> {
  const of = resultsOf(workbookModel(book.ready, book.facts, book.locale), book.result)
  await writeBook(book, { of, sheets: blocSheets(of) }, stream)
}

/** One unit's sheet alone: nothing of the others stands in it, not even where its points rest on them. */
export async function writeUnitWorkbook(book: ScoreWorkbook, unit: string, stream: Writable): Promise<void> {
  const of = resultsOf(workbookModel(book.ready, book.facts, book.locale, unit), book.result)
  const { unitSheet: name } = wordsOf(of.model.draft).sheets
  const sheets = function* sheets() {
    yield unitSheet(of, sheetName(name, ''), 0)
    yield* workingSheets(of)
  }
  await writeBook(book, { of, sheets: sheets() }, stream)
}
