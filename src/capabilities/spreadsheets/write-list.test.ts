import exceljs from 'exceljs'
import { expect, test } from 'vitest'
import { writeList } from './write-list.ts'

test('a list keeps days as days, numbers as numbers, and turns no text into a formula', async () => {
  const bytes = await writeList({
    title: 'Sổ',
    heading: 'Sổ báo cáo năm 2023',
    columns: [
      { heading: 'Đơn vị', width: 30 },
      { heading: 'Gửi', width: 12, kind: 'day' },
      { heading: 'Muộn', width: 8, kind: 'number' },
    ],
    rows: [
      ['=1+1', '2023-02-25', 0],
      ['Tỉnh Đoàn', null, null],
    ],
  })
  const book = new exceljs.Workbook()
  await book.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer)
  const rows = book.worksheets[0]?.getRows(1, 4)?.map(({ values }) => values)
  expect(rows).toEqual([
    [undefined, 'Sổ báo cáo năm 2023'],
    [undefined, 'Đơn vị', 'Gửi', 'Muộn'],
    [undefined, "'=1+1", new Date('2023-02-25T00:00:00Z'), 0],
    [undefined, 'Tỉnh Đoàn'],
  ])
})
