import type { RawRow } from '#capabilities/spreadsheets/sheet.ts'
import { withoutMarks } from '#platform/fold.ts'
import { textOf, type Heading } from './heading.ts'
import { marksOfCode, marksOfWords, type Mark } from './numbering.ts'
import { readPoints, type PointText } from './point-text.ts'

/** One row of a table as it was understood before it has a place in the tree. */
export interface SheetRow {
  /** As Excel counts. */
  row: number
  marks: readonly Mark[]
  text: string
  max: PointText | undefined
  bonus: PointText | undefined
  penalty: PointText | undefined
  evidence: string
  /** A code that Excel turned into a day: 1.2 became 1 February. */
  wasDay: boolean
}

export interface TotalRow {
  row: number
  said: string
}

/** "01/02" for what was typed as 1.2. */
function codeOf(row: RawRow, column: number | undefined): { code: string; wasDay: boolean } {
  const cell = column === undefined ? undefined : row.cells[column]
  if (typeof cell !== 'object' || cell === null || !('day' in cell)) return { code: textOf(cell), wasDay: false }
  const [, month = '', day = ''] = cell.day.split('-')
  return { code: `${Number(day)}.${Number(month)}`, wasDay: true }
}

/** Its number and its words; a heading that runs across the sheet stands in the column of numbers alone. */
function wordsOfRow(code: string, words: string) {
  const ofCode = marksOfCode(code)
  if (ofCode.length > 0) return { marks: ofCode, text: words || code }
  const { marks, rest } = marksOfWords(words === '' ? code : words)
  return { marks, text: rest }
}

function rowOf(raw: RawRow, { columns }: Heading): SheetRow {
  const at = (column: number | undefined) => (column === undefined ? undefined : raw.cells[column])
  const { code, wasDay } = codeOf(raw, columns.code)
  return {
    row: raw.number,
    ...wordsOfRow(code, textOf(at(columns.title))),
    max: readPoints(at(columns.max)),
    bonus: readPoints(at(columns.bonus)),
    penalty: readPoints(at(columns.penalty)),
    evidence: textOf(at(columns.evidence)),
    wasDay,
  }
}

const isTotal = ({ text, marks }: SheetRow) =>
  marks.length === 0 &&
  /^(?:tong|cong)\b(?! (?:tac|doan|an|nghe|dong|khai|chuc|dan|ty|trinh))/u.test(withoutMarks(text))

const isBlank = ({ text, max, bonus, penalty }: SheetRow) =>
  text === '' && [max, bonus, penalty].every((points) => points === undefined)

/** Whether any of its cells of points says something. */
export const hasPoints = ({ max, bonus, penalty }: Pick<SheetRow, 'max' | 'bonus' | 'penalty'>) =>
  [max, bonus, penalty].some((points) => points !== undefined)

/** The rows below the headings, without blank ones, totals, and what follows the last total. */
export function splitRows(raw: readonly RawRow[], heading: Heading): { rows: SheetRow[]; totals: TotalRow[] } {
  const all = raw.slice(heading.below).map((row) => rowOf(row, heading))
  const last = all.findLastIndex((row) => isTotal(row) && hasPoints(row))
  const rows = all.filter((row, index) => {
    const isSignature = last !== -1 && index > last && !hasPoints(row)
    return !isBlank(row) && !isTotal(row) && !isSignature
  })
  const totals = all.filter(isTotal).flatMap(({ row, max }) => (max === undefined ? [] : [{ row, said: max.amount }]))
  return { rows, totals }
}
