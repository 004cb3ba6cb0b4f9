import { compare, floorOf, one, plus, zero, type Exact } from '#platform/exact.ts'
import { exactText } from '../engine/exact-text.ts'
import { exactAmount, type Amount } from './amount.ts'

/** A place between numbers: just before one of them or just after it. Null is the end of all numbers. */
export type Cut = { readonly at: Exact; readonly after: boolean } | null

/** From one cut to a later one: what lies between a lower and an upper end, each inside or outside. */
export interface Stretch {
  readonly low: Cut
  readonly high: Cut
}

interface Ends {
  readonly from?: Amount | undefined
  readonly above?: Amount | undefined
  readonly to?: Amount | undefined
  readonly below?: Amount | undefined
}

function compareCuts(one: NonNullable<Cut>, other: NonNullable<Cut>): number {
  const difference = compare(one.at, other.at)
  return difference === 0 ? Number(one.after) - Number(other.after) : difference
}

/** Whether a lower end lies before an upper one. */
const isBefore = (low: Cut, high: Cut) => low === null || high === null || compareCuts(low, high) < 0

/** The later of two lower ends, and the earlier of two upper ones. */
const laterLow = (one: Cut, other: Cut): Cut =>
  one === null || (other !== null && compareCuts(one, other) < 0) ? other : one
const earlierHigh = (one: Cut, other: Cut): Cut =>
  one === null || (other !== null && compareCuts(one, other) > 0) ? other : one

const cut = (amount: Amount | undefined, after: boolean): Cut =>
  amount === undefined ? null : { at: exactAmount(amount), after }

/** What a tier's ends hold. */
export const stretchOf = ({ from, above, to, below }: Ends): Stretch => ({
  low: laterLow(cut(from, false), cut(above, true)),
  high: earlierHigh(cut(to, true), cut(below, false)),
})

/** One number alone. */
export const only = (amount: Amount): Stretch => ({ low: cut(amount, false), high: cut(amount, true) })

export const isEmpty = ({ low, high }: Stretch) => !isBefore(low, high)

export function common(one: Stretch, other: Stretch): Stretch | null {
  const both = { low: laterLow(one.low, other.low), high: earlierHigh(one.high, other.high) }
  return isEmpty(both) ? null : both
}

/** What is left of one stretch when another is taken away. */
function without(whole: Stretch, taken: Stretch): Stretch[] {
  if (common(whole, taken) === null) return [whole]
  const before = taken.low === null ? null : { low: whole.low, high: taken.low }
  const after = taken.high === null ? null : { low: taken.high, high: whole.high }
  return [before, after].filter((one) => one !== null && !isEmpty(one)) as Stretch[]
}

/** What is left when all of several are taken away. */
export const rest = (whole: readonly Stretch[], taken: readonly Stretch[]): readonly Stretch[] =>
  taken.reduce<readonly Stretch[]>((left, one) => left.flatMap((each) => without(each, one)), whole)

const text = (cut: Cut, after: boolean) => (cut?.after === after ? exactText(cut.at) : '')

/** The ends of a stretch as a sentence needs them. */
export const endsOf = ({ low, high }: Stretch) => ({
  from: text(low, false),
  above: text(low, true),
  to: text(high, true),
  below: text(high, false),
})

/** Whether a whole number lies in it. */
export function holdsWhole({ low, high }: Stretch): boolean {
  if (low === null || high === null) return true
  const next = floorOf(low.at)
  return [next, plus(next, one)].some((whole) => common(only(exactText(whole)), { low, high }) !== null)
}

export const zeroCut: Cut = { at: zero, after: false }
