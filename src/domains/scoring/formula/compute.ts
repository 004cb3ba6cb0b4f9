import { divided, floorOf, minus, negated, plus, signOf, times, whole, zero, type Exact } from '#platform/exact.ts'
import type { Answer, Read } from '../engine/giving.ts'
import { asks, lacking, number } from './answers.ts'
import { kindOf, type Compiled, type Context, type Kind } from './scope.ts'
import type { ComputingSign, Tree } from './tree.ts'

/** Numbers longer than this are no points of any table, and would only take time. */
const largest = 10n ** 200n

function bounded(value: Exact): Answer {
  const { over, under } = value
  if (typeof over === 'number') return { is: 'number', number: value }
  const size = over < 0n ? -over : over
  return size > largest || under > largest ? asks('asks.tooLarge') : number(value)
}

function quotient(one: Exact, other: Exact): Answer {
  const value = divided(one, other)
  return value === null ? asks('asks.divisionByZero') : bounded(value)
}

/** What is left of a division towards zero, with the sign of the first. */
function remainder(one: Exact, other: Exact): Answer {
  const ratio = divided(one, other)
  if (ratio === null) return asks('asks.divisionByZero')
  const towardsZero = signOf(ratio) < 0 ? negated(floorOf(negated(ratio))) : floorOf(ratio)
  return bounded(minus(one, times(towardsZero, other)))
}

function power(base: Exact, exponent: Exact): Answer {
  const { over, under } = exponent
  const isSmall = typeof over === 'number' && under === 1 && Math.abs(over) <= 20
  if (!isSmall) return asks('asks.exponent')
  let result: Answer = number(whole(1))
  for (let turn = 0; turn < Math.abs(over) && result.is === 'number'; turn += 1) {
    result = bounded(times(result.number, base))
  }
  return over >= 0 || result.is !== 'number' ? result : quotient(whole(1), result.number)
}

const works: Readonly<Record<ComputingSign, (one: Exact, other: Exact) => Answer>> = {
  '+': (one, other) => bounded(plus(one, other)),
  '-': (one, other) => bounded(minus(one, other)),
  '*': (one, other) => bounded(times(one, other)),
  '/': quotient,
  '%': remainder,
  '**': power,
}

/** Tells once, when the table is made ready, that something else than a number is computed with. */
export function expectKind(compiled: Compiled, wanted: Kind['is'], context: Context): void {
  const { is } = compiled.kind
  if (is !== 'any' && is !== wanted) context.doubt({ says: 'formula.wrongKind', values: { wanted, got: is } })
}

/** Two measures that do not go together, or null. What has none goes with all. */
function otherMeasure(one: Kind, other: Kind): Answer | null {
  if (one.measure === undefined || other.measure === undefined || one.measure === other.measure) return null
  return asks('asks.otherMeasure', { left: one.measure, right: other.measure })
}

export function tellMeasures(one: Kind, other: Kind, context: Context): Answer | null {
  const asking = otherMeasure(one, other)
  if (asking?.is === 'asks') context.doubt({ says: 'formula.otherMeasure', values: asking.values })
  return asking
}

/** A sum keeps its measure; a multiple of a plain number keeps it too; a quotient of two has none. */
const measures: Readonly<Record<ComputingSign, (left?: string, right?: string) => string | undefined>> = {
  '+': (left, right) => left ?? right,
  '-': (left, right) => left ?? right,
  '%': (left, right) => left ?? right,
  '*': (left, right) => (left === undefined || right === undefined ? (left ?? right) : undefined),
  '/': (left, right) => (right === undefined ? left : undefined),
  '**': () => undefined,
}

export function compileArithmetic(
  { sign }: Extract<Tree, { is: 'compute' }>,
  [left, right]: readonly [Compiled, Compiled],
  context: Context,
): Compiled {
  for (const side of [left, right]) expectKind(side, 'number', context)
  const kind = { ...kindOf('number'), measure: measures[sign](left.kind.measure, right.kind.measure) }
  const asking = '+-%'.includes(sign) ? tellMeasures(left.kind, right.kind, context) : null
  if (asking !== null) return { read: () => asking, kind }
  const work = works[sign]
  const read: Read = (place) => {
    const one = left.read(place)
    const other = right.read(place)
    if (one.is === 'number' && other.is === 'number') return work(one.number, other.number)
    return lacking([one, other], 'number')
  }
  return { read, kind }
}

export function compileNegative(of: Compiled, context: Context): Compiled {
  expectKind(of, 'number', context)
  const read: Read = (place) => {
    const one = of.read(place)
    return one.is === 'number' ? number(negated(one.number)) : lacking([one], 'number')
  }
  return { read, kind: of.kind }
}

export const sumOf = (all: readonly Exact[]): Exact => all.reduce(plus, zero)
