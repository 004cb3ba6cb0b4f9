import { foldHeading } from './headings.ts'
import {
  withoutApostrophe,
  type CellFault,
  type CellValue,
  type RawCell,
  type RawRow,
  type SheetColumn,
  type SheetPlan,
} from './sheet.ts'

type Read = { value: CellValue } | { key: string; values?: CellFault['values'] }

const written = /^(?<day>\d{1,2})[/.-](?<month>\d{1,2})[/.-](?<year>\d{4})$/
const iso = /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})$/

function dayFrom(year: number, month: number, day: number): Read {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  const date = new Date(`${text}T00:00:00Z`)
  const exists = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
  return exists && year >= 1900 && year <= 2200 ? { value: text } : { key: 'sheet.notADay' }
}

/** Excel counts days from 30/12/1899; below 61 it believes in a 29/02/1900 and nobody means such a day. */
export const ofSerial = (serial: number): Read =>
  Number.isInteger(serial) && serial > 60 && serial < 110_000
    ? { value: new Date(Date.UTC(1899, 11, 30 + serial)).toISOString().slice(0, 10) }
    : { key: 'sheet.notADay' }

function readDay(text: string, raw: RawCell): Read {
  if (typeof raw === 'object' && raw !== null && 'day' in raw) return readDay(raw.day, null)
  if (typeof raw === 'number') return ofSerial(raw)
  const named = (written.exec(text) ?? iso.exec(text))?.groups
  if (named === undefined) return { key: 'sheet.notADay' }
  return dayFrom(Number(named['year']), Number(named['month']), Number(named['day']))
}

function readInteger(text: string): Read {
  const digits = text.replace(/[\s.](?=\d{3}(?:\D|$))/g, '')
  return /^-?\d{1,15}$/.test(digits) ? { value: Number(digits) } : { key: 'sheet.notAnInteger' }
}

function readChoice(text: string, column: Extract<SheetColumn, { kind: 'choice' }>): Read {
  const folded = foldHeading(text)
  const names = ({ value, label }: (typeof column.choices)[number]) => [label.vi, label.en, value].map(foldHeading)
  const chosen = column.choices.find((choice) => names(choice).includes(folded))
  if (chosen) return { value: chosen.value }
  return { key: 'sheet.notAChoice', values: { choices: column.choices.map(({ label }) => label.vi).join(', ') } }
}

const shownDay = (day: string) => day.split('-').reverse().join('/')

/** The cell as the sender saw it, more or less. */
function shownCell(raw: RawCell): string {
  if (raw === null) return ''
  if (typeof raw !== 'object') return withoutApostrophe(String(raw).replace(/\s+/gu, ' ').trim())
  if ('day' in raw) return shownDay(raw.day)
  return 'error' in raw && raw.error !== 'formula' ? raw.error : ''
}

export function faultOfRaw(raw: RawCell): { key: string; values?: CellFault['values'] } | undefined {
  if (raw === null || typeof raw !== 'object' || 'day' in raw) return undefined
  if ('merged' in raw) return { key: 'sheet.merged' }
  return raw.error === 'formula'
    ? { key: 'sheet.formulaWithoutResult' }
    : { key: 'sheet.cellError', values: { error: raw.error } }
}

function readText(text: string, column: SheetColumn, raw: RawCell): Read {
  if (column.kind === 'day') return readDay(text, raw)
  if (text.length > column.longest) return { key: 'sheet.tooLong', values: { most: column.longest } }
  if (column.kind === 'integer') return readInteger(text)
  return column.kind === 'choice' ? readChoice(text, column) : { value: text }
}

function readCell(raw: RawCell, column: SheetColumn): Read {
  const broken = faultOfRaw(raw)
  if (broken !== undefined) return broken
  const text = shownCell(raw)
  if (text !== '') return readText(text, column, raw)
  return column.required ? { key: 'sheet.required' } : { value: null }
}

export interface TypedRow {
  number: number
  /** Each cell as text, in the order of the columns. */
  shown: string[]
  values: Readonly<Record<string, CellValue>>
  faults: CellFault[]
}

/** The row that shows how to fill in, left as it was. */
export const isExample = (plan: SheetPlan, row: RawRow) =>
  plan.columns.every(({ example }, index) => foldHeading(example) === foldHeading(shownCell(row.cells[index] ?? null)))

/** A row as typed values, with a fault for each cell that is not what its column asks for. */
export function readRow(plan: SheetPlan, row: RawRow): TypedRow {
  const faults: CellFault[] = row.hidden ? [{ column: null, key: 'sheet.hiddenRow', values: {} }] : []
  const values: [string, CellValue][] = []
  for (const [index, column] of plan.columns.entries()) {
    const read = readCell(row.cells[index] ?? null, column)
    if ('key' in read) faults.push({ column: index, key: read.key, values: read.values ?? {} })
    values.push([column.key, 'key' in read ? null : read.value])
  }
  const shown = plan.columns.map((_column, index) => shownCell(row.cells[index] ?? null))
  return { number: row.number, shown, values: Object.fromEntries(values), faults }
}
