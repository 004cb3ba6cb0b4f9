import { compare, decimalText, divided, exact, plus, times, zero, type Exact } from '#platform/exact.ts'
import { readExactText } from '../engine/exact-text.ts'
import type { ScoreResult, UnitScore } from '../engine/score-result.ts'

/** A table of the round with what its sheets came to. */
export interface CountedTable {
  version_id: string
  title: string
  /** Exact decimal text. */
  factor: string
  rankBy: 'total' | 'percent'
  /** Places of the rounded total and per cent. */
  places: { total: number; percent: number }
  result: ScoreResult
}

export interface TableTotal {
  version_id: string
  state: UnitScore['state']
  total: string
  max: string
  percent: string | null
}

/** A unit in the result of a round. Figures are exact decimal text. */
export interface RankedUnit {
  unit: string
  name: string
  state: UnitScore['state']
  total: string
  bonus: string
  penalty: string
  max: string
  percent: string | null
  /** Null when incomplete or disqualified. */
  rank: number | null
  class: string | null
  titles: readonly string[]
  disqualified: readonly string[]
  needs: readonly string[]
  tables: readonly TableTotal[]
}

export interface RoundTie {
  rank: number
  units: readonly string[]
}

/** What people decided about units that points do not part. */
export interface TieDecision {
  units: readonly string[]
  is_shared: boolean
  reason: string
  decided_by_name: string
  decided_at: Date
}

export interface RoundResult {
  units: readonly RankedUnit[]
  /** Ties that neither the chain nor people have settled. */
  ties: readonly RoundTie[]
}

const hundred = exact('100')
const worst = ['disqualified', 'incomplete', 'complete'] as const

/** Decimal text of what may be a fraction: the most places that any table prints. */
const written = (value: Exact, places: number) => decimalText(value, places)

function scoreOf(table: CountedTable, unit: string): UnitScore {
  const score = table.result.units.find((each) => each.unit === unit)
  if (score === undefined) throw new Error(`no sheet of ${unit}`)
  return score
}

interface Sums {
  total: Exact
  bonus: Exact
  penalty: Exact
  max: Exact
}

function addUp(tables: readonly CountedTable[], unit: string): Sums {
  return tables.reduce<Sums>(
    (sums, table) => {
      const score = scoreOf(table, unit)
      const add = (sum: Exact, value: string) => plus(sum, times(readExactText(value), exact(table.factor)))
      return {
        total: add(sums.total, score.total),
        bonus: add(sums.bonus, score.bonus),
        penalty: add(sums.penalty, score.penalty),
        max: add(sums.max, score.max),
      }
    },
    { total: zero, bonus: zero, penalty: zero, max: zero },
  )
}

function unitOf(tables: readonly CountedTable[], { unit, name }: UnitScore): RankedUnit {
  const [main] = tables
  const scores = tables.map((table) => scoreOf(table, unit))
  const { total, bonus, penalty, max } = addUp(tables, unit)
  const share = divided(times(total, hundred), max)
  const places = main?.places ?? { total: 2, percent: 2 }
  return {
    unit,
    name,
    state: worst.find((state) => scores.some((score) => score.state === state)) ?? 'complete',
    total: written(total, places.total),
    bonus: written(bonus, places.total),
    penalty: written(penalty, places.total),
    max: written(max, places.total),
    percent: share === null ? null : written(share, places.percent),
    rank: null,
    class: scores[0]?.class ?? null,
    titles: scores.flatMap((score) => score.titles),
    disqualified: scores.flatMap((score) => score.disqualified),
    needs: [...new Set(scores.flatMap((score) => score.needs))],
    tables: scores.map((score, index) => ({
      version_id: tables[index]?.version_id ?? '',
      state: score.state,
      total: score.total,
      max: score.max,
      percent: score.percent,
    })),
  }
}

/** With one table its own ranks hold, its chain of ties included; several are ranked by their sum. */
function ranksOf(tables: readonly CountedTable[], units: readonly RankedUnit[]): Map<string, number> {
  const [main] = tables
  if (main !== undefined && tables.length === 1) {
    return new Map(main.result.units.flatMap(({ unit, rank }) => (rank === null ? [] : [[unit, rank] as const])))
  }
  const figure = (unit: RankedUnit) => exact((main?.rankBy === 'percent' ? unit.percent : unit.total) ?? '0')
  const ranked = units.filter(({ state }) => state === 'complete')
  const above = (unit: RankedUnit) => ranked.filter((other) => compare(figure(other), figure(unit)) > 0).length
  return new Map(ranked.map((unit) => [unit.unit, above(unit) + 1]))
}

const sameUnits = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((unit) => other.includes(unit))

function tiesIn(ranks: ReadonlyMap<string, number>): RoundTie[] {
  const held = Map.groupBy(ranks.keys(), (unit) => ranks.get(unit) ?? 0)
  const ties = [...held].flatMap(([rank, units]) => (units.length > 1 ? [{ rank, units: units.toSorted() }] : []))
  return ties.toSorted((one, other) => one.rank - other.rank)
}

/** What holds of a tie: the latest decision about exactly these units. */
const decisionOn = (decisions: readonly TieDecision[], { units }: RoundTie): TieDecision | undefined =>
  decisions
    .filter((decision) => sameUnits(decision.units, units))
    .toSorted((one, other) => other.decided_at.getTime() - one.decided_at.getTime())[0]

/**
 * The result of a round over all its tables: sums with factors, ranks, and ties. Units stand by rank, those without one
 * last, in the order of the tables' facts. A decided tie is parted or shared as people said.
 */
export function resultOf(tables: readonly CountedTable[], decisions: readonly TieDecision[] = []): RoundResult {
  const units = (tables[0]?.result.units ?? []).map((unit) => unitOf(tables, unit))
  const ranks = ranksOf(tables, units)
  const ties = tiesIn(ranks)
  for (const tie of ties) {
    const decision = decisionOn(decisions, tie)
    if (decision === undefined || decision.is_shared) continue
    for (const [index, unit] of decision.units.entries()) ranks.set(unit, tie.rank + index)
  }
  const placed = units.map((unit) => ({ ...unit, rank: ranks.get(unit.unit) ?? null }))
  return {
    units: placed.toSorted((one, other) => (one.rank ?? Infinity) - (other.rank ?? Infinity)),
    ties: ties.filter((tie) => decisionOn(decisions, tie) === undefined),
  }
}
