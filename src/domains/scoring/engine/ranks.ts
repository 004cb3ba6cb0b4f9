import { compare, type Exact } from '#platform/exact.ts'
import { order } from '../formula/compare.ts'
import { isValue } from '../formula/answers.ts'
import type { Run } from '../formula/run.ts'
import type { Value } from './giving.ts'
import type { ReadyTable } from './ready-table.ts'
import type { Tie } from './score-result.ts'

interface Ranked {
  readonly unit: number
  readonly figure: Exact
}

/** Units that share a place, and how many steps of the chain were asked for them. */
interface Place {
  readonly units: readonly number[]
  readonly chain: number
}

/** Runs of equals in what is sorted already. */
function equals<One>(sorted: readonly One[], isEqual: (one: One, other: One) => boolean): One[][] {
  const runs: One[][] = []
  for (const one of sorted) {
    const last = runs.at(-1)
    const [first] = last ?? []
    if (last !== undefined && first !== undefined && isEqual(first, one)) last.push(one)
    else runs.push([one])
  }
  return runs
}

/**
 * Parts equal units by the chain, step by step. A step whose answer is not known for one of them parts none, and ends
 * the chain for them: a person decides.
 */
function partedBy(ready: ReadyTable, run: Run, units: readonly number[], step: number): Place[] {
  const asked = ready.ties[step]
  if (units.length === 1 || asked === undefined) return [{ units, chain: units.length === 1 ? 0 : step }]
  const answers = units.map((unit) => ({ unit, answer: asked.read({ unit, max: null, run }) }))
  const known = answers.filter((one): one is { unit: number; answer: Value } => isValue(one.answer))
  if (known.length < units.length) return [{ units, chain: step + 1 }]
  const sign = asked.better === 'more' ? -1 : 1
  const orderOf = (one: Value, other: Value) => {
    const found = order(one, other)
    return typeof found === 'number' ? found * sign : 0
  }
  const sorted = known.toSorted((one, other) => orderOf(one.answer, other.answer))
  const runs = equals(sorted, (one, other) => orderOf(one.answer, other.answer) === 0)
  return runs.flatMap((equal) =>
    partedBy(
      ready,
      run,
      equal.map(({ unit }) => unit),
      step + 1,
    ),
  )
}

function figureOf(ready: ReadyTable, run: Run, unit: number): Exact | null {
  const totals = run.totals[unit]
  if (totals === undefined) return null
  return ready.table.ranking.by === 'percent' ? totals.percent : totals.total
}

/** Places of the units of one group that may be ranked; what nothing parts shares a place and is told as a tie. */
export function rankGroup(ready: ReadyTable, run: Run, group: number, mayRank: (unit: number) => boolean): Tie[] {
  const all = (run.groups[group] ?? []).flatMap((unit): Ranked[] => {
    const figure = mayRank(unit) ? figureOf(ready, run, unit) : null
    return figure === null ? [] : [{ unit, figure }]
  })
  const sorted = all.toSorted((one, other) => compare(other.figure, one.figure))
  const totals = equals(sorted, (one, other) => compare(one.figure, other.figure) === 0)
  const places = totals.flatMap((equal) =>
    partedBy(
      ready,
      run,
      equal.map(({ unit }) => unit),
      0,
    ),
  )
  const ties: Tie[] = []
  let before = 0
  for (const [index, { units, chain }] of places.entries()) {
    const rank = ready.table.ranking.ranks === 'dense' ? index + 1 : before + 1
    for (const unit of units) {
      const known = run.totals[unit]
      if (known !== undefined) known.rank = rank
    }
    if (units.length > 1) {
      const names = units.toSorted((one, other) => one - other).map((unit) => run.units[unit]?.id ?? '')
      ties.push({ group: run.groupNames[group] ?? '', rank, units: names, chain })
    }
    before += units.length
  }
  return ties
}
