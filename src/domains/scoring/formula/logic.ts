import type { Answer, Read } from '../engine/giving.ts'
import { isValue, lacking, no, yes } from './answers.ts'
import { expectKind } from './compute.ts'
import { anyKind, kindOf, type Compiled, type Context, type Kind } from './scope.ts'

export function compileNot(of: Compiled, context: Context): Compiled {
  expectKind(of, 'yes_no', context)
  const read: Read = (place) => {
    const one = of.read(place)
    if (one.is === 'yes_no') return one.yes ? no : yes
    return lacking([one], 'yes_no')
  }
  return { read, kind: kindOf('yes_no') }
}

/** One side may settle it alone, whatever the other is: false for "and", true for "or". */
export function compileJoined(
  settles: boolean,
  [left, right]: readonly [Compiled, Compiled],
  context: Context,
): Compiled {
  for (const side of [left, right]) expectKind(side, 'yes_no', context)
  const isSettled = (answer: Answer) => answer.is === 'yes_no' && answer.yes === settles
  const read: Read = (place) => {
    const one = left.read(place)
    if (isSettled(one)) return one
    const other = right.read(place)
    if (isSettled(other)) return other
    return one.is === 'yes_no' && other.is === 'yes_no' ? other : lacking([one, other], 'yes_no')
  }
  return { read, kind: kindOf('yes_no') }
}

/** The kind of what may be one or the other. */
export function sharedKind([first, ...rest]: readonly Kind[]): Kind {
  if (first === undefined || rest.some(({ is }) => is !== first.is)) return anyKind
  const measure = rest.every((one) => one.measure === first.measure) ? first.measure : undefined
  return { ...first, measure }
}

export function compileChoice(
  test: Compiled,
  [then, otherwise]: readonly [Compiled, Compiled],
  context: Context,
): Compiled {
  expectKind(test, 'yes_no', context)
  const read: Read = (place) => {
    const holds = test.read(place)
    if (holds.is !== 'yes_no') return lacking([holds], 'yes_no')
    return holds.yes ? then.read(place) : otherwise.read(place)
  }
  return { read, kind: sharedKind([then.kind, otherwise.kind]) }
}

/** Whether something is known: not missing, and not without a value because it was not assigned. */
export const compileKnown = ({ read }: Compiled): Compiled => ({
  read: (place) => {
    const one = read(place)
    if (one.is === 'asks') return one
    return isValue(one) ? yes : no
  },
  kind: kindOf('yes_no'),
})

export const compileAssigned = ({ read }: Compiled): Compiled => ({
  read: (place) => (read(place).is === 'not_assigned' ? no : yes),
  kind: kindOf('yes_no'),
})

/** The first that has a value; what asks is not passed over, since a person must look at it. */
export const compileCoalesce = (all: readonly Compiled[]): Compiled => ({
  read: (place) => {
    let last: Answer = lacking([], 'number')
    for (const { read } of all) {
      last = read(place)
      if (isValue(last) || last.is === 'asks') return last
    }
    return last
  },
  kind: sharedKind(all.map(({ kind }) => kind)),
})
