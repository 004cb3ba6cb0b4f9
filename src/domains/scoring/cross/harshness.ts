import { compare, divided, exact, minus, plus, times, zero, type Exact } from '#platform/exact.ts'

/** Points that a complete assessor gave a unit, as a share of what the unit could have had. */
export interface Given {
  assessor: string
  unit: string
  share: Exact
}

/** One written method for all: middle, middle distance, and how far from it is told as an outlier. */
const farAway = exact('5.1891')
const leastDistance = exact('0.1')
const two = exact('2')

const size = (value: Exact): Exact => (compare(value, zero) < 0 ? minus(zero, value) : value)

/** The middle of several figures, whatever their order; nothing of none. */
export function medianOf(values: readonly Exact[]): Exact | null {
  const sorted = values.toSorted(compare)
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]]
  return low === undefined || high === undefined ? null : divided(plus(low, high), two)
}

function meanOf(values: readonly Exact[]): Exact | null {
  const sum = values.reduce((left, right) => plus(left, right), zero)
  return divided(sum, exact(String(values.length)))
}

export type CombineMethod = 'median' | 'mean'

/** What several assessors' points come to, by the method that the round declared; nothing of none. */
export const combined = (values: readonly Exact[], method: CombineMethod): Exact | null =>
  method === 'median' ? medianOf(values) : meanOf(values)

/** How many would be needed before anything is said, where there are fewer. */
export type Sample = { isEnough: true; had: number } | { isEnough: false; had: number; needed: number }

const sampleOf = (had: number, needed: number): Sample =>
  had >= needed ? { isEnough: true, had } : { isEnough: false, had, needed }

export interface Outlying {
  unit: string
  sample: Sample
  /** The middle of all who assessed the unit. */
  middle: Exact
  /** Assessors whose points lie far from the middle: more than 3.5 standardised distances, and a tenth of the maximum. */
  outliers: readonly string[]
}

function outlyingOf(unit: string, given: readonly Given[], needed: number): Outlying {
  const middle = medianOf(given.map(({ share }) => share)) ?? zero
  const distance = (one: Given) => size(minus(one.share, middle))
  const usual = medianOf(given.map(distance)) ?? zero
  const sample = sampleOf(given.length, needed)
  const isFar = (one: Given) =>
    compare(distance(one), times(usual, farAway)) > 0 && compare(distance(one), leastDistance) >= 0
  return {
    unit,
    sample,
    middle,
    outliers: sample.isEnough
      ? given
          .filter(isFar)
          .map(({ assessor }) => assessor)
          .toSorted()
      : [],
  }
}

export interface Leaning {
  assessor: string
  /** Sheets that at least two others assessed too. */
  sample: Sample
  /** The middle of the differences from the middle of the others, as a share; null below the sample. */
  leaning: Exact | null
}

function differences(assessor: string, given: readonly Given[]): Exact[] {
  const own = given.filter((one) => one.assessor === assessor)
  return own.flatMap(({ unit, share }) => {
    const others = given.filter((one) => one.unit === unit && one.assessor !== assessor)
    const middle = others.length >= 2 ? medianOf(others.map((one) => one.share)) : null
    return middle === null ? [] : [minus(share, middle)]
  })
}

/**
 * Who lies far from the others, and who leans to severity or mildness. It changes no points: people look and decide.
 * Medians only, so that one absurd figure moves nobody else's.
 */
export function lookAtAssessors(given: readonly Given[], needed: number) {
  const names = (key: 'unit' | 'assessor') => [...new Set(given.map((one) => one[key]))].toSorted()
  const units = names('unit').map((unit): Outlying =>
    outlyingOf(
      unit,
      given.filter((one) => one.unit === unit),
      needed,
    ),
  )
  const assessors = names('assessor').map((assessor): Leaning => {
    const found = differences(assessor, given)
    const sample = sampleOf(found.length, needed)
    return { assessor, sample, leaning: sample.isEnough ? medianOf(found) : null }
  })
  return { units, assessors }
}
