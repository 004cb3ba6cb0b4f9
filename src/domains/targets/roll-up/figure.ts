import { compare, decimalText, divided, exact, minus, plus, times, zero, type Exact } from '#platform/exact.ts'
import type { Formula, Target } from '../target.ts'
import type { Value } from '../value.ts'

/** Quotients are rounded once, here, half away from zero; sums never. */
const places = 6
const hundred = exact('100')

const written = (value: Exact | null): Value => (value === null ? null : decimalText(value, places))

/** A figure, and the last day of the newest period that it comes from. */
export interface Figure {
  value: Value
  asOf: string | null
}

export const noFigure: Figure = { value: null, asOf: null }

/** What a unit entered for one period. */
export interface PeriodValue {
  endsOn: string
  value: Value
}

type Known<One extends { value: Value }> = One & { value: string }
const known = <One extends { value: Value }>(all: readonly One[]): Known<One>[] =>
  all.filter((one): one is Known<One> => one.value !== null)

const newest = <One extends { endsOn: string }>(all: readonly One[]) =>
  all.reduce<One | undefined>((last, one) => (last === undefined || one.endsOn > last.endsOn ? one : last), undefined)

const total = (values: readonly string[]) => values.map(exact).reduce(plus, zero)

/** A unit's own figure from the beginning of the year to a day: added up, or as last reported. */
export function figureOfEntries(
  accumulation: Target['accumulation'],
  entries: readonly PeriodValue[],
  until: string,
): Figure {
  const reported = known(entries).filter(({ endsOn }) => endsOn <= until)
  const last = newest(reported)
  if (last === undefined) return noFigure
  if (accumulation !== 'flow') return { value: written(exact(last.value)), asOf: last.endsOn }
  return { value: written(total(reported.map(({ value }) => value))), asOf: last.endsOn }
}

/** The part of one unit in a figure of the level above. */
export interface Part extends Figure {
  weight: string
}

type RolledUp = Pick<Target, 'roll_up' | 'measure'>

function weightedMean(parts: readonly Known<Part>[]): Exact | null {
  const weighed = parts.map(({ value, weight }) => times(exact(value), exact(weight)))
  return divided(weighed.reduce(plus, zero), total(parts.map(({ weight }) => weight)))
}

const sorted = (values: readonly string[]) => values.map(exact).toSorted(compare)

/** Of a day the latest of all; else the figure of the newest period, of several the highest. */
function lastOf(parts: readonly Known<Part>[], measure: Target['measure']): Exact | null {
  const asOf = parts
    .map((part) => part.asOf ?? '')
    .toSorted()
    .at(-1)
  const latest = measure === 'day' ? parts : parts.filter((part) => part.asOf === asOf)
  return sorted(latest.map(({ value }) => value)).at(-1) ?? null
}

/** Yes only when all said so, no as soon as one did, and else not known yet. */
function allOf(parts: readonly Part[]): Exact | null {
  const told = known(parts)
  const least = sorted(told.map(({ value }) => value))[0] ?? null
  if (least !== null && compare(least, zero) === 0) return least
  return told.length === parts.length && told.length > 0 ? exact('1') : null
}

const ways: Readonly<Record<Target['roll_up'], (parts: readonly Part[], measure: Target['measure']) => Exact | null>> =
  {
    sum: (parts) => (known(parts).length === 0 ? null : total(known(parts).map(({ value }) => value))),
    weighted_mean: (parts) => weightedMean(known(parts)),
    last: (parts, measure) => lastOf(known(parts), measure),
    min: (parts) => sorted(known(parts).map(({ value }) => value))[0] ?? null,
    all_of: allOf,
  }

/** The figure of a unit from its sub-units, or of the bloc from its units; only assigned parts are given. */
export function rollUp({ roll_up, measure }: RolledUp, parts: readonly Part[]): Figure {
  const asOf = known(parts)
    .map((part) => part.asOf ?? '')
    .toSorted()
    .at(-1)
  return { value: written(ways[roll_up](parts, measure)), asOf: asOf === undefined || asOf === '' ? null : asOf }
}

/** Plans of several units as one, in their order from the lowest. */
const commonPlans: Readonly<Record<'last' | 'min' | 'all_of', (inOrder: readonly Exact[]) => Exact | null>> = {
  last: ([first, ...others]) =>
    first !== undefined && others.every((one) => compare(one, first) === 0) ? first : null,
  min: ([first]) => first ?? null,
  all_of: ([first]) => first ?? null,
}

interface Plan {
  value: Value
  weight: string
}

/** What all together planned: as the figures roll up; where these have no common plan there is none. */
export function rollUpPlans({ roll_up, measure }: RolledUp, plans: readonly Plan[]): Value {
  if (roll_up === 'sum' || roll_up === 'weighted_mean') {
    return rollUp(
      { roll_up, measure },
      plans.map((plan) => ({ ...plan, asOf: null })),
    ).value
  }
  const inOrder = sorted(known(plans).map(({ value }) => value))
  if (roll_up === 'last' && measure === 'day') return written(inOrder.at(-1) ?? null)
  return written(commonPlans[roll_up](inOrder))
}

const formulas: Readonly<Record<Formula['kind'], (values: readonly Exact[]) => Exact | null>> = {
  ratio: ([over = zero, under = zero]) => divided(times(over, hundred), under),
  sum: (values) => values.reduce(plus, zero),
  difference: ([first = zero, ...others]) => others.reduce(minus, first),
}

/** A computed figure; where one of its members is missing, it is. */
export function computed({ kind }: Formula, members: readonly Figure[]): Figure {
  const told = known(members)
  if (told.length < members.length || told.length === 0) return noFigure
  const asOf = told.map((figure) => figure.asOf ?? '').toSorted()[0]
  const value = written(formulas[kind](told.map((figure) => exact(figure.value))))
  return { value, asOf: value === null ? null : (asOf ?? null) }
}

type Judged = Pick<Target, 'measure' | 'direction'>

const ofPlan = (over: Exact, under: Exact) => divided(times(over, hundred), under)

function shareOf(direction: Target['direction'], value: Exact, planned: Exact): Exact | null {
  const isKept = isReached(direction, value, planned)
  if (compare(planned, zero) <= 0 || (direction === 'less' && isKept)) return isKept ? hundred : zero
  return direction === 'less' ? ofPlan(planned, value) : ofPlan(value, planned)
}

const isReached = (direction: Target['direction'], value: Exact, planned: Exact) =>
  direction === 'less' ? compare(value, planned) <= 0 : compare(value, planned) >= 0

/**
 * Per cent of the plan. Where less is better, keeping within it is 100 and going beyond counts plan over value; a class
 * or a day is reached or not.
 */
export function percentOfPlan({ measure, direction }: Judged, value: Value, planned: Value): Value {
  if (value === null || planned === null) return null
  const [real, plan] = [exact(value), exact(planned)]
  if (measure === 'class' || measure === 'day') return isReached(direction, real, plan) ? '100' : '0'
  return written(shareOf(direction, real, plan))
}
