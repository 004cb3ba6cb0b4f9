import { compare, negated, plus, signOf, times, whole, zero, type Exact } from '#platform/exact.ts'
import { exactAmount, type Amount, type Points } from './amount.ts'
import type { RuleKind, RuleOf, ScoringRule } from './rule.ts'

/** The least (zero or below) and the most (zero or above) that a rule can give; null: no bound is known. */
export interface Reach {
  readonly least: Exact | null
  readonly most: Exact | null
}

const plain = /^-?\d+(?:\.\d+)?(?:\/[1-9]\d*)?$/u

/** Points as a number, where no formula has to be asked. */
export const plainPoints = (points: Points | null | undefined): Exact | null =>
  points !== null && points !== undefined && plain.test(String(points)) ? exactAmount(points) : null

const nothing: Reach = { least: zero, most: zero }
const unknown: Reach = { least: null, most: null }

const lower = (one: Exact, other: Exact) => (compare(one, other) < 0 ? one : other)
const higher = (one: Exact, other: Exact) => (compare(one, other) > 0 ? one : other)

const single = (points: Exact | null): Reach =>
  points === null ? unknown : { least: lower(points, zero), most: higher(points, zero) }

const joined = (both: (one: Exact, other: Exact) => Exact) => (one: Exact | null, other: Exact | null) =>
  one === null || other === null ? null : both(one, other)

/** One of several. */
const oneOf = (several: readonly Reach[]): Reach =>
  several.reduce(
    (all, one) => ({ least: joined(lower)(all.least, one.least), most: joined(higher)(all.most, one.most) }),
    nothing,
  )

/** All of several together. */
const together = (several: readonly Reach[]): Reach =>
  several.reduce(
    (all, one) => ({ least: joined(plus)(all.least, one.least), most: joined(plus)(all.most, one.most) }),
    nothing,
  )

/** As often as may be: unbounded on the side of its sign. */
function often(points: Points): Reach {
  const each = plainPoints(points)
  if (each === null) return unknown
  return { least: signOf(each) < 0 ? null : zero, most: signOf(each) > 0 ? null : zero }
}

const ofPoints = (points: Points | null | undefined): Reach =>
  points === undefined || points === null ? nothing : single(plainPoints(points))

function held(reach: Reach, atMost: Amount | undefined): Reach {
  if (atMost === undefined) return reach
  const size = exactAmount(atMost)
  return {
    least: reach.least === null ? negated(size) : higher(reach.least, negated(size)),
    most: reach.most === null ? size : lower(reach.most, size),
  }
}

type Kinds = { readonly [Kind in RuleKind]: (rule: RuleOf<Kind>, max: Exact | null) => Reach }

const upTo = (max: Exact | null): Reach => ({ least: zero, most: max })

function ofTier(tier: RuleOf<'tiers'>['tiers'][number], max: Exact | null): Reach {
  if (tier.share !== undefined) return max === null ? unknown : single(times(exactAmount(tier.share), max))
  if (tier.slide !== undefined) return oneOf(tier.slide.map((end) => single(exactAmount(end))))
  return ofPoints(tier.points)
}

const stretches = (several: RuleOf<'deadline'>['lateEach']): Reach =>
  several === undefined ? nothing : held(often(several.points), several.atMost)

const kinds: Kinds = {
  fixed: ({ points }) => ofPoints(points),
  pass: ({ points, failed }, max) => oneOf([points === undefined ? single(max) : ofPoints(points), ofPoints(failed)]),
  parts: ({ parts }) => together(parts.map(({ points }) => ofPoints(points))),
  tiers: ({ tiers, otherwise }, max) => oneOf([...tiers.map((tier) => ofTier(tier, max)), ofPoints(otherwise)]),
  per_case: ({ points }) => often(points),
  per_period: ({ points, periods }) => {
    const each = [points.onTime, points.late, points.missing]
    const one = oneOf(each.map((several) => (periods === undefined ? often(several) : ofPoints(several))))
    return periods === undefined ? one : together(periods.map(() => one))
  },
  deadline: ({ onTime, late, never, early, lateEach, earlyEach }) => {
    const soon = oneOf((early ?? []).map(({ points }) => ofPoints(points)))
    return oneOf([
      together([ofPoints(onTime), soon, stretches(earlyEach)]),
      together([ofPoints(late), stretches(lateEach)]),
      ofPoints(never),
    ])
  },
  one_of: ({ options, none }) => oneOf([...options.map(({ points }) => ofPoints(points)), ofPoints(none)]),
  step: ({ points }) => often(points),
  matrix: ({ points, otherwise }) => oneOf([...points.flat().map(ofPoints), ofPoints(otherwise)]),
  awards: ({ points, pick }) =>
    pick === 'highest'
      ? oneOf(points.map(({ points }) => ofPoints(points)))
      : together(points.map(({ points }) => often(points))),
  flexible: ({ from, to }) => together([often(from), often(to)]),
  judged: ({ from, to, options }, max) =>
    options === undefined
      ? oneOf([single(exactAmount(from)), single(to === undefined ? (max ?? zero) : exactAmount(to))])
      : oneOf(options.map(({ points }) => single(exactAmount(points)))),
  relative_to_leader: (_, max) => upTo(max),
  proportional: ({ over, points }, max) =>
    over === 'counts' ? { least: zero, most: null } : upTo(points === undefined ? max : plainPoints(points)),
  points_by_rank: ({ points, beyond }) => oneOf([...points, beyond].map((one) => single(exactAmount(one)))),
  formula: ({ points }) => ofPoints(points),
}

/** What a rule can give before its own limit. */
export const reachOf = (rule: ScoringRule, max: Exact | null): Reach =>
  (kinds[rule.rule] as (rule: ScoringRule, max: Exact | null) => Reach)(rule, max)

/** … and with it. */
export function heldReach(rule: ScoringRule, max: Exact | null): Reach {
  const reach = held(reachOf(rule, max), rule.atMost)
  const floor = rule.floor === undefined ? null : exactAmount(rule.floor)
  return floor === null || signOf(floor) > 0 ? reach : { ...reach, least: joinedFloor(reach.least, floor) }
}

const joinedFloor = (least: Exact | null, floor: Exact) => (least === null ? floor : higher(least, floor))

export const sizeOf = ({ least, most }: Reach): Exact | null =>
  least === null || most === null ? null : higher(most, times(least, whole(-1)))
