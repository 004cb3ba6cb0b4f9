import { compare, type Exact } from '#platform/exact.ts'
import { bilingual } from '../engine/derivation-words.ts'
import { exactAmount, type Formula } from './amount.ts'
import { doubt, fault, type TableDoubt } from './doubt.ts'
import type { ScoreTable } from './score-table.ts'

const threshold = /^\s*(?<of>total|percent)\s*(?<sign>>=?)\s*(?<number>\d+(?:\.\d+)?)\s*$/u

interface Threshold {
  readonly of: string
  readonly isAbove: boolean
  readonly number: Exact
}

/** "total >= 90", where a condition is nothing else. */
function thresholdOf(formula: Formula): Threshold | null {
  const { of, sign, number } = threshold.exec(String(formula))?.groups ?? {}
  return of === undefined || number === undefined ? null : { of, isAbove: sign === '>', number: exactAmount(number) }
}

/** Whether whoever reaches the one has reached the other too. */
function implies(one: Threshold, other: Threshold | null): boolean {
  if (other === null || one.of !== other.of) return false
  const difference = compare(one.number, other.number)
  return difference > 0 || (difference === 0 && (one.isAbove || !other.isAbove))
}

function isBeyond(formula: Formula, most: Exact | null): boolean {
  const one = thresholdOf(formula)
  if (String(formula) === 'false') return true
  if (one === null || one.of !== 'total' || most === null) return false
  const difference = compare(one.number, most)
  return difference > 0 || (difference === 0 && one.isAbove)
}

function classDoubts({ classes }: ScoreTable, most: Exact | null): TableDoubt[] {
  return classes.flatMap(({ name, when }, at) => {
    const own = thresholdOf(when)
    const before = classes.slice(0, at)
    const isTaken = before.some(
      (one) => String(one.when) === 'true' || (own !== null && implies(own, thresholdOf(one.when))),
    )
    return isTaken || isBeyond(when, most) ? [doubt(null, 'class.unreachable', { class: bilingual(name).vi })] : []
  })
}

function downgradeDoubts({ downgrades, classes }: ScoreTable): TableDoubt[] {
  const names = classes.map(({ name }) => bilingual(name).vi)
  const withoutClasses = downgrades.length > 0 && classes.length === 0 ? [doubt(null, 'downgrade.noClasses', {})] : []
  const faults = downgrades.flatMap(({ to, by }) => [
    ...((to === undefined) === (by === undefined) ? [fault(null, 'downgrade.none', {})] : []),
    ...(to !== undefined && !names.includes(to) ? [fault(null, 'downgrade.unknownClass', { class: to })] : []),
  ])
  return [...withoutClasses, ...faults]
}

/** Tie rules that ask again what was equal, the same twice, or something that is the same for every unit. */
function rankingDoubts({ ranking }: ScoreTable): TableDoubt[] {
  if (ranking.ties.length === 0) return [doubt(null, 'ranking.noChain', {})]
  const asked = [ranking.by as string]
  return ranking.ties.flatMap(({ by }) => {
    const text = String(by).replaceAll(/\s+/gu, '')
    const isConstant = typeof by !== 'string' || /^-?[\d.]+$|^true$|^false$/u.test(text)
    const isAsked = asked.includes(text)
    asked.push(text)
    return isConstant || isAsked ? [doubt(null, 'ranking.neverParts', { by: String(by) })] : []
  })
}

/** Classes, downgrades, titles and the chain of ties. */
export function checkOutcomes(table: ScoreTable, most: Exact | null): TableDoubt[] {
  const titles = table.titles.flatMap(({ title, requires }) =>
    requires.some(({ when }) => isBeyond(when, most))
      ? [doubt(null, 'title.unreachable', { title: bilingual(title).vi })]
      : [],
  )
  return [...classDoubts(table, most), ...downgradeDoubts(table), ...titles, ...rankingDoubts(table)]
}
