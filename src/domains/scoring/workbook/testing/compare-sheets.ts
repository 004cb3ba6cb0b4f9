import { decimalText } from '#platform/exact.ts'
import { readExactText } from '../../engine/exact-text.ts'
import type { CriterionScore, ScoreResult, UnitScore } from '../../engine/score-result.ts'
import type { ScoreTable } from '../../table/score-table.ts'
import { words } from '../words.ts'

const t = words('vi')

/** As a program prints it: with all of its decimals, a point before them and commas between thousands. */
function printed(text: string, places: number): string {
  const [whole = '', part = ''] = decimalText(readExactText(text), places).split('.')
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/gu, ',')
  return places === 0 ? grouped : `${grouped}.${part.padEnd(places, '0')}`
}

const flat = (all: readonly CriterionScore[]): CriterionScore[] => all.flatMap((one) => [one, ...flat(one.children)])

const standings: Readonly<Record<CriterionScore['standing'], string>> = {
  scored: '',
  missing: t.standing.missing,
  not_marked: t.standing.notMarked,
  no_tier: t.standing.noTier,
  asks: t.standing.asks,
  not_assigned: t.standing.notAssigned,
  exempt: t.standing.exempt,
}

const isOut = (word: string) => word === t.standing.notAssigned || word === t.standing.exempt
const isSame = (shown: string, wanted: string) =>
  shown === wanted ||
  (wanted !== '' && shown !== '' && Math.abs(Number(shown.replaceAll(',', '')) - Number(wanted)) < 1e-9)

export interface Compared {
  readonly table: ScoreTable
  readonly result: ScoreResult
  readonly prefix: string
}

const text = (value: string | number | null) => (value === null ? '' : String(value))

type Tell = (where: string, shown: string | undefined, wanted: string) => void
type Cell = (head: string) => string | undefined

function compareTotals(table: ScoreTable, unit: UnitScore, cell: Cell, tell: Tell): void {
  const { percent } = table.rounding
  const places = table.rounding.total ?? 2
  const share = unit.percent === null ? t.standing.missing : printed(unit.percent, percent)
  for (const name of ['base', 'bonus', 'penalty'] as const) {
    tell(name, cell(t.columns[name]), printed(unit[name], places))
  }
  for (const name of ['total', 'max'] as const) tell(name, cell(t[name]), printed(unit[name], places))
  tell('percent', cell(t.percent), share)
  tell('rank', cell(t.rank), text(unit.rank))
  tell('class', cell(t.class), text(unit.class))
}

/** A word that stands in the way is as good as another; that something is not for the unit is another matter. */
function compareCriterion(one: CriterionScore, shown: string, tell: Tell): void {
  if (one.standing === 'scored') tell(one.code, shown, decimalText(readExactText(one.points ?? '0'), 12))
  else if (isOut(standings[one.standing]) !== isOut(shown) || !Number.isNaN(Number(shown))) {
    tell(one.code, shown, standings[one.standing])
  }
}

function compareCriteria(unit: UnitScore, rows: readonly string[][], column: number, tell: Tell): void {
  for (const [line, one] of flat(unit.criteria).entries()) compareCriterion(one, rows[line]?.[column] ?? '', tell)
}

/** Units of a group stand together in the workbook, in the order in which groups come. */
function unitsInOrder({ units }: ScoreResult): UnitScore[] {
  const groups = [...new Set(units.map(({ group }) => group))]
  return groups.flatMap((group) => units.filter((unit) => unit.group === group))
}

function compareUnit({ table }: Compared, unit: UnitScore, cell: Cell, tell: Tell): void {
  tell(t.state, cell(t.state), t.standing[unit.state])
  if (unit.state === 'incomplete') tell('total', cell(t.total), t.standing.incomplete)
  if (unit.state === 'complete') compareTotals(table, unit, cell, tell)
}

/** Every figure, total, rank and class that differs between the engine and what LibreOffice printed. */
export function differences(sheets: ReadonlyMap<string, string[][]>, compared: Compared): string[] {
  const { result, prefix } = compared
  const found: string[] = []
  const [summary = [], board = []] = [t.sheets.summary, t.sheets.board].map((name) => sheets.get(`${prefix}${name}`))
  const headings = summary[3] ?? []
  for (const [at, unit] of unitsInOrder(result).entries()) {
    const tell: Tell = (where, shown, wanted) => {
      if (!isSame(shown ?? '', wanted)) found.push(`${prefix}${unit.unit} ${where}: ${shown}, not ${wanted}`)
    }
    compareUnit(compared, unit, (head) => summary[at + 4]?.[headings.indexOf(head)], tell)
    if (unit.state === 'complete') compareCriteria(unit, board.slice(4), at + 3, tell)
  }
  return found
}
