import { compare, decimalText, divided, exact, minus, plus, zero, type Exact } from '#platform/exact.ts'
import type { RankedUnit } from './result.ts'

/** What the head and the members see before a result is made known; nothing here changes a point. Decimals are text. */
export type LevellingSign =
  /** Every unit has the same points. */
  | { kind: 'allEqual'; units: readonly string[]; points: string }
  /** Several units, not all, with the same points. */
  | { kind: 'equal'; units: readonly string[]; points: string }
  /** Neighbours closer than the round's measure, without being equal. */
  | { kind: 'nearTie'; units: readonly string[]; apart: string }
  /** Units that have all that a unit may have, or more. */
  | { kind: 'full'; units: readonly string[] }
  /** So much more or less than the year before, in points of a hundred. */
  | { kind: 'jump'; units: readonly string[]; was: string; is: string }
  /** Two units that each gave the other more than the others did, by so many points of a hundred at least. */
  | { kind: 'mutual'; units: readonly string[]; above: string }

/** The bloc's own measures, kept with the round. */
export interface Measures {
  nearTie: string
  jumpPercent: string
  mutualPercent: string
}

/** What one member gave another, in per cent of what it scored. */
export interface CrossGiven {
  assessor: string
  assessed: string
  percent: string
}

export interface Levelled {
  units: readonly RankedUnit[]
  measures: Measures
  /** Per cent of the year before by unit. */
  before: ReadonlyMap<string, string>
  given: readonly CrossGiven[]
}

const size = (value: Exact) => (compare(value, zero) < 0 ? minus(zero, value) : value)
const text = (value: Exact) => decimalText(value, 6)

function equals(units: readonly RankedUnit[]): LevellingSign[] {
  const groups = [...Map.groupBy(units, ({ total }) => total)].filter(([, held]) => held.length > 1)
  return groups.map(([points, held]) => ({
    kind: held.length === units.length ? 'allEqual' : 'equal',
    units: held.map(({ unit }) => unit),
    points,
  }))
}

/** Neighbours in the order of points: three close units are two near ties, not three. */
function nearTies(units: readonly RankedUnit[], measure: string): LevellingSign[] {
  const ordered = units.toSorted((one, other) => compare(exact(other.total), exact(one.total)))
  return ordered.flatMap((unit, index): LevellingSign[] => {
    const next = ordered[index + 1]
    if (next === undefined || next.total === unit.total) return []
    const apart = minus(exact(unit.total), exact(next.total))
    return compare(apart, exact(measure)) < 0
      ? [{ kind: 'nearTie', units: [unit.unit, next.unit], apart: text(apart) }]
      : []
  })
}

function full(units: readonly RankedUnit[]): LevellingSign[] {
  const held = units.filter(({ percent }) => percent !== null && compare(exact(percent), exact('100')) >= 0)
  return held.length > 1 ? [{ kind: 'full', units: held.map(({ unit }) => unit) }] : []
}

function jumps(units: readonly RankedUnit[], before: ReadonlyMap<string, string>, measure: string): LevellingSign[] {
  return units.flatMap((unit): LevellingSign[] => {
    const was = before.get(unit.unit)
    if (was === undefined || unit.percent === null) return []
    const apart = size(minus(exact(unit.percent), exact(was)))
    return compare(apart, exact(measure)) < 0 ? [] : [{ kind: 'jump', units: [unit.unit], was, is: unit.percent }]
  })
}

/** How much more one gave another than the others gave it on average; nothing when no two others scored it. */
function aboveOthers(given: readonly CrossGiven[], one: CrossGiven): Exact | null {
  const others = given.filter(({ assessor, assessed }) => assessed === one.assessed && assessor !== one.assessor)
  if (others.length < 2) return null
  const sum = others.reduce((all, { percent }) => plus(all, exact(percent)), zero)
  const mean = divided(sum, exact(String(others.length)))
  return mean === null ? null : minus(exact(one.percent), mean)
}

function mutual(given: readonly CrossGiven[], measure: string): LevellingSign[] {
  return given.flatMap((one): LevellingSign[] => {
    const back = given.find(({ assessor, assessed }) => assessor === one.assessed && assessed === one.assessor)
    if (back === undefined || one.assessor > one.assessed) return []
    const above = [aboveOthers(given, one), aboveOthers(given, back)]
    const [least] = above.toSorted((a, b) => (a === null || b === null ? 0 : compare(a, b)))
    if (least === undefined || above.includes(null) || least === null) return []
    return compare(least, exact(measure)) < 0
      ? []
      : [{ kind: 'mutual', units: [one.assessor, one.assessed], above: text(least) }]
  })
}

/** What is worth a look before closing, the gravest first. */
export function levellingSigns({ units, measures, before, given }: Levelled): LevellingSign[] {
  const ranked = units.filter(({ state }) => state === 'complete')
  return [
    ...equals(ranked),
    ...nearTies(ranked, measures.nearTie),
    ...full(ranked),
    ...mutual(given, measures.mutualPercent),
    ...jumps(ranked, before, measures.jumpPercent),
  ]
}
