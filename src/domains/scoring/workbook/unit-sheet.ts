import type { CellLook } from '#capabilities/spreadsheets/cell-styles.ts'
import type { LookedCell, SheetToWrite } from '#capabilities/spreadsheets/sheet-xml.ts'
import type { CriterionScore } from '../engine/score-result.ts'
import { cellOf, plainLook } from './book-sheets.ts'
import { say, wordsOf } from '../workbook-lines/draft.ts'
import type { Line } from '../workbook-lines/line.ts'
import {
  blockedCell,
  bold,
  depthFirst,
  formulaCell,
  heads,
  isTree,
  maximumCell,
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

interface OfUnit {
  readonly of: Results
  readonly unit: number
  readonly known: ReadonlyMap<string, CriterionScore>
}

function scoresByCode(criteria: readonly CriterionScore[]): Map<string, CriterionScore> {
  return new Map(criteria.flatMap((one) => [[one.code, one] as const, ...scoresByCode(one.children)]))
}

function lineCell({ of, unit }: OfUnit, look: CellLook, line: Line | null, result?: number): LookedCell {
  return cellOf(look, line === null ? null : formulaCell(of, line, unit, result))
}

function criterionRow(at: OfUnit, { lines, depth }: Placed): Row {
  const { of, unit, known } = at
  const { draft } = of.model
  const { node } = lines
  const isBold = isTree(lines)
  const score = known.get(node.code)
  const look = pointsOf(lines, draft.table.rounding.leaf)
  const reason = draft.units[unit]?.agreed[node.code]?.reason
  return [
    text(node.code, isBold),
    cellOf({ ...bold(plainLook, isBold), indent: depth }, say(draft, node.title)),
    lineCell(at, look, lines.base),
    lineCell(at, look, lines.bonus),
    lineCell(at, look, lines.penalty),
    lineCell(at, bold(look, true), lines.points, score?.standing === 'scored' ? shown(score.points) : undefined),
    cellOf(points(null, isBold), maximumCell(of, lines.max, unit)),
    text(reason ?? say(draft, node.note)),
  ]
}

function* totalRows(at: OfUnit): Generator<Row> {
  const { of, unit } = at
  const { draft, standing } = of.model
  const t = wordsOf(draft)
  const { total, percent } = draft.table.rounding
  const look = points(total, true)
  const score = of.scores.get(draft.units[unit]?.id ?? '')
  const result = score?.state === 'complete' ? shown(score.total) : undefined
  const columns = [standing.base, standing.bonus, standing.penalty].map((line) => lineCell(at, look, line))
  const max = lineCell(at, points(null, true), standing.max)
  yield [
    text(''),
    text(t.total, true),
    ...columns,
    cellOf(look, blockedCell(of, standing.total, unit, result)),
    max,
    lineCell(at, plainLook, standing.state),
  ]
  const share = cellOf(points(percent), blockedCell(of, standing.percent, unit))
  yield [text(''), text(t.percent), text(null), text(null), text(null), share, text(null), text(null)]
}

/** One unit's points with their columns and maxima. */
export function unitSheet(of: Results, name: string, unit: number): SheetToWrite {
  const { draft, root } = of.model
  const t = wordsOf(draft)
  const known = scoresByCode(of.scores.get(draft.units[unit]?.id ?? '')?.criteria ?? [])
  const at = { of, unit, known }
  return resultSheet({
    name,
    title: `${t.sheets.unitSheet}: ${unitName(draft, unit)}`,
    note: say(draft, draft.table.title),
    widths: [9, 64, 12, 12, 12, 12, 12, 36],
    rows: function* rows() {
      yield heads([
        t.code,
        t.criterion,
        t.columns.base,
        t.columns.bonus,
        t.columns.penalty,
        t.points,
        t.statedMax,
        t.note,
      ])
      yield* depthFirst(root).map((one) => criterionRow(at, one))
      yield* totalRows(at)
    },
  })
}
