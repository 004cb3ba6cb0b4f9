import { strFromU8, strToU8, Unzip, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { refusalOf } from '#platform/attempt.ts'
import { RuleViolation } from '#platform/errors.ts'
import { plainArchive } from './plain-archive.ts'
import { isExample, readRow, type TypedRow } from './read-row.ts'
import { readWorkbook, type WorkbookRefusal } from './read-workbook.ts'
import { letterOf, mostRows, type SheetPlan } from './sheet.ts'
import { makeWorkbook } from './testing/workbook.ts'
import { words } from './words.ts'
import { writeFaults, writeTemplate } from './write-workbook.ts'

const shared = { help: { vi: 'Ghi rõ.', en: 'Be plain.' }, required: false, longest: 40 }
const plan: SheetPlan = {
  key: 'things',
  version: 1,
  title: { vi: 'Danh sách thử', en: 'A list' },
  columns: [
    {
      ...shared,
      key: 'name',
      kind: 'text',
      heading: { vi: 'Tên gọi', en: 'Name' },
      example: 'Hội Nông dân',
      required: true,
    },
    {
      ...shared,
      key: 'level',
      kind: 'choice',
      heading: { vi: 'Cấp', en: 'Level' },
      example: 'Cấp tỉnh',
      choices: [
        { value: 'tinh', label: { vi: 'Cấp tỉnh', en: 'Province' } },
        { value: 'xa', label: { vi: 'Cấp xã', en: 'Commune' } },
      ],
    },
    { ...shared, key: 'from', kind: 'day', heading: { vi: 'Từ ngày', en: 'From' }, example: '23/02/2023' },
    { ...shared, key: 'people', kind: 'integer', heading: { vi: 'Số người', en: 'People' }, example: '12' },
  ],
}
const heads = ['Tên gọi *', 'CẤP', 'Tu ngay', 'Số người']

async function read(bytes: Uint8Array) {
  const answer = await readWorkbook(plan, bytes)
  if (!answer.ok) throw new Error(answer.reason)
  return answer
}

type Cells = Parameters<typeof makeWorkbook>[0][number]

const typedAll = async (...cells: Cells[]) =>
  (await read(await makeWorkbook([heads, ...cells]))).rows.map((row) => readRow(plan, row))

const reasonOf = async (bytes: Uint8Array) => {
  const answer = await readWorkbook(plan, bytes)
  return answer.ok ? 'read' : answer.reason
}

const directoryOf = (zip: Uint8Array) => Buffer.from(zip).readUInt32LE(zip.length - 6)

/** The entries of one zip put between those of another and its directory, which goes on naming its own. */
function hideBefore(zip: Uint8Array, hidden: Uint8Array): Uint8Array {
  const [at, length] = [directoryOf(zip), directoryOf(hidden)]
  const whole = Buffer.concat([zip.subarray(0, at), hidden.subarray(0, length), zip.subarray(at)])
  whole.writeUInt32LE(at + length, whole.length - 6)
  return whole
}

const faultsOf = (row: TypedRow) =>
  row.faults.map(({ column, key }) => `${column === null ? '' : letterOf(column)} ${key}`)

describe('a row', () => {
  test('is read by place, whatever the case and the marks of its headings', async () => {
    const [row] = await typedAll(['  Hội   Nông dân ', 'cap xa', '23/2/2023', '1.200'])
    expect(row?.values).toEqual({ name: 'Hội Nông dân', level: 'xa', from: '2023-02-23', people: 1200 })
    expect(row?.faults).toEqual([])
  })

  test('takes days as Excel keeps them, as they are typed, and as plain serial numbers', async () => {
    const days = [new Date('2023-02-23T00:00:00Z'), 44980, '2023-02-23', '23.02.2023', '31/02/2023', 12.5, 60]
    const rows = await typedAll(...days.map((day): Cells => ['a', null, day]))
    const day = '2023-02-23'
    expect(rows.map((row) => row.values['from'])).toEqual([day, day, day, day, null, null, null])
    expect(rows.flatMap(faultsOf)).toEqual(['C sheet.notADay', 'C sheet.notADay', 'C sheet.notADay'])
  })

  test('takes of a formula its result and nothing else', async () => {
    const [row, without, wrong] = await typedAll(
      [{ formula: 'CONCATENATE("Hội ","A")', result: 'Hội A' }, null, null, { formula: '6*7', result: 42 }],
      [{ formula: 'A9' }],
      [{ error: '#N/A' }],
    )
    expect(row?.values).toMatchObject({ name: 'Hội A', people: 42 })
    expect([without, wrong].flatMap((one) => (one ? faultsOf(one) : []))).toEqual([
      'A sheet.formulaWithoutResult',
      'A sheet.cellError',
    ])
  })

  test('becomes NFC, whichever keyboard wrote it', async () => {
    const [row] = await typedAll(['Hội Phụ nữ'.normalize('NFD')])
    expect(row?.values['name']).toBe('Hội Phụ nữ')
  })

  test('tells for each cell what is wrong; an empty cell is missing and never zero', async () => {
    const [row, long] = await typedAll([null, 'Cấp huyện', 'hôm qua', 'mười'], ['x'.repeat(41)])
    expect(row?.values).toEqual({ name: null, level: null, from: null, people: null })
    expect([row, long].map((one) => one && faultsOf(one))).toEqual([
      ['A sheet.required', 'B sheet.notAChoice', 'C sheet.notADay', 'D sheet.notAnInteger'],
      ['A sheet.tooLong'],
    ])
  })

  test('that is hidden, or lies under a merged cell, is told so', async () => {
    const making = { hidden: [4], merged: ['A2:A3'] }
    const { rows } = await read(await makeWorkbook([heads, ['Hội A', 'Cấp xã'], ['', 'Cấp xã'], ['Hội B']], making))
    expect(rows.map((row) => faultsOf(readRow(plan, row)))).toEqual([[], ['A sheet.merged'], [' sheet.hiddenRow']])
  })

  test('keeps the number it has in Excel when empty rows stand before it', async () => {
    const { rows } = await read(await makeWorkbook([heads, [], ['Hội A'], [' '], []]))
    expect(rows.map(({ number }) => number)).toEqual([3])
  })

  test('of heads like __proto__ is a row like any other', async () => {
    const answer = await readWorkbook(plan, await makeWorkbook([[...heads, '__proto__', 'constructor'], ['a']]))
    expect(answer).toMatchObject({ ok: true, unknown: ['__proto__', 'constructor'] })
    expect(Object.prototype).not.toHaveProperty('0')
  })
})

describe('the template', () => {
  test('can be read again, and its example is known as such', async () => {
    const { rows, unknown } = await read(await writeTemplate(plan, 'vi'))
    expect(rows.map((row) => isExample(plan, row))).toEqual([true])
    expect(unknown).toEqual([])
  })

  test('protects its headings before it names the choices, or Excel calls it damaged', async () => {
    const sheet = strFromU8(unzipSync(await writeTemplate(plan, 'vi'))['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
    expect(sheet.indexOf('<sheetProtection')).toBeGreaterThan(0)
    expect(sheet.indexOf('<sheetProtection')).toBeLessThan(sheet.indexOf('<dataValidations'))
    expect(sheet).toContain('sqref="B2:B5001"')
    expect(sheet).toContain('state="frozen"')
  })

  test('of another list is refused by its stamp', async () => {
    const other = await writeTemplate({ ...plan, key: 'others' }, 'vi')
    expect(await reasonOf(other)).toBe('otherTemplate')
  })

  test('with faults comes back without its last column, and no text in it is a formula', async () => {
    const shown = ['=cmd|calc', 'Cấp xã', '', '']
    const bytes = await writeFaults({ plan, locale: 'vi' }, [{ shown, wrong: new Set([0]), told: 'A2: dài quá' }])
    expect(strFromU8(unzipSync(bytes)['xl/sharedStrings.xml'] ?? new Uint8Array())).toContain('&apos;=cmd|calc')
    const { rows, unknown } = await read(bytes)
    expect(unknown).toEqual([])
    expect(rows.map((row) => readRow(plan, row).shown)).toEqual([shown])
  })
})

describe('a file that cannot be read', () => {
  test('is told why before any library opens it', async () => {
    const good = await makeWorkbook([heads, ['a']])
    const parts = unzipSync(good)
    const withMacros = zipSync({ ...parts, 'xl/vbaProject.bin': strToU8('Sub Auto_Open()') })
    const bomb = zipSync({ ...parts, 'xl/worksheets/sheet1.xml': new Uint8Array(150 * 1024 * 1024) }, { level: 9 })
    expect(await reasonOf(new Uint8Array())).toBe('empty')
    expect(await reasonOf(strToU8('Tên gọi;Cấp'))).toBe('notAWorkbook')
    expect(await reasonOf(zipSync({ 'word/document.xml': strToU8('<w/>') }))).toBe('notAWorkbook')
    expect(await reasonOf(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1, 2))).toBe('oldOrLocked')
    expect(await reasonOf(good.subarray(0, 500))).toBe('damaged')
    expect(await reasonOf(new Uint8Array(9 * 1024 * 1024))).toBe('tooLarge')
    expect(await reasonOf(withMacros)).toBe('macros')
    expect(await reasonOf(bomb)).toBe('unsafe')
  })

  test('shows what its directory names, and nothing that is hidden between', async () => {
    const good = await makeWorkbook([heads, ['Hội A']])
    const hidden = await makeWorkbook([heads, ['Hội ẩn']])
    const twin = zipSync({ 'xl/worksheets/sheet2.xml': unzipSync(hidden)['xl/worksheets/sheet1.xml'] ?? good })
    const { rows } = await read(hideBefore(zipSync(unzipSync(good)), twin))
    expect(rows.map(({ cells }) => cells[0])).toEqual(['Hội A'])
  })

  test('leaves no sheet in a file of its own: its words are read first', async () => {
    const names: string[] = []
    const unzip = new Unzip(({ name }) => names.push(name))
    unzip.push(plainArchive(await makeWorkbook([heads, ['a']])), true)
    const [relations, strings, sheet] = [
      'xl/_rels/workbook.xml.rels',
      'xl/sharedStrings.xml',
      'xl/worksheets/sheet1.xml',
    ]
    expect(names.filter((name) => [relations, strings, sheet].includes(name))).toEqual([relations, strings, sheet])
  })

  test('with merged cells that run backwards without end is read as far as it is a list', async () => {
    const parts = unzipSync(await makeWorkbook([heads, ['Hội A']], { merged: ['A3:B3'] }))
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
    const endless = strToU8(sheet.replace('"A3:B3"', '"Z3:A999999999"'))
    const { rows } = await read(zipSync({ ...parts, 'xl/worksheets/sheet1.xml': endless }))
    expect(rows).toHaveLength(1)
  })

  test('with broken sheets inside is damaged and harms nobody', async () => {
    const parts = unzipSync(await makeWorkbook([heads, ['a']]))
    const torn = zipSync({ ...parts, 'xl/worksheets/sheet1.xml': strToU8('<worksheet><sheetData><row r="1"><c r="A1') })
    expect(['damaged', 'headings']).toContain(await reasonOf(torn))
  })

  test('with other headings is told which columns are not in their place', async () => {
    const answer = await readWorkbook(plan, await makeWorkbook([['Tên gọi', 'Từ ngày', 'Cấp', 'Số người'], ['a']]))
    const { reason, values } = answer as WorkbookRefusal
    expect(refusalOf(new RuleViolation(`sheet.${reason}`, values), { sheet: words }, 'vi')).toContain(
      'B “Cấp”, C “Từ ngày”',
    )
  })

  test('with too many rows is not read to its end', async () => {
    const many = Array.from({ length: mostRows + 1 }, (_none, index) => [`Hội ${index}`])
    expect(await reasonOf(await makeWorkbook([heads, ...many]))).toBe('tooManyRows')
  })
})
