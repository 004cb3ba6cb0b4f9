import type { Bilingual } from '#platform/words.ts'

export interface SheetChoice {
  value: string
  /** What the list in the workbook offers; read in either language, without regard to tone marks. */
  label: Bilingual
}

interface PlainColumn {
  key: string
  heading: Bilingual
  help: Bilingual
  /** A cell of the row that shows how to fill in. */
  example: string
  required: boolean
  /** Letters, at most. */
  longest: number
}

export type SheetColumn = PlainColumn &
  ({ kind: 'text' | 'day' | 'integer' } | { kind: 'choice'; choices: readonly SheetChoice[] })

/** A sheet that officials fill in: what stands in its columns, in this order. */
export interface SheetPlan {
  /** Stamped into the template, so that the wrong one is known at once. */
  key: string
  version: number
  title: Bilingual
  columns: readonly SheetColumn[]
}

/** The most rows that one file may hold below its headings. */
export const mostRows = 5_000

/** What stood in one cell. Of a formula only its last result is taken. */
export type RawCell = string | number | boolean | null | { day: string } | { error: string } | { merged: true }

export interface RawRow {
  /** As Excel counts: the headings are row 1. */
  number: number
  cells: RawCell[]
  /** Hidden in the workbook: whoever sent it did not see it. */
  hidden: boolean
}

/** What is wrong with a row: `column` counts from 0, `null` is the row as a whole; `key` names a sentence. */
export interface CellFault {
  column: number | null
  key: string
  values: Readonly<Record<string, string | number>>
}

/** A day as YYYY-MM-DD, a choice as its value; `null` is an empty cell, which is never zero. */
export type CellValue = string | number | null

/** "C" for 2, "AA" for 26. */
export const letterOf = (column: number): string =>
  (column < 26 ? '' : letterOf(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26))

/** The column that a workbook of faults carries at its end; a file that comes back with it is read without it. */
export const faultsHeading: Bilingual = { vi: 'Cần sửa', en: 'To be mended' }

/** The hidden sheet in which a template says what it is. */
export const stampSheet = 'giao-uoc'

const formulaSign = /^[=+\-@\t\r]/

/** Text that a spreadsheet could take for a formula, once it is saved as CSV, begins with an apostrophe. */
export const neutral = (text: string) => (formulaSign.test(text) ? `'${text}` : text)

/** … and loses it again when the file comes back. */
export const withoutApostrophe = (text: string) =>
  text.startsWith("'") && formulaSign.test(text.slice(1)) ? text.slice(1) : text
