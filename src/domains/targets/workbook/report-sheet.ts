import type { CellRule, GridHeadings, GridPlan, GridRow } from '#capabilities/spreadsheets/grid.ts'
import type { Locale } from '#platform/words.ts'
import type { Target } from '../target.ts'
import { dayOfNumber, writeValue, type Value } from '../value.ts'
import { words } from './words.ts'

export interface ReportRow {
  target: Target
  planned: Value
  isAssigned: boolean
  last: Value
  value: Value
  note: string
  version: number
  /** Typed by people, not computed from other targets or a log. */
  isTyped: boolean
}

export interface ReportTold {
  unit: string
  bloc: string
  period: string
  dueOn: string
  madeAt: string
}

const both = (pick: (t: ReturnType<typeof words>['sheet']) => string) => ({
  vi: pick(words('vi').sheet),
  en: pick(words('en').sheet),
})

const code = both((t) => t.code)
const figure = both((t) => t.figure)
const note = both((t) => t.note)

/** The columns that are looked for when the workbook comes back. */
export const reportHeadings: GridHeadings = { key: code, filled: [figure, note] }

const [figureColumn, noteColumn] = [5, 6]
export const longestNote = 2000

const columns: GridPlan['columns'] = [
  { heading: code, width: 10, rule: null },
  { heading: both((t) => t.name), width: 46, rule: null },
  { heading: both((t) => t.unit), width: 14, rule: null },
  { heading: both((t) => t.planned), width: 14, rule: null },
  { heading: both((t) => t.last), width: 14, rule: null },
  { heading: figure, width: 18, rule: { kind: 'number' } },
  { heading: note, width: 44, rule: { kind: 'text', longest: longestNote } },
]

const [yes, no] = ['Có', 'Không']

function ruleOf({ measure, classes }: Target): CellRule {
  if (measure === 'yes_no') return { kind: 'choice', choices: [yes, no] }
  if (measure === 'class') return { kind: 'choice', choices: classes }
  if (measure === 'percent' || measure === 'day') return { kind: measure }
  return measure === 'money' ? { kind: 'number', isSigned: true } : { kind: 'number' }
}

/** The value as its cell holds it; a locked one as it is read. */
function cellOf(value: Value, target: Target): string | null {
  if (value === null) return null
  if (target.measure === 'day') return dayOfNumber(value)
  const isWord = target.measure === 'yes_no' || target.measure === 'class'
  return isWord ? writeValue(value, target, 'vi') : value
}

function rowOf(row: ReportRow, locale: Locale): GridRow {
  const { target, planned, isAssigned, last, value, isTyped } = row
  const t = words(locale).sheet
  const shown = (one: Value) => (one === null ? null : writeValue(one, target, locale))
  const told = isAssigned ? shown(planned) : t.notAssigned
  const known = [target.code, target.name, t.measureOf(target), told, shown(last)]
  if (!isTyped)
    return { cells: [...known, shown(value), t.computed], rules: { [figureColumn]: null, [noteColumn]: null } }
  return { cells: [...known, cellOf(value, target), row.note || null], rules: { [figureColumn]: ruleOf(target) } }
}

/** A unit's report of a period as a grid to be filled in. */
export function reportSheet(rows: readonly ReportRow[], told: ReportTold, stamp: string, locale: Locale): GridPlan {
  const t = words(locale).sheet
  return {
    sheet: t.sheetName,
    lines: [t.title(told.period), `${told.unit} · ${told.bloc}`, t.due(told.dueOn), t.made(told.madeAt)],
    columns,
    keyColumn: 0,
    rows: rows.map((row) => rowOf(row, locale)),
    howTo: t.howTo,
    stamp,
  }
}
