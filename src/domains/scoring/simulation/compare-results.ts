import type { ScoreResult, UnitScore } from '../engine/score-result.ts'

export interface UnitBeside {
  unit: UnitScore
  other: UnitScore | undefined
  /** Places won under the first table: 2 is two places up; null where one of both gives no rank. */
  rises: number | null
}

/** Two results of the same units side by side, in the order of the first: by rank, those without one last. */
export function besideOne(result: ScoreResult, other: ScoreResult | undefined): UnitBeside[] {
  const others = new Map(other?.units.map((unit) => [unit.unit, unit]))
  const place = ({ rank }: UnitScore) => rank ?? Number.MAX_SAFE_INTEGER
  return result.units
    .toSorted((one, two) => place(one) - place(two))
    .map((unit) => {
      const match = others.get(unit.unit)
      const ranks = [unit.rank, match?.rank ?? null] as const
      return { unit, other: match, rises: ranks[0] === null || ranks[1] === null ? null : ranks[1] - ranks[0] }
    })
}
