import { HyperFormula } from 'hyperformula'
import { deriveScored } from '../../src/domains/scoring/engine/derive.ts'
import { readyTable } from '../../src/domains/scoring/engine/ready-table.ts'
import { rescore } from '../../src/domains/scoring/engine/rescore.ts'
import type { CriterionScore, ScoreResult } from '../../src/domains/scoring/engine/score-result.ts'
import { scoreAll, type Scored } from '../../src/domains/scoring/engine/score-units.ts'
import type { ScoreFacts } from '../../src/domains/scoring/table/score-facts.ts'
import { printMeasures, quantile, type Measure } from '../report.ts'
import { provinceFacts, provinceTable } from './province.ts'
import { columnOfFact, firstCriterion, rowsOf, totalColumn, type Cell } from './sheet.ts'
import { recalculateAll, type Recalculated } from './spreadsheets.ts'

const ready = readyTable(provinceTable)
const megabytes = () => process.memoryUsage().rss / 2 ** 20

function timed<Result>(work: () => Result): { milliseconds: number; computing: number; result: Result } {
  const [startedAt, before] = [performance.now(), process.cpuUsage()]
  const result = work()
  const { user, system } = process.cpuUsage(before)
  return { milliseconds: performance.now() - startedAt, computing: (user + system) / 1000, result }
}

const flat = (all: readonly CriterionScore[]): CriterionScore[] => all.flatMap((one) => [one, ...flat(one.children)])

function figuresOf({ units }: ScoreResult): number[][] {
  return units.map(({ criteria, total, rank }) => {
    const leaves = flat(criteria).filter(({ children }) => children.length === 0)
    return [...leaves.map(({ points }) => Number(points)), Number(total), Number(rank)]
  })
}

/** How many figures differ from ours in any digit. */
const differing = (ours: readonly number[][], theirs: readonly (readonly number[])[]) =>
  ours.reduce((sum, row, at) => sum + row.filter((one, column) => one !== theirs[at]?.[column]).length, 0)

function changes(scored: Scored, times: number): number[] {
  let now = scored
  return Array.from({ length: times }, (_none, turn) => {
    const change = { unit: 'U5', fact: 'a2', value: 60 + turn }
    return timed(() => {
      now = rescore(now, change)
      return { derivation: deriveScored(now, 'U7', '1.3'), totals: now.result.units.map(({ total }) => total) }
    }).milliseconds
  })
}

/** HyperFormula has no RANK: how many are above says the same. */
const withoutRank = (formula: string) =>
  formula.replace(/^RANK\((?<own>\w+),(?<all>.+)\)$/u, 'COUNTIF($<all>,">"&$<own>)+1')

function hyper(live: readonly Cell[][]) {
  const before = megabytes()
  const sheet = live.map((row) =>
    row.map((cell) => (typeof cell === 'object' ? `=${withoutRank(cell.formula)}` : cell)),
  )
  const { milliseconds, result: engine } = timed(() =>
    HyperFormula.buildFromArray(sheet, { licenseKey: 'gpl-v3', useArrayArithmetic: false, maxColumns: 300 }),
  )
  const values = engine.getSheetValues(0)
  const figures = values.map((row) => {
    const cells = row.map(Number)
    return [...cells.slice(firstCriterion, firstCriterion + 60), ...cells.slice(totalColumn, totalColumn + 2)]
  })
  const used = megabytes() - before
  const changed = Array.from({ length: 9 }, (_none, turn) => {
    const cell = { sheet: 0, row: 5, col: columnOfFact('a2') }
    return timed(() => engine.setCellContents(cell, 60 + turn)).milliseconds
  })
  engine.destroy()
  return { milliseconds, used, figures, change: quantile(changed, 0.5) }
}

interface Ours {
  readonly milliseconds: number
  /** Of processors, garbage collection beside it included. */
  readonly computing: number
  readonly used: number
  readonly scored: Scored
}

function ours(facts: ScoreFacts): Ours {
  const before = megabytes()
  const runs = Array.from({ length: 5 }, () => timed(() => scoreAll(ready, facts)))
  const scored = runs.at(-1)?.result ?? scoreAll(ready, facts)
  const median = (of: 'milliseconds' | 'computing') =>
    quantile(
      runs.map((one) => one[of]),
      0.5,
    )
  const [milliseconds, computing] = [median('milliseconds'), median('computing')]
  return { milliseconds, computing, used: megabytes() - before, scored }
}

function besides(recalculated: Recalculated, own: Ours, figures: readonly number[][]): Measure[] {
  const { name, milliseconds, withoutComputing } = recalculated
  const beside = (what: string, value: number, rival: number, unit: string): Measure => ({
    what,
    value,
    unit,
    rival: { name, value: rival },
  })
  return [
    beside(`facts to ranks, beside ${name} computing alone`, own.milliseconds, milliseconds - withoutComputing, 'ms'),
    beside('  … beside its whole run: open, compute, write', own.milliseconds, milliseconds, 'ms'),
    beside('  … memory', own.used, recalculated.megabytes, 'MB'),
    {
      what: '  … figures that differ in any digit',
      value: differing(figures, recalculated.figures),
      unit: '',
      bar: { at: 0, side: 'most' },
    },
  ]
}

/** From facts to ranks, beside spreadsheets that compute the same sheet. */
export async function benchScoring(units = 10_000): Promise<void> {
  const facts = provinceFacts(units)
  const own = ours(facts)
  const bloc = changes(scoreAll(ready, provinceFacts(20)), 30)
  const all = changes(own.scored, 30)
  const figures = figuresOf(scoreAll(ready, facts).result)
  const live = rowsOf(facts)
  const sheets = await recalculateAll(live)
  const inProcess = hyper(live)
  const name = 'HyperFormula'
  printMeasures(`scoring: ${units} units × 60 criteria in blocs of 20`, [
    { what: 'facts to ranks, median of 5', value: own.milliseconds, unit: 'ms', bar: { at: 1000, side: 'most' } },
    { what: '  … processor time', value: own.computing, unit: 'ms' },
    {
      what: 'one fact in a bloc of 20, with its derivation',
      value: quantile(bloc, 0.5),
      unit: 'ms',
      bar: { at: 30, side: 'most' },
    },
    ...sheets.flatMap((one) => (typeof one === 'string' ? [] : besides(one, own, figures))),
    { what: 'facts to ranks', value: own.milliseconds, unit: 'ms', rival: { name, value: inProcess.milliseconds } },
    { what: 'one fact among all', value: quantile(all, 0.5), unit: 'ms', rival: { name, value: inProcess.change } },
    { what: '  … memory', value: own.used, unit: 'MB', rival: { name, value: inProcess.used } },
    // It rounds halves by binary floats; the two programs agree with us.
    { what: '  … figures that differ in any digit', value: differing(figures, inProcess.figures), unit: '' },
  ])
  for (const one of sheets) if (typeof one === 'string') process.stdout.write(`  ${one}\n`)
}
