import { shortDecimal } from '#platform/exact.ts'
import { Run, type Agreed } from '../formula/run.ts'
import { exactAmount, type Amount } from '../table/amount.ts'
import type { ScoreFacts, UnitFacts } from '../table/score-facts.ts'
import type { Answer } from './giving.ts'
import { valueText, isValue } from '../formula/answers.ts'
import { cameTo } from '../criteria/came.ts'
import { doubtOf, readFact } from './read-fact.ts'
import type { ReadyTable } from './ready-table.ts'
import type { FactDoubt } from './score-result.ts'

/** Reads one fact of one unit into its column. */
export function readInto(run: Run, ready: ReadyTable, unit: number, column: number): void {
  const key = ready.scope.keys[column] ?? ''
  const { answer, reached } = readFact(key, run.units[unit]?.facts[key], ready.table.facts[key])
  const answers = (run.columns[column] ??= [])
  answers[unit] = answer
  if (reached !== undefined) (run.reached[column] ??= new Map<number, Answer>()).set(unit, reached)
  else run.reached[column]?.delete(unit)
}

/** Amounts of facts are many: numbers are read without text. */
const exactOfAmount = (amount: Amount) =>
  (typeof amount === 'number' ? shortDecimal(amount) : null) ?? exactAmount(amount)

const markedPoints = (mark: UnitFacts['marks'][string]) => exactOfAmount(typeof mark === 'object' ? mark.points : mark)

/** What persons gave a unit, by criterion; says whether the table lacks one of its codes. */
export function readMarks(run: Run, { scope }: ReadyTable, unit: number): 'known' | 'unknown' {
  const { marks = {}, agreed = {} } = run.units[unit] ?? {}
  let unknown = 0
  const byCriterion = <Given, Read>(all: Readonly<Record<string, Given>>, read: (given: Given) => Read) => {
    const found = new Map<number, Read>()
    for (const [code, given] of Object.entries(all)) {
      const criterion = scope.criterion(code)
      if (criterion === null) unknown += 1
      else found.set(criterion, read(given))
    }
    return found.size === 0 ? undefined : found
  }
  run.marks[unit] = byCriterion(marks, markedPoints)
  run.agreed[unit] = byCriterion(agreed, ({ points, reason, by }): Agreed => ({
    points: exactOfAmount(points),
    reason,
    by,
  }))
  return unknown === 0 ? 'known' : 'unknown'
}

type RawFact = UnitFacts['facts'][string] | undefined

/** Reads values of one column; equal bare values once. */
function columnReader(run: Run, ready: ReadyTable, column: number) {
  const key = ready.scope.keys[column] ?? ''
  const kind = ready.believed[column]
  const known = new Map<RawFact, { answer: Answer; isDoubted: boolean }>()
  return (fact: RawFact, unit: number) => {
    const before = known.get(fact)
    if (before !== undefined) return before
    const { answer, reached } = readFact(key, fact, ready.table.facts[key])
    const now = { answer, isDoubted: kind !== undefined && doubtOf(answer, kind, run.period) !== null }
    if (typeof fact !== 'object') known.set(fact, now)
    if (reached !== undefined) (run.reached[column] ??= new Map<number, Answer>()).set(unit, reached)
    return now
  }
}

/** One column for all units; units with values that are hard to believe are kept apart. */
function readColumn(run: Run, ready: ReadyTable, column: number): void {
  const key = ready.scope.keys[column] ?? ''
  const read = columnReader(run, ready, column)
  const answers: Answer[] = []
  for (const [unit, { facts }] of run.units.entries()) {
    const { answer, isDoubted } = read(facts[key], unit)
    answers.push(answer)
    if (isDoubted) run.doubted.add(unit)
  }
  run.columns[column] = answers
}

/** Facts by column, for everything that the table declares or reads. */
export function startRun(ready: ReadyTable, facts: ScoreFacts): Run {
  const come = (self: Run, unit: number, criterion: number) => cameTo(ready, self, unit, { index: criterion })
  const run = new Run(facts, ready.criteria.length, come)
  for (const column of ready.scope.keys.keys()) readColumn(run, ready, column)
  for (const unit of run.units.keys()) {
    if (readMarks(run, ready, unit) === 'unknown') run.doubted.add(unit)
  }
  return run
}

const valueOf = (answer: Answer, raw: unknown): string =>
  isValue(answer) ? valueText(answer) : (JSON.stringify(raw) ?? '')

function doubtsOfMarks({ id, marks, agreed }: UnitFacts, { scope }: ReadyTable): FactDoubt[] {
  const codes = [...Object.keys(marks), ...Object.keys(agreed)]
  const unknown = codes.filter((code) => scope.criterion(code) === null)
  return unknown.map((code) => ({ unit: id, key: code, value: code, says: 'doubt.unknownCode' }))
}

/** Facts of one unit that are hard to believe: told, and counted all the same. */
export function doubtsOfUnit(ready: ReadyTable, run: Run, unit: number): FactDoubt[] {
  const of = run.units[unit]
  if (of === undefined) return []
  const doubts: FactDoubt[] = []
  for (const [column, key] of ready.scope.keys.entries()) {
    const kind = ready.believed[column]
    const answer = run.columns[column]?.[unit]
    const says = kind === undefined || answer === undefined ? null : doubtOf(answer, kind, run.period)
    if (says !== null && answer !== undefined) {
      doubts.push({ unit: of.id, key, value: valueOf(answer, of.facts[key]), says })
    }
  }
  return [...doubts, ...doubtsOfMarks(of, ready)]
}
