import { Run, type Agreed } from '../formula/run.ts'
import { exactAmount } from '../table/amount.ts'
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

const markedPoints = (mark: UnitFacts['marks'][string]) => exactAmount(typeof mark === 'object' ? mark.points : mark)

/** What persons gave a unit, by criterion; a code that the table lacks is told as a doubt. */
export function readMarks(run: Run, { scope }: ReadyTable, unit: number): void {
  const { marks = {}, agreed = {} } = run.units[unit] ?? {}
  const byCriterion = <Given, Read>(all: Readonly<Record<string, Given>>, read: (given: Given) => Read) => {
    const found = Object.entries(all).flatMap(([code, given]) => {
      const criterion = scope.criterion(code)
      return criterion === null ? [] : [[criterion, read(given)] as const]
    })
    return found.length === 0 ? undefined : new Map(found)
  }
  run.marks[unit] = byCriterion(marks, markedPoints)
  run.agreed[unit] = byCriterion(agreed, ({ points, reason, by }): Agreed => ({
    points: exactAmount(points),
    reason,
    by,
  }))
}

/** Facts by column, for everything that the table declares or reads. */
export function startRun(ready: ReadyTable, facts: ScoreFacts): Run {
  const run = new Run(facts, (self, unit, criterion) => cameTo(ready, self, unit, { index: criterion }))
  for (const column of ready.scope.keys.keys()) {
    for (const unit of run.units.keys()) readInto(run, ready, unit, column)
  }
  for (const unit of run.units.keys()) readMarks(run, ready, unit)
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
    const [kind, answer] = [ready.table.facts[key], run.columns[column]?.[unit]]
    const says = kind === undefined || answer === undefined ? null : doubtOf(answer, kind, run.period)
    if (says !== null && answer !== undefined) {
      doubts.push({ unit: of.id, key, value: valueOf(answer, of.facts[key]), says })
    }
  }
  return [...doubts, ...doubtsOfMarks(of, ready)]
}
