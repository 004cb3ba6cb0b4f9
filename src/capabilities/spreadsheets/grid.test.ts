import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { gridText } from './grid-text.ts'
import type { GridPlan, ReadGrid } from './grid.ts'
import { makeGrid, readGrid } from './read-grid.ts'
import { openStamp, sealStamp } from './stamp.ts'
import { makeWorkbook } from './testing/workbook.ts'

const heading = (vi: string, en: string) => ({ vi, en })
const secret = 'bí mật của bản cài này'
const headings = {
  key: heading('Mã', 'Code'),
  filled: [heading('Số liệu kỳ này', 'Figure of this period'), heading('Ghi chú', 'Note')],
}
const note = { kind: 'text', longest: 200 } as const

const plan: GridPlan = {
  sheet: 'Báo cáo',
  lines: ['Báo cáo tháng 3 năm 2023', 'Hội LHPN tỉnh'],
  columns: [
    { heading: headings.key, width: 8, rule: null },
    { heading: heading('Chỉ tiêu', 'Target'), width: 40, rule: null },
    { heading: headings.filled[0] ?? headings.key, width: 16, rule: { kind: 'number' } },
    { heading: headings.filled[1] ?? headings.key, width: 40, rule: note },
  ],
  keyColumn: 0,
  rows: [
    { cells: ['01', 'Số hội viên', '1234.5', '=cmd|tính'] },
    { cells: ['02', 'Tỷ lệ', '85.5', null], rules: { 2: { kind: 'percent' } } },
    { cells: ['03', 'Đã tổ chức', 'Có', null], rules: { 2: { kind: 'choice', choices: ['Có', 'Không'] } } },
    { cells: ['04', 'Xếp loại', null, null], rules: { 2: { kind: 'choice', choices: ['Khá', 'Tốt'] } } },
    { cells: ['05', 'Ngày xong', '2023-03-31', null], rules: { 2: { kind: 'day' } } },
    { cells: ['06', 'Không giao', null, null], rules: { 2: null, 3: null } },
  ],
  howTo: ['Cách điền', 'Chỉ điền các ô nền vàng.'],
  stamp: sealStamp(
    { unit: 'đơn vị', long: 'x'.repeat(10) + Array.from({ length: 30_000 }, (_n, i) => i).join('') },
    secret,
  ),
}

const texts = (read: ReadGrid) =>
  Object.fromEntries(
    read.rows.map((row) => [row.key, row.cells.map((raw) => gridText(raw, row.key === '05' ? 'day' : 'other'))]),
  )

async function read(bytes: Uint8Array): Promise<ReadGrid> {
  const answer = await readGrid(headings, bytes)
  if (!answer.ok) throw new Error(answer.reason)
  return answer
}

const sent = {
  '01': [{ text: '1234,5' }, { text: '=cmd|tính' }],
  '02': [{ text: '85,5 %' }, { text: '' }],
  '03': [{ text: 'Có' }, { text: '' }],
  '04': [{ text: '' }, { text: '' }],
  '05': [{ text: '31/03/2023' }, { text: '' }],
  '06': [{ text: '' }, { text: '' }],
}

function partOf(bytes: Uint8Array, name: string, change?: (xml: string) => string) {
  const parts = unzipSync(bytes)
  const xml = strFromU8(parts[name] ?? new Uint8Array())
  if (change !== undefined) parts[name] = strToU8(change(xml))
  return { xml, bytes: zipSync(parts) }
}

describe('a grid', () => {
  test('comes back as it went out, with its stamp', async () => {
    const back = await read(await makeGrid(plan, 'vi'))
    expect(texts(back)).toEqual(sent)
    expect(back.stamp).toBe(plan.stamp)
    expect(back.rows[0]?.number).toBe(5)
    expect(back.places).toEqual([2, 3])
  })

  test('locks all but what is to be filled in, and says of each such cell what it takes', async () => {
    const { xml } = partOf(await makeGrid(plan, 'vi'), 'xl/worksheets/sheet1.xml')
    expect(xml.indexOf('<sheetProtection')).toBeLessThan(xml.indexOf('<dataValidations'))
    expect(
      [...xml.matchAll(/<dataValidation [^>]*type="(\w+)"[^>]*sqref="([^"]+)"/g)].map(
        ([, type, at]) => `${type} ${at}`,
      ),
    ).toEqual(
      expect.arrayContaining([
        'decimal C5:C5',
        'decimal C6:C6',
        'list C7:C7',
        'list C8:C8',
        'date C9:C9',
        'textLength D5:D9',
      ]),
    )
    expect(xml).toContain('orientation="landscape"')
    expect(xml).toContain('state="frozen"')
  })

  test('is read in either language, under another name, with lines above it and columns moved', async () => {
    const back = await read(
      await makeWorkbook(
        [['a note'], [], ['NOTE', 'x', 'code', 'y', 'figure  of this period'], ['n', 1, '02', 2, 0.5]],
        { name: 'Khác' },
      ),
    )
    expect(back.rows).toEqual([{ number: 4, key: '02', cells: [0.5, 'n'] }])
    expect(back.places).toEqual([4, 0])
    expect(back.stamp).toBe('')
  })

  test('is refused when its headings are gone, or stand in two sheets', async () => {
    expect(await readGrid(headings, await makeWorkbook([['Mã', 'Ghi chú']]))).toMatchObject({ reason: 'noGrid' })
  })

  test('takes of a percentage what is shown, of formulas the result, and says what no cell can be', async () => {
    const bytes = await makeWorkbook([
      ['Mã', 'Số liệu kỳ này', 'Ghi chú'],
      ['a', { error: '#DIV/0!' }, { formula: 'A1', result: 'chữ' }],
      ['b', true, 1e-7],
    ])
    const [broken, odd] = (await read(bytes)).rows
    expect(broken?.cells.map((raw) => gridText(raw))).toEqual([
      { key: 'sheet.cellError', values: { error: '#DIV/0!' } },
      { text: 'chữ' },
    ])
    expect(odd?.cells.map((raw) => gridText(raw))).toEqual([{ text: 'có' }, { text: '0,0000001' }])
  })
})

describe('a stamp', () => {
  const stamp = sealStamp({ unit: 'a' }, secret)

  test('opens where it was made and nowhere else', () => {
    expect(openStamp(stamp, secret)).toEqual({ content: { unit: 'a' } })
    expect(openStamp(stamp, 'bản cài khác')).toBe('foreign')
  })

  test('that was touched is foreign, and none is missing', () => {
    expect(openStamp(`${stamp.slice(0, -4)}AAA=`, secret)).toBe('foreign')
    expect(openStamp('', secret)).toBe('missing')
    expect(openStamp('giao-uoc-1|x', secret)).toBe('foreign')
  })
})
