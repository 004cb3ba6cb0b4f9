import type { CellLook } from '#capabilities/spreadsheets/cell-styles.ts'
import type { LookedCell, SheetToWrite } from '#capabilities/spreadsheets/sheet-xml.ts'
import { wordsOf, type Draft } from '../workbook-lines/draft.ts'
import type { Formula, Grid, Line, ListColumn, Plain } from '../workbook-lines/line.ts'
import { headColumns, headRows, ownerColumns, written, type Shape } from '../workbook-lines/shape.ts'

type Row = (LookedCell | null)[]

export const cellOf = (look: CellLook, value: LookedCell['value']): LookedCell => ({ look, value })

const looks: Readonly<Record<Line['shows'], CellLook>> = {
  amount: { kind: 'number' },
  points: { kind: 'points' },
  yes_no: { kind: 'yes_no' },
  day: { kind: 'day' },
  text: { kind: 'text' },
  count: { kind: 'number' },
}

/** How a line's cells look; the same object for all of them. */
function lookOf({ shows, decimals, isMain, grid }: Line): CellLook {
  const look = looks[shows]
  return {
    ...look,
    ...(shows === 'points' && { kind: decimals === undefined ? 'number' : 'points', places: decimals }),
    ...(isMain === true && { isBold: true }),
    ...(grid === 'facts' && { isEntry: true }),
  }
}

type Content = Plain | Formula
const isFormula = (content: Content): content is Formula => Array.isArray(content)

function valueOf(content: Content, shape: Shape, at: Parameters<typeof written>[2]): LookedCell['value'] {
  return isFormula(content) ? { formula: written(content, shape, at) } : content
}

const contentOf = ({ holds }: Line, unit: number): Content => (typeof holds === 'function' ? holds(unit) : holds)

const titleRows = (title: string, note: string): Row[] => [
  [cellOf({ kind: 'title' }, title)],
  [cellOf({ kind: 'note' }, note)],
]

const head: CellLook = { kind: 'head' }
const plain: CellLook = { kind: 'text' }

const nameOf = (draft: Draft, unit: number) => draft.units[unit]?.name ?? draft.units[unit]?.id ?? ''
const unitName = (draft: Draft, unit: number) => `${unit + 1}. ${nameOf(draft, unit)}`

interface Grids {
  readonly draft: Draft
  readonly shape: Shape
}

function* sideBySide({ draft, shape }: Grids, grid: Grid): Generator<Row> {
  const t = wordsOf(draft)
  const units = [...draft.units.keys()]
  yield [t.code, t.content, t.measure, ...units.map((unit) => unitName(draft, unit))].map((text) => cellOf(head, text))
  yield ['', '', '', ...draft.units.map(({ group }) => group ?? '')].map((text) => cellOf(head, text))
  for (const line of draft.lines[grid]) {
    const look = lookOf(line)
    const label: CellLook = line.isMain === true ? { kind: 'text', isBold: true } : plain
    const cells = units.map((unit) => cellOf(look, valueOf(contentOf(line, unit), shape, { grid, unit })))
    yield [cellOf(label, line.code), cellOf(label, line.label), cellOf(plain, t.shows[line.shows]), ...cells]
  }
}

function* belowOneAnother({ draft, shape }: Grids, grid: Grid): Generator<Row> {
  const t = wordsOf(draft)
  const lines = draft.lines[grid]
  const shown = lines.map(lookOf)
  yield ['', '', t.code, ...lines.map(({ code }) => code)].map((text) => cellOf(head, text))
  yield [t.number, t.unit, t.group, ...lines.map(({ label }) => label)].map((text) => cellOf(head, text))
  for (const [unit, of] of draft.units.entries()) {
    const cells = lines.map((line, index) =>
      cellOf(shown[index] ?? plain, valueOf(contentOf(line, unit), shape, { grid, unit })),
    )
    yield [cellOf(looks.count, unit + 1), cellOf(plain, of.name ?? of.id), cellOf(plain, of.group ?? null), ...cells]
  }
}

function* gridRows(of: Grids, grid: Grid): Generator<Row> {
  const t = wordsOf(of.draft)
  yield* titleRows(t.sheetTitles[grid], t.sheetNotes[grid])
  yield* of.shape.unitsAre === 'columns' ? sideBySide(of, grid) : belowOneAnother(of, grid)
}

/** A sheet on which each unit has a cell on each line. */
export function gridSheet(of: Grids, grid: Grid): SheetToWrite {
  const { draft, shape } = of
  const isWide = shape.unitsAre === 'columns'
  const many = isWide ? draft.units.length : draft.lines[grid].length
  return {
    name: shape.names[grid],
    widths: [...(isWide ? [9, 54, 11] : [6, 34, 12]), ...Array.from({ length: many }, () => (isWide ? 16 : 18))],
    frozen: { rows: headRows, columns: isWide ? 2 : headColumns },
    repeated: [3, 4],
    rows: gridRows(of, grid),
  }
}

function* listRows({ draft, shape }: Grids, list: number): Generator<Row> {
  const t = wordsOf(draft)
  const { label, owners, columns } = draft.lists[list] ?? { label: '', owners: [], columns: [] }
  yield* titleRows(label, t.listNote)
  yield ['', '', ...columns.map(({ field }) => field ?? '')].map((text) => cellOf(head, text))
  yield [t.number, t.unit, ...columns.map(({ label }) => label)].map((text) => cellOf(head, text))
  for (const [row, unit] of owners.entries()) {
    const cell = (column: ListColumn) => {
      const content = typeof column.holds === 'function' ? column.holds(row) : column.holds
      const look = { ...looks[column.shows], ...(column.field !== undefined && { isEntry: true }) }
      return cellOf(look, valueOf(content, shape, { list, row, unit }))
    }
    yield [cellOf(looks.count, unit + 1), cellOf(plain, nameOf(draft, unit)), ...columns.map(cell)]
  }
}

/** The cases, reports or marks of one fact, a row each. */
export function listSheet(of: Grids, list: number): SheetToWrite {
  const columns = of.draft.lists[list]?.columns ?? []
  return {
    name: of.shape.lists[list]?.name ?? '',
    widths: [7, 34, ...columns.map(({ shows }) => (shows === 'text' ? 26 : 16))],
    frozen: { rows: headRows, columns: ownerColumns },
    repeated: [3, 4],
    rows: listRows(of, list),
  }
}

export { titleRows, head as headLook, plain as plainLook, looks as looksOf }
