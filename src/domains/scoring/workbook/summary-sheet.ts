import type { CellLook } from '#capabilities/spreadsheets/cell-styles.ts'
import type { LookedCell, SheetToWrite } from '#capabilities/spreadsheets/sheet-xml.ts'
import type { UnitScore } from '../engine/score-result.ts'
import { cellOf, looksOf, plainLook } from './book-sheets.ts'
import { say, wordsOf } from '../workbook-lines/draft.ts'
import type { Line } from '../workbook-lines/line.ts'
import {
  blockedCell,
  formulaCell,
  heads,
  points,
  resultSheet,
  shown,
  text,
  unitName,
  type Results,
} from './result-cells.ts'

interface Column {
  readonly head: string
  readonly width: number
  readonly cell: (unit: number) => LookedCell
}

type Told = (score: UnitScore) => string | number | null | undefined

/** A column of formulas; what the engine said is shown where the unit is complete. */
function formulas(
  of: Results,
  head: string,
  line: Line,
  more: { look: CellLook; told?: Told; isBlocked?: boolean; width?: number },
): Column {
  const { look, told, isBlocked = false, width = 12 } = more
  const result = (unit: number) => {
    const score = of.scores.get(of.model.draft.units[unit]?.id ?? '')
    return score?.state === 'complete' ? (told?.(score) ?? undefined) : undefined
  }
  const make = isBlocked ? blockedCell : formulaCell
  return { head, width, cell: (unit) => cellOf(look, make(of, line, unit, result(unit))) }
}

function whose({ model: { draft } }: Results): Column[] {
  const t = wordsOf(draft)
  const group = { head: t.group, width: 16, cell: (unit: number) => text(draft.units[unit]?.group ?? null) }
  return [
    { head: t.number, width: 6, cell: (unit) => cellOf(looksOf.count, unit + 1) },
    { head: t.unit, width: 40, cell: (unit) => text(unitName(draft, unit)) },
    ...(draft.units.some((unit) => unit.group !== undefined) ? [group] : []),
  ]
}

function figures(of: Results): Column[] {
  const { draft, standing } = of.model
  const t = wordsOf(draft)
  const { total, percent } = draft.table.rounding
  const column = (name: 'base' | 'bonus' | 'penalty') =>
    formulas(of, t.columns[name], standing[name], { look: points(total), told: (score) => shown(score[name]) })
  return [
    ...(['base', 'bonus', 'penalty'] as const).map(column),
    formulas(of, t.total, standing.total, {
      look: points(total, true),
      told: (one) => shown(one.total),
      isBlocked: true,
    }),
    formulas(of, t.max, standing.max, { look: points(total), told: ({ max }) => shown(max) }),
    formulas(of, t.percent, standing.percent, {
      look: points(percent),
      told: (one) => shown(one.percent),
      isBlocked: true,
    }),
    formulas(of, t.rank, standing.rank, {
      look: { kind: 'points', isBold: true },
      told: ({ rank }) => rank,
      width: 10,
    }),
    formulas(of, t.sharing, standing.sharing, { look: { kind: 'points' }, width: 10 }),
  ]
}

function outcomes(of: Results): Column[] {
  const { draft, standing } = of.model
  const t = wordsOf(draft)
  const look = plainLook
  const told = (score: UnitScore) => score.class
  return [
    ...(standing.class === null ? [] : [formulas(of, t.class, standing.class, { look, told, width: 20 })]),
    ...(standing.titles === null ? [] : [formulas(of, t.titles, standing.titles, { look, width: 30 })]),
    formulas(of, t.state, standing.state, { look, told: () => t.standing.complete, width: 18 }),
  ]
}

/** Totals, ranks and classes: a row for each unit. */
export function summarySheet(of: Results, name: string): SheetToWrite {
  const { draft } = of.model
  const t = wordsOf(draft)
  const columns = [...whose(of), ...figures(of), ...outcomes(of)]
  return resultSheet({
    name,
    title: `${t.sheets.summary}: ${say(draft, draft.table.title)}`,
    note: t.summaryNote,
    widths: columns.map(({ width }) => width),
    rows: function* rows() {
      yield heads(columns.map(({ head }) => head))
      for (const unit of draft.units.keys()) yield columns.map(({ cell }) => cell(unit))
    },
  })
}
