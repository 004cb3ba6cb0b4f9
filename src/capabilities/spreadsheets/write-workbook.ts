import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import exceljs from 'exceljs'
import type { Locale } from '#platform/words.ts'
import { protectFirst, type DataValidations } from './dress-sheet.ts'
import { faultsHeading, letterOf, mostRows, neutral, stampSheet, type SheetColumn, type SheetPlan } from './sheet.ts'
import { words } from './words.ts'

type Workbook = exceljs.stream.xlsx.WorkbookWriter
type Worksheet = exceljs.Worksheet

export const workbookMediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A row of a workbook of faults: its cells as they were sent, and which of them is wrong, in words. */
export interface RowToMend {
  shown: readonly string[]
  wrong: ReadonlySet<number>
  told: string
}

const headFill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEFE6DC' } } as const
const wrongFill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFBD9D3' } } as const
const thin = { style: 'thin', color: { argb: 'FFBBB3A8' } } as const
/** A list in a column stands in the hidden sheet of lists, whose first row names it. */
const firstOfList = 2

const widthOf = (column: SheetColumn) =>
  column.kind === 'text' ? Math.min(48, Math.max(16, column.longest / 4, column.example.length + 4)) : 22

function validate(sheet: Worksheet & { dataValidations: DataValidations }, plan: SheetPlan, locale: Locale) {
  const t = words(locale)
  let list = 0
  for (const [index, column] of plan.columns.entries()) {
    const range = `${letterOf(index)}2:${letterOf(index)}${mostRows + 1}`
    if (column.kind === 'choice') {
      const letter = letterOf(list)
      list += 1
      const end = column.choices.length + firstOfList - 1
      const formulae = [`'${t.lists}'!$${letter}$${firstOfList}:$${letter}$${end}`]
      sheet.dataValidations.add(range, {
        type: 'list',
        allowBlank: true,
        formulae,
        showErrorMessage: true,
        error: t.notChosen,
      })
    }
  }
}

function writeHead(sheet: Worksheet, plan: SheetPlan, locale: Locale, more: readonly string[]) {
  const stars = plan.columns.map(({ heading, required }) => heading[locale] + (required ? ' *' : ''))
  const row = sheet.addRow([...stars, ...more])
  row.height = 32
  row.eachCell((cell) => {
    cell.font = { bold: true }
    cell.fill = headFill
    cell.border = { bottom: thin }
    cell.alignment = { vertical: 'middle', wrapText: true }
    cell.protection = { locked: true }
  })
  row.commit()
}

async function openData(book: Workbook, plan: SheetPlan, locale: Locale, more: readonly string[] = []) {
  const sheet = book.addWorksheet(plan.title[locale], { views: [{ state: 'frozen', xSplit: 1, ySplit: 1 }] })
  const style = { protection: { locked: false }, numFmt: '@' }
  sheet.columns = [
    ...plan.columns.map((column) => ({ width: widthOf(column), style })),
    ...more.map(() => ({ width: 70, style })),
  ]
  writeHead(sheet, plan, locale, more)
  // No password: the headings are kept from a slip of the hand, not from their owner.
  await sheet.protect('', {
    formatCells: true,
    formatColumns: true,
    formatRows: true,
    insertRows: true,
    deleteRows: true,
    sort: true,
    autoFilter: true,
  })
  protectFirst(sheet)
  return sheet as Worksheet & { dataValidations: DataValidations }
}

function helpOf(column: SheetColumn, locale: Locale): string {
  const t = words(locale)
  const help = [column.help[locale]]
  if (column.kind === 'day') help.push(t.dayForm)
  if (column.kind === 'choice') help.push(t.choicesAre(column.choices.map(({ label }) => label[locale]).join(', ')))
  return help.filter((sentence) => sentence !== '').join(' ')
}

function writeHowTo(book: Workbook, plan: SheetPlan, locale: Locale) {
  const t = words(locale)
  const sheet = book.addWorksheet(t.howTo)
  sheet.columns = [{ width: 8 }, { width: 26 }, { width: 18 }, { width: 90 }, { width: 44 }]
  sheet.addRow([t.intro(plan.title[locale])]).commit()
  sheet.addRow([]).commit()
  const head = sheet.addRow([t.column, t.heading, t.whether, t.how, t.example])
  head.font = { bold: true }
  head.commit()
  for (const [index, column] of plan.columns.entries()) {
    const whether = column.required ? t.required : t.optional
    const row = sheet.addRow([letterOf(index), column.heading[locale], whether, helpOf(column, locale), column.example])
    row.alignment = { wrapText: true, vertical: 'top' }
    row.commit()
  }
  sheet.commit()
}

function writeLists(book: Workbook, plan: SheetPlan, locale: Locale) {
  const lists = plan.columns.flatMap((column) => (column.kind === 'choice' ? [column] : []))
  const sheet = book.addWorksheet(words(locale).lists, { state: 'hidden' })
  sheet.addRow(lists.map(({ heading }) => heading[locale])).commit()
  const longest = Math.max(0, ...lists.map(({ choices }) => choices.length))
  for (let index = 0; index < longest; index++) {
    sheet.addRow(lists.map(({ choices }) => choices[index]?.label[locale] ?? null)).commit()
  }
  sheet.commit()
}

function writeStamp(book: Workbook, plan: SheetPlan) {
  const sheet = book.addWorksheet(stampSheet, { state: 'veryHidden' })
  sheet.addRow([plan.key]).commit()
  sheet.addRow([String(plan.version)]).commit()
  sheet.commit()
}

interface Writing {
  plan: SheetPlan
  locale: Locale
}

async function written(
  { plan, locale }: Writing,
  more: readonly string[],
  fill: (sheet: Worksheet) => void,
): Promise<Uint8Array> {
  const stream = new PassThrough()
  const bytes = buffer(stream)
  const book = new exceljs.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: true })
  const sheet = await openData(book, plan, locale, more)
  fill(sheet)
  validate(sheet, plan, locale)
  sheet.commit()
  writeHowTo(book, plan, locale)
  writeLists(book, plan, locale)
  writeStamp(book, plan)
  await book.commit()
  return bytes
}

/** The empty list that officials fill in: headings, one example, how to fill in, and the choices of each column. */
export async function writeTemplate(plan: SheetPlan, locale: Locale): Promise<Uint8Array> {
  return written({ plan, locale }, [], (sheet) => {
    const row = sheet.addRow(plan.columns.map(({ example }) => example))
    row.font = { italic: true, color: { argb: 'FF8A8178' } }
    row.commit()
  })
}

/** The list as it was sent, with what is wrong in a column at the end; it can be mended and sent again. */
export async function writeFaults(writing: Writing, rows: readonly RowToMend[]): Promise<Uint8Array> {
  return written(writing, [faultsHeading[writing.locale]], (sheet) => {
    for (const { shown, wrong, told } of rows) {
      const row = sheet.addRow([...shown.map(neutral), told])
      for (const column of wrong) row.getCell(column + 1).fill = wrongFill
      row.commit()
    }
  })
}
