import { compare, floorOf, negated, roundedTo, signOf, whole, type Exact } from '#platform/exact.ts'
import type { Answer, Value } from '../engine/giving.ts'
import { asks, isValue, lacking, no, number, valueText, yes } from './answers.ts'
import { ofNumbers, type Call, type Functions } from './call.ts'
import { order } from './compare.ts'
import { tellMeasures } from './compute.ts'
import { sharedKind } from './logic.ts'
import { kindOf, type Compiled } from './scope.ts'

/** The marks of several assessors count as so many numbers. */
const spread = (answer: Answer): Answer[] =>
  answer.is === 'marks' ? [...answer.marks.values()].map((mark) => number(mark)) : [answer]

function furthest(sign: 1 | -1, [first, ...rest]: readonly Value[]): Answer {
  let found = first
  for (const value of rest) {
    const place = found === undefined ? null : order(value, found)
    if (typeof place !== 'number') {
      return asks('asks.notComparable', { left: valueText(value), right: found === undefined ? '' : valueText(found) })
    }
    if (place * sign > 0) found = value
  }
  return found ?? asks('asks.noValues')
}

/** The least or the most of numbers, days or classes. */
function extreme(sign: 1 | -1, { given, compile, context }: Call): Compiled {
  const compiled = given.map((one) => compile(one, context))
  const [first, ...rest] = compiled
  const asking = rest.map((one) => (first === undefined ? null : tellMeasures(first.kind, one.kind, context)))
  const refused = asking.find((one) => one !== null)
  const kind = first?.kind.is === 'marks' ? kindOf('number') : sharedKind(compiled.map((one) => one.kind))
  if (refused) return { read: () => refused, kind }
  return {
    read: (place) => {
      const answers = compiled.flatMap(({ read }) => spread(read(place)))
      const values = answers.filter(isValue)
      if (values.length < answers.length)
        return lacking(
          answers.filter((one) => !isValue(one)),
          'number',
        )
      return furthest(sign, values)
    },
    kind,
  }
}

function rounded(value: Exact, { over, under }: Exact): Answer {
  const isPlaces = typeof over === 'number' && under === 1 && over >= 0 && over <= 10
  return isPlaces ? number(roundedTo(value, over)) : asks('asks.decimals')
}

const ceilOf = (value: Exact) => negated(floorOf(negated(value)))

/** A function of one number. */
const ofOneNumber = (work: (value: Exact) => Exact) => (call: Call) =>
  ofNumbers(call, ([value]) => (value === undefined ? asks('asks.noValues') : number(work(value))))

type Name = 'min' | 'max' | 'abs' | 'round' | 'floor' | 'ceil' | 'between'

export const functionsOfNumbers: Functions<Name> = {
  min: (call) => extreme(-1, call),
  max: (call) => extreme(1, call),
  abs: ofOneNumber((value) => (signOf(value) < 0 ? negated(value) : value)),
  round: (call) => ofNumbers(call, ([value = whole(0), places = whole(0)]) => rounded(value, places)),
  floor: ofOneNumber(floorOf),
  ceil: ofOneNumber(ceilOf),
  between: (call) => ({
    ...ofNumbers(call, ([value = whole(0), low = whole(0), high = whole(0)]) =>
      compare(value, low) >= 0 && compare(value, high) <= 0 ? yes : no,
    ),
    kind: kindOf('yes_no'),
  }),
}
