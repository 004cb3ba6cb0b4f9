import type { CellValue as ExcelValue } from 'exceljs'
import type { RawCell } from './sheet.ts'

interface ObjectCell {
  richText: { text?: string | null }[]
  error: string
  formula: string
  result: ExcelValue
  text: string
}

/** A spreadsheet keeps days at midnight UTC, whatever its reader's zone. */
const dayOfDate = (date: Date): RawCell =>
  Number.isNaN(date.getTime()) ? { error: '#VALUE!' } : { day: date.toISOString().slice(0, 10) }

function ofNumber(value: number): RawCell {
  return Number.isFinite(value) ? value : { error: '#VALUE!' }
}

function ofObject(value: object): RawCell {
  if (value instanceof Date) return dayOfDate(value)
  const { richText, error, formula, result, text } = value as Partial<ObjectCell>
  if (richText !== undefined) return richText.map((part) => part.text ?? '').join('')
  if (error !== undefined) return { error }
  if (formula !== undefined) return result === undefined ? { error: 'formula' } : plainCell(result)
  return text === undefined ? { error: '#VALUE!' } : plainCell(text)
}

/** The cell without its dress: no fonts, no links, and of a formula only the result that was last computed. */
export function plainCell(value: ExcelValue | undefined): RawCell {
  if (value === null || value === undefined) return null
  if (typeof value === 'string') return value.normalize('NFC').replaceAll('\0', '')
  if (typeof value === 'number') return ofNumber(value)
  return typeof value === 'boolean' ? value : ofObject(value)
}
