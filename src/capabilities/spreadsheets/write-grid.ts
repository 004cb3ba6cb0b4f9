import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import exceljs from 'exceljs'
import type { Locale } from '#platform/words.ts'
import { protectFirst, type DataValidations } from './dress-sheet.ts'
import type { CellRule, GridPlan } from './grid.ts'
import { letterOf, neutral, stampSheet } from './sheet.ts'
import { words } from './words.ts'

type Workbook = exceljs.stream.xlsx.WorkbookWriter
type Sheet = exceljs.Worksheet & { dataValidations: DataValidations }

const headFill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEFE6DC' } } as const
const openFill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFF9E5' } } as const
const thin = { style: 'thin', color: { argb: 'FFBBB3A8' } } as const
const box = { top: thin, left: thin, bottom: thin, right: thin }
/** No cell of a workbook holds more letters; each piece begins with a stroke, so that none looks like a formula. */
const stampPiece = 30_000

const formats = { number: 'General', percent: '0.00%', day: 'dd/mm/yyyy', choice: '@', text: '@' } as const

const styleOf = (rule: CellRule | null): Partial<exceljs.Style> => ({
  border: box,
  alignment: { vertical: 'top', wrapText: true },
  ...(rule === null
    ? { protection: { locked: true } }
    : { protection: { locked: false }, numFmt: formats[rule.kind], fill: openFill }),
})

function valueOf(text: string | null, rule: CellRule | null): exceljs.CellValue {
  if (text === null) return null
  if (rule?.kind === 'number') return Number(text)
  if (rule?.kind === 'percent') return Number((Number(text) / 100).toPrecision(15))
  return rule?.kind === 'day' ? new Date(`${text}T00:00:00Z`) : neutral(text)
}

/** Choices stand in a hidden sheet of lists, one column a list, whose first row is its head. */
function listsOf(plan: GridPlan): string[][] {
  const lists = new Map<string, string[]>()
  const note = (rule: CellRule | null) => {
    if (rule?.kind === 'choice') lists.set(JSON.stringify(rule.choices), [...rule.choices])
  }
  for (const { rule } of plan.columns) note(rule)
  for (const { rules } of plan.rows) Object.values(rules ?? {}).forEach(note)
  return [...lists.values()]
}

interface Writing {
  plan: GridPlan
  locale: Locale
  lists: readonly string[][]
}

function validationOf(rule: CellRule, { locale, lists }: Writing): exceljs.DataValidation | null {
  const t = words(locale).grid
  const shared = { allowBlank: true, showErrorMessage: true, showInputMessage: true, errorTitle: t.notRight }
  if (rule.kind === 'text') {
    const formulae = [rule.longest]
    return { ...shared, type: 'textLength', operator: 'lessThanOrEqual', formulae, error: t.tooLong(rule.longest) }
  }
  if (rule.kind === 'day') {
    const formulae = [new Date('1900-03-01T00:00:00Z')]
    return { ...shared, type: 'date', operator: 'greaterThanOrEqual', formulae, error: t.day, prompt: t.day }
  }
  if (rule.kind === 'choice') {
    const list = lists.findIndex((one) => JSON.stringify(one) === JSON.stringify(rule.choices))
    const [letter, end] = [letterOf(list), rule.choices.length + 1]
    return {
      ...shared,
      type: 'list',
      formulae: [`'${words(locale).lists}'!$${letter}$2:$${letter}$${end}`],
      error: t.choice,
    }
  }
  const told = { ...shared, type: 'decimal', error: t[rule.kind], prompt: t[rule.kind] } as const
  // Growth falls below zero; what is counted cannot.
  return rule.kind === 'number' && rule.isSigned !== true
    ? { ...told, operator: 'greaterThanOrEqual', formulae: [0] }
    : { ...told, operator: 'between', formulae: [-1e15, 1e15] }
}

const ruleAt = ({ columns, rows }: GridPlan, row: number, column: number): CellRule | null => {
  const own = rows[row]?.rules?.[column]
  return own === undefined ? (columns[column]?.rule ?? null) : own
}

/** One validation for each run of rows that take the same. */
function validate(sheet: Sheet, writing: Writing, first: number) {
  const { plan } = writing
  for (const column of plan.columns.keys()) {
    for (let from = 0, to = 0; from < plan.rows.length; from = to) {
      const rule = ruleAt(plan, from, column)
      for (to = from + 1; to < plan.rows.length && sameRule(rule, ruleAt(plan, to, column));) to += 1
      const validation = rule && validationOf(rule, writing)
      if (validation)
        sheet.dataValidations.add(`${letterOf(column)}${first + from}:${letterOf(column)}${first + to - 1}`, validation)
    }
  }
}

const sameRule = (one: CellRule | null, other: CellRule | null) =>
  one === other || JSON.stringify(one) === JSON.stringify(other)

function writeHead(sheet: Sheet, { plan, locale }: Writing) {
  for (const [index, text] of plan.lines.entries()) {
    const row = sheet.addRow([neutral(text)])
    row.getCell(1).style = { font: index === 0 ? { bold: true, size: 14 } : {}, alignment: { wrapText: false } }
    row.commit()
  }
  sheet.addRow([]).commit()
  const head = sheet.addRow(plan.columns.map(({ heading }) => heading[locale]))
  head.eachCell((cell) => {
    cell.style = {
      font: { bold: true },
      fill: headFill,
      border: box,
      alignment: { vertical: 'middle', horizontal: 'center', wrapText: true },
    }
  })
  head.commit()
}

function writeRows(sheet: Sheet, { plan }: Writing) {
  const styles = new Map<string, Partial<exceljs.Style>>()
  const styled = (rule: CellRule | null) => {
    const key = rule?.kind ?? ''
    const style = styles.get(key) ?? styleOf(rule)
    styles.set(key, style)
    return style
  }
  for (const [index, { cells }] of plan.rows.entries()) {
    const row = sheet.addRow(cells.map((text, column) => valueOf(text, ruleAt(plan, index, column))))
    for (const column of plan.columns.keys()) row.getCell(column + 1).style = styled(ruleAt(plan, index, column))
    row.commit()
  }
}

async function writeData(book: Workbook, writing: Writing) {
  const { plan, locale } = writing
  const headRow = plan.lines.length + 2
  const sheet = book.addWorksheet(plan.sheet, {
    views: [{ state: 'frozen', xSplit: Math.min(plan.keyColumn + 2, plan.columns.length - 1), ySplit: headRow }],
    pageSetup: {
      // oxlint-disable-next-line typescript/no-unsafe-enum-assignment -- exceljs has this enum in its types alone
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `${headRow}:${headRow}`,
    },
    headerFooter: {
      oddFooter: `&L${(plan.lines[0] ?? '').replaceAll('&', '&&').slice(0, 120)}&R${words(locale).grid.pages}`,
    },
  }) as Sheet
  sheet.columns = plan.columns.map(({ width }) => ({ width }))
  writeHead(sheet, writing)
  writeRows(sheet, writing)
  validate(sheet, writing, headRow + 1)
  // No password: what is locked is kept from a slip of the hand, not from its owner.
  await sheet.protect('', { formatCells: true, formatColumns: true, formatRows: true, sort: true, autoFilter: true })
  protectFirst(sheet)
  sheet.commit()
}

function writeHowTo(book: Workbook, { plan, locale }: Writing) {
  const sheet = book.addWorksheet(words(locale).howTo)
  sheet.columns = [{ width: 110 }]
  for (const [index, text] of plan.howTo.entries()) {
    const row = sheet.addRow([text])
    row.getCell(1).style = { font: { bold: index === 0 }, alignment: { wrapText: true, vertical: 'top' } }
    row.commit()
  }
  sheet.commit()
}

function writeHidden(book: Workbook, { plan, locale, lists }: Writing) {
  const sheet = book.addWorksheet(words(locale).lists, { state: 'hidden' })
  const longest = Math.max(0, ...lists.map((list) => list.length))
  for (let row = 0; row <= longest; row++) {
    sheet.addRow(lists.map((list, index) => (row === 0 ? `${index + 1}` : (list[row - 1] ?? null)))).commit()
  }
  sheet.commit()
  const stamp = book.addWorksheet(stampSheet, { state: 'veryHidden' })
  for (let at = 0; at < plan.stamp.length; at += stampPiece) {
    stamp.addRow([`|${plan.stamp.slice(at, at + stampPiece)}`]).commit()
  }
  stamp.commit()
}

/** Locked but for what is to be filled in, with a validation for each kind of cell, how to fill in, and its stamp. */
export async function writeGrid(plan: GridPlan, locale: Locale): Promise<Uint8Array> {
  const stream = new PassThrough()
  const bytes = buffer(stream)
  const book = new exceljs.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: true })
  const writing = { plan, locale, lists: listsOf(plan) }
  await writeData(book, writing)
  writeHowTo(book, writing)
  writeHidden(book, writing)
  await book.commit()
  return bytes
}
