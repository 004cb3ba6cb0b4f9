import type { RawCell, RawRow } from '#capabilities/spreadsheets/sheet.ts'
import { withoutMarks } from '#platform/fold.ts'

export type ColumnRole = 'code' | 'title' | 'max' | 'bonus' | 'penalty' | 'evidence'

/** Where the headings of a sheet end, and which column holds what. */
export interface Heading {
  /** Index of the first row below them. */
  below: number
  columns: Partial<Record<ColumnRole, number>>
}

/** A cell as text; of a number as it would be typed. */
export function textOf(cell: RawCell | undefined): string {
  if (typeof cell === 'string') return cell.replaceAll(/[^\S\n]+/gu, ' ').trim()
  if (typeof cell === 'number') return String(cell).replace('.', ',')
  return ''
}

const folded = (text: string) => withoutMarks(text).replaceAll(/\s+/gu, ' ').trim()

/** In this order: what is told apart first is not taken for what is looser. */
const signs: readonly (readonly [ColumnRole | 'other', RegExp])[] = [
  ['other', /tu cham|tu danh gia|khoi cham|cum cham|tham dinh|hoi dong|ket qua|ghi chu|cach tinh|ai cham|don vi tinh/u],
  ['evidence', /minh chung|tai lieu|ho so/u],
  ['penalty', /\btru\b/u],
  ['bonus', /thuong|diem cong|cong diem/u],
  ['max', /diem|thang/u],
  ['title', /noi dung|tieu chi|tieu chuan|nhiem vu|muc tieu/u],
  ['code', /^(?:stt|tt|so tt|so thu tu|ma|ma so|ma tieu chi|muc|so)$/u],
]

const roleOf = (text: string) => signs.find(([, sign]) => sign.test(folded(text)))?.[0]

/** "Mã tiêu chí" is a code, "Tiêu chí" a title, "Điểm tiêu chí" points: the code is looked at first. */
function roleOfColumn(text: string): ColumnRole | undefined {
  const isCode = signs.at(-1)?.[1].test(folded(text)) === true
  const role = isCode ? 'code' : roleOf(text)
  return role === 'other' ? undefined : role
}

function columnsOf(rows: readonly RawRow[]): Heading['columns'] {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length))
  const columns: Heading['columns'] = {}
  for (let column = 0; column < width; column++) {
    const text = rows.map(({ cells }) => textOf(cells[column])).join(' ')
    const role = text.trim() === '' ? undefined : roleOfColumn(text)
    if (role !== undefined) columns[role] ??= column
  }
  return columns
}

const isWhole = (columns: Heading['columns']) =>
  columns.title !== undefined && [columns.max, columns.bonus, columns.penalty].some((column) => column !== undefined)

/** A second line of headings: nothing stands below "content", and what stands elsewhere names points. */
function goesOn(row: RawRow | undefined, title: number): boolean {
  if (row === undefined || textOf(row.cells[title]) !== '') return false
  return row.cells.some(
    (cell) => typeof cell === 'string' && /chuan|toi da|thuong|tru\b|cong|tu cham/u.test(folded(cell)),
  )
}

/** "1 2 3 4" or "(1) (2) (3)" below the headings numbers the columns. */
function numbersColumns(row: RawRow | undefined): boolean {
  const texts = (row?.cells ?? []).map(textOf).filter((text) => text !== '')
  return texts.length >= 3 && texts.every((text, index) => [`${index + 1}`, `(${index + 1})`].includes(text))
}

const mostAbove = 40

/** Index of the first row below the headings that begin at a row. */
function endOf(rows: readonly RawRow[], at: number): number {
  const { title } = columnsOf(rows.slice(at, at + 1))
  if (title === undefined) return at + 1
  const more = rows.slice(at + 1, at + 3).findIndex((row) => !goesOn(row, title))
  return more === -1 ? Math.min(rows.length, at + 3) : at + 1 + more
}

/** The headings of a sheet as officials write them: one to three rows, somewhere near the top. */
export function findHeading(rows: readonly RawRow[]): Heading | undefined {
  for (let at = 0; at < Math.min(rows.length, mostAbove); at++) {
    const end = endOf(rows, at)
    const columns = columnsOf(rows.slice(at, end))
    if (isWhole(columns)) return { below: numbersColumns(rows[end]) ? end + 1 : end, columns }
  }
  return undefined
}
