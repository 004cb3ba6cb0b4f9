import { compare, divided, plus, whole, type Exact } from '#platform/exact.ts'
import type { Answer, Place, Read } from '../engine/giving.ts'
import { asks, lacking, missing, number } from './answers.ts'
import type { Call, Functions } from './call.ts'
import { expectKind, sumOf } from './compute.ts'
import { runOf } from './run.ts'
import { kindOf, Uses, type Compiled } from './scope.ts'

/** Answers of all units of a group, in the order of the facts; the same array while what they rest on stands. */
export type GroupAnswers = readonly { readonly unit: number; readonly answer: Answer }[]

/** One formula for every unit of the group, asked once for all of them. */
export function forGroup(read: Read, slot: number): (place: Place) => GroupAnswers {
  return (place) => {
    const run = runOf(place)
    return run.find(slot, place.unit, () =>
      run.group(place.unit).map((unit) => ({ unit, answer: read({ ...place, unit }) })),
    )
  }
}

/** Compiles what a group function asks of each unit; what it rests on is then of the whole group. */
function inGroup({ given, compile, context }: Call): { of: Compiled; uses: Uses } {
  const uses = new Uses()
  const of = compile(given[0], { ...context, uses, fields: null })
  expectKind(of, 'number', context)
  context.uses.add(uses, true)
  return { of, uses }
}

/** The numbers that are known, in rising order; where none is, why. A unit to which it was not assigned is left out. */
type Found = { readonly sorted: readonly Exact[] } | { readonly without: Answer }

function sortedNumbers(answers: readonly Answer[]): Found {
  const numbers = answers.flatMap((one) => (one.is === 'number' ? [one.number] : []))
  if (numbers.length === 0) return { without: lacking(answers, 'number') }
  return { sorted: numbers.sort(compare) }
}

const fromFound = (call: Call, work: (sorted: readonly Exact[]) => Answer): Compiled => {
  const { of, uses } = inGroup(call)
  const slot = call.context.scope.slot(uses)
  const read: Read = (place) => {
    const run = runOf(place)
    return run.find(slot, place.unit, () => {
      const found = sortedNumbers(run.group(place.unit).map((unit) => of.read({ ...place, unit })))
      return 'sorted' in found ? work(found.sorted) : found.without
    })
  }
  return { read, kind: { ...kindOf('number'), measure: of.kind.measure } }
}

/** One more than how many are above. */
function placeAmong(sorted: readonly Exact[], own: Exact): Answer {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const one = sorted[middle]
    if (one !== undefined && compare(one, own) > 0) high = middle
    else low = middle + 1
  }
  return number(whole(sorted.length - low + 1))
}

function rankOf(call: Call): Compiled {
  const { of, uses } = inGroup(call)
  const slot = call.context.scope.slot(uses)
  const read: Read = (place) => {
    const own = of.read(place)
    if (own.is !== 'number') return lacking([own], 'number')
    const run = runOf(place)
    const found = run.find(slot, place.unit, () =>
      sortedNumbers(run.group(place.unit).map((unit) => of.read({ ...place, unit }))),
    )
    return 'sorted' in found ? placeAmong(found.sorted, own.number) : found.without
  }
  return { read, kind: kindOf('number') }
}

/** The one in the middle, or halfway between the two that stand there. */
function middleOf(sorted: readonly Exact[]): Answer {
  const lower = sorted[(sorted.length - 1) >> 1]
  const upper = sorted[sorted.length >> 1]
  const middle = lower && upper && divided(plus(lower, upper), whole(2))
  return numberOrMissing(middle ?? undefined)
}

type Name = 'best' | 'worst' | 'mean' | 'median' | 'total' | 'rankOf'

export const functionsOfGroups: Functions<Name> = {
  best: (call) => fromFound(call, (sorted) => numberOrMissing(sorted.at(-1))),
  worst: (call) => fromFound(call, (sorted) => numberOrMissing(sorted[0])),
  mean: (call) =>
    fromFound(call, (sorted) => {
      const mean = divided(sumOf(sorted), whole(sorted.length))
      return mean === null ? asks('asks.noValues') : number(mean)
    }),
  median: (call) => fromFound(call, middleOf),
  total: (call) => fromFound(call, (sorted) => number(sumOf(sorted))),
  rankOf,
}

const numberOrMissing = (value: Exact | undefined): Answer => (value === undefined ? missing() : number(value))
