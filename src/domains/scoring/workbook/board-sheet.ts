import type { LookedCell, SheetToWrite } from '#capabilities/spreadsheets/sheet-xml.ts'
import { cellOf, looksOf, plainLook } from './book-sheets.ts'
import type { CriterionLines } from '../workbook-lines/criterion-lines.ts'
import { say, wordsOf } from '../workbook-lines/draft.ts'
import {
  blockedCell,
  bold,
  depthFirst,
  formulaCell,
  heads,
  isTree,
  points,
  pointsOf,
  resultSheet,
  shown,
  text,
  unitName,
  type Placed,
  type Results,
  type Row,
} from './result-cells.ts'

const pointsCell = (of: Results, lines: CriterionLines, unit: number): LookedCell =>
  cellOf(pointsOf(lines, of.model.draft.table.rounding.leaf), formulaCell(of, lines.points, unit))

function totalCell(of: Results, unit: number): LookedCell {
  const { draft, standing } = of.model
  return cellOf(points(draft.table.rounding.total, true), blockedCell(of, standing.total, unit))
}

const numberedName = (of: Results, unit: number) => `${unit + 1}. ${unitName(of.model.draft, unit)}`

function criterionRow(of: Results, { lines, depth }: Placed): Row {
  const { draft } = of.model
  const { code, title, max } = lines.node
  const isBold = isTree(lines)
  const stated = max === undefined ? null : String(max)
  return [
    text(code, isBold),
    cellOf({ ...bold(plainLook, isBold), indent: depth }, say(draft, title)),
    cellOf(points(null, isBold), stated === null ? null : (shown(stated) ?? stated)),
    ...[...draft.units.keys()].map((unit) => pointsCell(of, lines, unit)),
  ]
}

function* sideBySide(of: Results, criteria: readonly Placed[]): Generator<Row> {
  const { draft } = of.model
  const t = wordsOf(draft)
  const units = [...draft.units.keys()]
  yield heads([t.code, t.criterion, t.statedMax, ...units.map((unit) => numberedName(of, unit))])
  for (const one of criteria) yield criterionRow(of, one)
  yield [text(''), text(t.total, true), text(null), ...units.map((unit) => totalCell(of, unit))]
}

function* belowOneAnother(of: Results, criteria: readonly Placed[]): Generator<Row> {
  const { draft } = of.model
  const t = wordsOf(draft)
  const named = criteria.map(({ lines: { node } }) => `${node.code}. ${say(draft, node.title)}`)
  yield heads([t.number, t.unit, '', ...named, t.total])
  for (const unit of draft.units.keys()) {
    const cells = criteria.map(({ lines }) => pointsCell(of, lines, unit))
    yield [cellOf(looksOf.count, unit + 1), text(unitName(draft, unit)), text(null), ...cells, totalCell(of, unit)]
  }
}

/** Points of every criterion: criteria below one another, units side by side; or turned, when units are many. */
export function boardSheet(of: Results, name: string): SheetToWrite {
  const { draft, root } = of.model
  const t = wordsOf(draft)
  const criteria = depthFirst(root)
  const isWide = of.shape.unitsAre === 'columns'
  const many = isWide ? draft.units.length : criteria.length + 1
  return resultSheet({
    name,
    title: `${t.sheets.board}: ${say(draft, draft.table.title)}`,
    note: t.boardNote,
    widths: [...(isWide ? [9, 54, 9] : [6, 34, 2]), ...Array.from({ length: many }, () => 15)],
    rows: () => (isWide ? sideBySide(of, criteria) : belowOneAnother(of, criteria)),
  })
}
