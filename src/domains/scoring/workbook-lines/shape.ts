import { letterOf } from '#capabilities/spreadsheets/sheet.ts'
import type { Formula, Grid, Line, Piece } from './line.ts'

/** Where things stand in a workbook, by which a formula's lines become addresses. */
export interface Shape {
  /** Few units stand side by side, as officials keep their tables; many stand below one another. */
  readonly unitsAre: 'columns' | 'rows'
  /** Of each unit: the first and last of its group, which stand together. */
  readonly groups: readonly { readonly first: number; readonly last: number }[]
  readonly names: Readonly<Record<Grid, string>>
  readonly lists: readonly { readonly name: string; readonly owners: readonly number[] }[]
}

/** Above and left of what a grid holds: a title, a note and two rows of headings; code, label, note. */
export const headRows = 4
export const headColumns = 3
/** Columns of a list before its own: the number of the unit and its name. */
export const ownerColumns = 2
/** Beyond so many, units stand below one another: a sheet has 16,384 columns, and nobody reads across them. */
export const mostSideBySide = 120

type At =
  | { readonly grid: Grid | 'other'; readonly unit: number }
  | { readonly list: number; readonly row: number; readonly unit: number }

const cell = (column: number, row: number, fixed: '' | '$' = '') => `${fixed}${letterOf(column)}${fixed}${row + 1}`

function lineCell(line: Line, unit: number, { unitsAre }: Shape, fixed: '' | '$' = '') {
  return unitsAre === 'columns'
    ? cell(headColumns + unit, headRows + line.place, fixed)
    : cell(headColumns + line.place, headRows + unit, fixed)
}

/** A part of a list's column: rows from 0; a list without cases has one empty row. */
function part(column: number, shape: Shape, list: number, last?: number): string {
  const rows = Math.max(shape.lists[list]?.owners.length ?? 0, 1)
  return `${cell(column, headRows, '$')}:${cell(column, headRows + (last ?? rows - 1), last === undefined ? '$' : '')}`
}

const inSheet = (name: string, address: string) => `'${name.replaceAll("'", "''")}'!${address}`

function addressOf(piece: Exclude<Piece, string>, shape: Shape, at: At): string {
  if ('unit' in piece) return String(at.unit + 1)
  return 'line' in piece ? addressOfLine(piece, shape, at) : addressInList(piece, shape, at)
}

function addressOfLine({ line, span }: Extract<Piece, { line: Line }>, shape: Shape, at: At): string {
  const group = shape.groups[at.unit] ?? { first: at.unit, last: at.unit }
  const address =
    span === 'own'
      ? lineCell(line, at.unit, shape)
      : `${lineCell(line, group.first, shape, '$')}:${lineCell(line, group.last, shape, '$')}`
  return 'grid' in at && at.grid === line.grid ? address : inSheet(shape.names[line.grid], address)
}

const isInList = (at: At, list: number) => 'list' in at && at.list === list

function addressInList(piece: Exclude<Piece, string | { line: Line } | { unit: true }>, shape: Shape, at: At): string {
  const [list, column] = 'owner' in piece ? [piece.owner, 0] : [piece.column.list, ownerColumns + piece.column.place]
  const row = 'row' in at ? at.row : 0
  if (piece.span === 'row') return cell(column, headRows + row)
  const address = part(column, shape, list, piece.span === 'so_far' ? row : undefined)
  return isInList(at, list) ? address : inSheet(shape.lists[list]?.name ?? '', address)
}

/** A formula as the program takes it, without its sign of equality. */
export const written = (formula: Formula, shape: Shape, at: At): string =>
  formula.map((piece) => (typeof piece === 'string' ? piece : addressOf(piece, shape, at))).join('')
