import type { Exact } from '#platform/exact.ts'
import type { Answer, Place, Read, Value } from '../engine/giving.ts'
import { lacking } from './answers.ts'
import { expectKind } from './compute.ts'
import { kindOf, type Compiled, type Context } from './scope.ts'
import type { FunctionName, Tree } from './tree.ts'

/** A call whose values were counted when it was read; what stands in place of one that is not there says nothing. */
export interface Call {
  readonly given: readonly Tree[]
  readonly compile: (tree: Tree | undefined, context: Context) => Compiled
  readonly context: Context
}

export type Functions<Name extends FunctionName> = Readonly<Record<Name, (call: Call) => Compiled>>

type Of<Is extends Value['is']> = Extract<Value, { is: Is }>

/** Reads all values given, which must be of one kind, and works on them. */
function working<Taken>(
  { given, compile, context }: Call,
  is: Value['is'],
  take: (answer: Answer) => Taken | null,
): { readonly compiled: Compiled[]; readonly read: (work: (taken: Taken[]) => Answer) => Read } {
  const compiled = given.map((one) => compile(one, context))
  const read =
    (work: (taken: Taken[]) => Answer): Read =>
    (place) => {
      const answers = compiled.map((one) => one.read(place))
      const taken: Taken[] = []
      for (const answer of answers) {
        const one = take(answer)
        if (one === null)
          return lacking(
            answers.filter((each) => take(each) === null),
            is,
          )
        taken.push(one)
      }
      return work(taken)
    }
  return { compiled, read }
}

/** A function of numbers; its first value tells the measure of what comes out, unless it has none. */
export function ofNumbers(call: Call, work: (numbers: Exact[]) => Answer): Compiled {
  const { compiled, read } = working(call, 'number', (answer) => (answer.is === 'number' ? answer.number : null))
  for (const one of compiled) expectKind(one, 'number', call.context)
  return { read: read(work), kind: { ...kindOf('number'), measure: compiled[0]?.kind.measure } }
}

const looksLikeDay = /^\d{4}-\d{2}-\d{2}$/u

function dayOf(answer: Answer): string | null {
  if (answer.is === 'date') return answer.day
  return answer.is === 'text' && looksLikeDay.test(answer.text) && !Number.isNaN(Date.parse(answer.text))
    ? answer.text
    : null
}

export function ofDays(call: Call, gives: 'number' | 'date', work: (days: string[]) => Answer): Compiled {
  return { read: working(call, 'date', dayOf).read(work), kind: kindOf(gives) }
}

/** A function of a value of one kind. */
export function ofOne<Is extends Value['is']>(
  { read }: Compiled,
  is: Is,
  work: (value: Of<Is>, place: Place) => Answer,
): Read {
  return (place) => {
    const answer = read(place)
    return answer.is === is ? work(answer as Of<Is>, place) : lacking([answer], is)
  }
}

/** A text that must stand in the formula itself: the code of a criterion, a kind of report. */
export function writtenText(tree: Tree | undefined, { doubt }: Context): string | null {
  if (tree === undefined) return null
  if (tree.is === 'text') return tree.text
  doubt({ says: 'formula.textNeeded', values: {} })
  return null
}
