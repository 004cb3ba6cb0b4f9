import type { CellLook } from '#capabilities/spreadsheets/cell-styles.ts'
import type { LookedCell, SheetToWrite } from '#capabilities/spreadsheets/sheet-xml.ts'
import type { UnitScore } from '../engine/score-result.ts'
import { cellOf, headLook, plainLook, titleRows } from './book-sheets.ts'
import type { CriterionLines } from '../workbook-lines/criterion-lines.ts'
import { wordsOf, type Draft } from '../workbook-lines/draft.ts'
import { f, type Line } from '../workbook-lines/line.ts'
import { headRows, written, type Shape } from '../workbook-lines/shape.ts'
import { plainText, type Sum } from '../workbook-lines/sum.ts'
import type { WorkbookModel } from '../workbook-lines/workbook-model.ts'

export type Row = (LookedCell | null)[]

export interface Results {
  readonly model: WorkbookModel
  readonly shape: Shape
  /** What the engine says, by unit id: shown by programs that do not compute. */
  readonly scores: ReadonlyMap<string, UnitScore>
}

type Result = string | number | undefined

export const points = (places: number | null, isBold = false): CellLook => ({
  kind: places === null ? 'number' : 'points',
  ...(places !== null && { places }),
  isBold,
})

export const bold = (look: CellLook, isBold: boolean): CellLook => (isBold ? { ...look, isBold } : look)

/** Points of a criterion: as it is rounded; else with the decimals of a leaf, and more where there are more. */
export const pointsOf = ({ points: line, children }: CriterionLines, leaf: number | null): CellLook =>
  line.decimals === undefined && leaf !== null
    ? { ...points(leaf, children.length > 0), isOpen: true }
    : points(line.decimals ?? null, children.length > 0)

/** A decimal that a program may show before it has computed; fractions are left to it. */
export const shown = (text: string | null | undefined): number | undefined =>
  text === null || text === undefined || text.includes('/') ? undefined : Number(text)

const withResult = (formula: string, result: Result) => (result === undefined ? { formula } : { formula, result })

export function formulaCell({ shape }: Results, line: Line, unit: number, result?: Result): LookedCell['value'] {
  return withResult(written(f`${line}`, shape, { grid: 'other', unit }), result)
}

/** A total only where nothing is missing; else the word that says so. */
export function blockedCell({ model, shape }: Results, line: Line, unit: number, result?: Result): LookedCell['value'] {
  const { state } = model.standing
  const { incomplete } = wordsOf(model.draft).standing
  const value = f`IF(${state}="${incomplete}",${state},${line})`
  return withResult(written(value, shape, { grid: 'other', unit }), result)
}

export function maximumCell({ shape }: Results, max: Sum | null, unit: number): LookedCell['value'] {
  if (max === null) return null
  return { formula: max.needs.length === 0 ? plainText(max.value) : written(max.value, shape, { grid: 'other', unit }) }
}

export interface Placed {
  readonly lines: CriterionLines
  readonly depth: number
}

export function depthFirst(lines: CriterionLines, depth = 0): Placed[] {
  return lines.children.flatMap((child) => [{ lines: child, depth }, ...depthFirst(child, depth + 1)])
}

export const isTree = ({ children }: CriterionLines) => children.length > 0

export const unitName = (draft: Draft, unit: number) => draft.units[unit]?.name ?? draft.units[unit]?.id ?? ''

export const heads = (texts: readonly string[]): Row => texts.map((text) => cellOf(headLook, text))

export const text = (value: string | null, isBold = false): LookedCell => cellOf(bold(plainLook, isBold), value)

interface ResultSheet {
  readonly name: string
  readonly title: string
  readonly note: string
  readonly widths: readonly number[]
  readonly rows: () => Iterable<Row>
}

/** A sheet of results: title and note, its headings in the fourth row. */
export function resultSheet({ name, title, note, widths, rows }: ResultSheet): SheetToWrite {
  const all = function* all(): Generator<Row> {
    yield* titleRows(title, note)
    yield []
    yield* rows()
  }
  return { name, widths, frozen: { rows: headRows, columns: 2 }, repeated: [4, 4], rows: all() }
}
