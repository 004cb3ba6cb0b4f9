import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import exceljs from 'exceljs'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readyTable } from '../engine/ready-table.ts'
import { scoreUnits } from '../engine/score-units.ts'
import type { ScoreFacts } from '../table/score-facts.ts'
import type { ScoreTable } from '../table/score-table.ts'
import { blocSheets, resultsOf } from './bloc-book.ts'
import { differences } from './testing/compare-sheets.ts'
import { randomFacts } from './testing/random-facts.ts'
import { randomTable } from './testing/random-tables.ts'
import { recalculated } from './testing/recalculated.ts'
import { richFacts } from './testing/rich-facts.ts'
import { richTable } from './testing/rich-table.ts'
import { workbookModel } from '../workbook-lines/workbook-model.ts'
import { writeUnitWorkbook } from './write-score-workbook.ts'

const now = new Date('2023-12-20T00:00:00Z')
const told = { title: 'thử', subject: '', description: '', creator: 'thử', created: now, footer: '' }

function bookOf(table: ScoreTable, facts: ScoreFacts, prefix: string) {
  const ready = readyTable(table)
  const result = scoreUnits(ready, facts)
  const model = workbookModel(ready, facts, 'vi')
  return { table, result, prefix, model, of: resultsOf(model, result, prefix) }
}

// One recalculation for all of them: LibreOffice takes longer to start than to compute.
test('every rule kind, and random tables and facts, come to what the engine computes when LibreOffice computes them', async () => {
  const seed = 8
  const tables = fc.sample(randomTable, { numRuns: 2, seed })
  const facts = fc.sample(randomFacts(8), { numRuns: tables.length, seed })
  const random = tables.map((table, at) => bookOf(table, facts[at] ?? richFacts, `${at} `))
  const books = [bookOf(richTable, richFacts, 'M '), ...random]
  const sheets = await recalculated({ ...told, sheets: books.flatMap(({ of, prefix }) => [...blocSheets(of, prefix)]) })
  expect(books.flatMap(({ model }) => model.draft.fixed)).toEqual([])
  expect(books.flatMap((book) => differences(sheets, book))).toEqual([])
}, 120_000)

test('a unit takes its own sheet along: nothing of the others, its origin told, no text turned into a formula', async () => {
  const ready = readyTable(richTable)
  const origin = { heading: 'Nguồn gốc', rows: [['Mã bản ghi', 'ban-ghi-1']] as const }
  const book = {
    ready,
    facts: richFacts,
    result: scoreUnits(ready, richFacts),
    locale: 'vi',
    origin,
    by: 'Lan',
    now,
  } as const
  const stream = new PassThrough()
  const bytes = buffer(stream)
  await writeUnitWorkbook(book, 'lhpn', stream)
  const read = new exceljs.Workbook()
  await read.xlsx.load((await bytes) as unknown as ArrayBuffer)
  expect(read.description).toContain('ban-ghi-1')
  expect(read.worksheets.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['Phiếu điểm', 'Số liệu', 'Cách tính']),
  )
  const cells: unknown[] = []
  for (const sheet of read.worksheets) sheet.eachRow((row) => row.eachCell(({ value }) => cells.push(value)))
  const text = JSON.stringify(cells)
  expect(text).toContain("'=Hội Liên hiệp Phụ nữ tỉnh")
  expect(text).not.toContain('Liên đoàn Lao động')
  // What rests on the others is a value, and told.
  expect(text).toMatch(/Điểm của các tiêu chí [^"]*II\.2/u)
})
