import type { Locale } from '#platform/words.ts'
import type { Wording } from '../table/amount.ts'
import type { ScoreFacts, UnitFacts } from '../table/score-facts.ts'
import type { ScoreTable } from '../table/score-table.ts'
import type { Formula, Grid, Line, ListColumn } from './line.ts'
import { guarded, ofCell, type Cell, type Sum } from './sum.ts'
import { words } from '../workbook/words.ts'

/** Rows of cases, reports or marks of one fact. */
export interface CaseList {
  readonly key: string
  readonly label: string
  /** Index of the unit of each row. */
  readonly owners: readonly number[]
  readonly columns: ListColumn[]
}

/** A text as the number under which the table's formulas know it. */
export interface Coded {
  readonly cell: Cell
  readonly literals: string[]
}

/** A workbook while it is being thought out. */
export interface Draft {
  readonly table: ScoreTable
  readonly units: readonly UnitFacts[]
  readonly locale: Locale
  readonly lines: Readonly<Record<Grid, Line[]>>
  readonly lists: CaseList[]
  /** Lines by what they are of, so that none is made twice. */
  readonly known: Map<string, Line>
  readonly codes: Map<Cell, Coded>
  /** Of a text's number: the text. */
  readonly sources: Map<Line, Line>
  /** Lines on which some unit may be told that it was not assigned. */
  readonly outs: Map<Line, boolean>
  /** What is written as a value because no formula says it, with the reason. */
  readonly fixed: string[]
  /** One unit by itself, while the others' figures are not to be seen: nothing can be asked of its group. */
  readonly isAlone: boolean
}

/** Units of a group stand together, in the order in which their groups and they come. */
function byGroup(facts: ScoreFacts): UnitFacts[] {
  const groups = new Map<string, UnitFacts[]>()
  for (const unit of facts.units) groups.set(unit.group ?? '', [...(groups.get(unit.group ?? '') ?? []), unit])
  return [...groups.values()].flat()
}

export const newDraft = (table: ScoreTable, facts: ScoreFacts, locale: Locale, only?: string): Draft => ({
  table,
  units: only === undefined ? byGroup(facts) : facts.units.filter(({ id }) => id === only),
  isAlone: only !== undefined,
  locale,
  lines: { facts: [], steps: [] },
  lists: [],
  known: new Map(),
  codes: new Map(),
  sources: new Map(),
  outs: new Map(),
  fixed: [],
})

export const wordsOf = (draft: Draft) => words(draft.locale)

export const say = (draft: Draft, wording: Wording | undefined): string => {
  if (wording === undefined) return ''
  return typeof wording === 'string' ? wording : ((draft.locale === 'en' ? wording.en : undefined) ?? wording.vi)
}

type NewLine = Omit<Line, 'place'>

export function addLine(draft: Draft, line: NewLine): Line {
  const lines = draft.lines[line.grid]
  const added = { ...line, place: lines.length }
  lines.push(added)
  return added
}

export interface Told {
  readonly code: string
  readonly label: string
  readonly shows?: Line['shows']
  readonly decimals?: number | undefined
  readonly isMain?: boolean
}

/** A step of the computing, in a cell of its own. */
export const addStep = (draft: Draft, told: Told, holds: Formula): Line =>
  addLine(draft, { grid: 'steps', shows: 'amount', ...told, holds })

/** Gives a figure a cell of its own, where a word may stand in its place. */
export const stepOf = (draft: Draft, told: Told, sum: Sum): Line =>
  addStep(draft, told, guarded(sum, wordsOf(draft).standing))

/** Where figures get cells: with each unit, or with each case of a list. */
export interface Desk {
  readonly draft: Draft
  /** The list whose rows are counted, and where its cells go. */
  readonly list?: number
  readonly told: Told
}

/** Gives a figure a cell of its own. */
export function put(desk: Desk, sum: Sum, label = desk.told.label, shows: Line['shows'] = 'amount'): Cell {
  const { draft, list, told } = desk
  if (list === undefined) return stepOf(draft, { code: told.code, label, shows }, sum)
  return addColumn(draft, list, { label, shows, holds: guarded(sum, wordsOf(draft).standing) })
}

export function addColumn(draft: Draft, list: number, column: Omit<ListColumn, 'list' | 'place'>): ListColumn {
  const columns = draft.lists[list]?.columns ?? []
  const added = { ...column, list, place: columns.length }
  columns.push(added)
  return added
}

/** Something that others may count with: what may be a word gets a cell first. */
export const sure = (desk: Desk, sum: Sum, label?: string): Sum =>
  sum.mayRefuse ? ofCell(put(desk, sum, label), sum) : sum

/** Something that is read more than once: a cell, unless it is one already. */
export const short = (desk: Desk, sum: Sum, label?: string): Sum =>
  sum.mayRefuse || sum.value.length > 1 ? ofCell(put(desk, sum, label), sum) : sum
