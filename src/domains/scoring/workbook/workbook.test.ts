import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import exceljs from 'exceljs'
import { expect, test } from 'vitest'
import { readyTable } from '../engine/ready-table.ts'
import { scoreUnits } from '../engine/score-units.ts'
import { randomSheets, recompute } from './testing/random-sheets.ts'
import { richFacts } from './testing/rich-facts.ts'
import { richTable } from './testing/rich-table.ts'
import { writeUnitWorkbook } from './write-score-workbook.ts'

const now = new Date('2023-12-20T00:00:00Z')
/** Of 125 random tables by this seed: those on which a formula once came to something else. */
const onceOther = [33, 51, 67, 102]

// One recalculation for all of them: LibreOffice takes longer to start than to compute.
test('every rule kind, and random tables and facts, come to what the engine computes when LibreOffice computes them', async () => {
  const random = randomSheets(125, 8)
  const chosen = random.filter((_one, at) => onceOther.includes(at))
  const told = await recompute([{ table: richTable, facts: richFacts }, ...chosen])
  expect(told).toEqual({ differing: [], fixed: [] })
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
