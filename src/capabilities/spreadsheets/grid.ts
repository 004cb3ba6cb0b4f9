import type { Bilingual } from '#platform/words.ts'
import type { RawCell } from './sheet.ts'

/** What a cell takes. Values are text: a decimal with a point, a percent as 85, a day as YYYY-MM-DD. */
export type CellRule =
  /** Below zero only where `isSigned` says so. */
  | { kind: 'number'; isSigned?: boolean }
  | { kind: 'percent' | 'day' }
  | { kind: 'choice'; choices: readonly string[] }
  | { kind: 'text'; longest: number }

export interface GridColumn {
  heading: Bilingual
  /** In letters. */
  width: number
  /** Filled in by its reader; without one it goes out locked. */
  rule: CellRule | null
}

export interface GridRow {
  cells: readonly (string | null)[]
  /** Where a row's cell takes something else than its column; `null` locks it. */
  rules?: Readonly<Record<number, CellRule | null>>
}

/** A workbook that goes out with what is known and comes back with what was filled in. */
export interface GridPlan {
  /** The name of its sheet. */
  sheet: string
  /** Above the headings: the first is its title. */
  lines: readonly string[]
  columns: readonly GridColumn[]
  /** The column by which a row is known again, wherever it was moved. */
  keyColumn: number
  rows: readonly GridRow[]
  howTo: readonly string[]
  /** Sealed text that says what went out (`stamp.ts`). */
  stamp: string
}

/** What a reader looks for: the key's heading first, then those of the columns that are filled in. */
export interface GridHeadings {
  key: Bilingual
  filled: readonly Bilingual[]
}

/** A number that is shown as a percentage: 85 for the 0.85 that the file holds. */
export type GridRaw = RawCell | { percent: number }

export interface ReadGridRow {
  /** As Excel counts. */
  number: number
  key: string
  /** In the order of the headings asked for. */
  cells: readonly GridRaw[]
}

export interface ReadGrid {
  ok: true
  stamp: string
  rows: readonly ReadGridRow[]
  /** Where each column that is filled in stands now, from 0. */
  places: readonly number[]
}

/** The most rows of one grid, and the most columns. */
export const [mostGridRows, mostGridColumns] = [10_000, 60]
