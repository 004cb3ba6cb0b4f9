import { compare, exact, times } from '#platform/exact.ts'
import type { TargetAccumulation, TargetMeasure } from '../../../../db/types.ts'

/** What a figure is seen against. */
export interface Surroundings {
  measure: TargetMeasure
  accumulation: TargetAccumulation
  /** The figure of the last period that has one. */
  last: string | null
  planned: string | null
  year: { starts_on: string; ends_on: string }
}

type Doubts = (value: string, around: Surroundings) => boolean

const isAmount = (measure: TargetMeasure) => measure === 'count' || measure === 'money' || measure === 'percent'
const isAbove = (one: string, other: string) => compare(exact(one), exact(other)) > 0
const ten = exact('10')

const dayNumber = (day: string) => String(Date.parse(day) / 86_400_000)

/** What may be a slip of the hand. Nothing of it is refused: whoever typed it says that it is meant, or mends it. */
const rules = {
  /** 0,9 where 90 % is usual. */
  shareAsFraction: (value, { measure, last, planned }) =>
    measure === 'percent' && isAbove(value, '0') && !isAbove(value, '1') && isAbove(last ?? planned ?? '0', '1'),
  aboveWhole: (value, { measure }) => measure === 'percent' && isAbove(value, '100'),
  belowZero: (value, { measure }) => isAmount(measure) && isAbove('0', value),
  /** A total that runs through the year never falls. */
  runningFalls: (value, { measure, accumulation, last }) =>
    isAmount(measure) && accumulation === 'running' && last !== null && isAbove(last, value),
  tenfold: (value, { measure, last }) =>
    isAmount(measure) && last !== null && isAbove(last, '0') && compare(exact(value), times(exact(last), ten)) >= 0,
  outsideYear: (value, { measure, year }) =>
    measure === 'day' && (isAbove(dayNumber(year.starts_on), value) || isAbove(value, dayNumber(year.ends_on))),
} satisfies Record<string, Doubts>

export type DoubtName = keyof typeof rules

const doubtNames = Object.keys(rules) as DoubtName[]

/** What makes one look twice at a figure; nothing reported is nothing to doubt. */
export const doubtsOf = (value: string | null, around: Surroundings): DoubtName[] =>
  value === null ? [] : doubtNames.filter((name) => rules[name](value, around))
