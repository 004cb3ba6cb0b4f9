import { compare } from '#platform/exact.ts'
import type { Answer, Read, Value } from '../engine/giving.ts'
import { asks, isValue, lacking, no, valueText, yes } from './answers.ts'
import { tellMeasures } from './compute.ts'
import { always, kindOf, type Compiled, type Context } from './scope.ts'
import type { ComparingSign, Tree } from './tree.ts'

const looksLikeDay = /^\d{4}-\d{2}-\d{2}$/u

const holds: Readonly<Record<ComparingSign, (order: number) => boolean>> = {
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
  '==': (order) => order === 0,
  '!=': (order) => order !== 0,
}

const textOrder = (one: string, other: string) => (one === other ? 0 : one < other ? -1 : 1)

/** A day may be written as a text beside another day. */
function dayOf(value: Value): string | null {
  if (value.is === 'date') return value.day
  return value.is === 'text' && looksLikeDay.test(value.text) ? value.text : null
}

const nameOf = (value: Value): string | null => (value.is === 'text' || value.is === 'class' ? value.text : null)

type Order = number | 'differs' | null

/** Days by the calendar; names and classes, which have no order between them, as equal or not. */
function orderOfTexts(one: Value, other: Value): Order {
  const [day, otherDay] = [dayOf(one), dayOf(other)]
  if (day !== null && otherDay !== null) return textOrder(day, otherDay)
  const [name, otherName] = [nameOf(one), nameOf(other)]
  if (name === null || otherName === null) return null
  return name === otherName ? 0 : 'differs'
}

/** Below, at or above zero; `differs` where there is only equal and not equal; null where two do not compare. */
export function order(one: Value, other: Value): Order {
  if (one.is === 'number') return other.is === 'number' ? compare(one.number, other.number) : null
  if (one.is === 'yes_no') return other.is === 'yes_no' ? Number(one.yes) - Number(other.yes) : null
  if (one.is === 'class' && other.is === 'class') return one.place - other.place
  return orderOfTexts(one, other)
}

function compared(sign: ComparingSign, one: Value, other: Value): Answer {
  const found = order(one, other)
  const isEquality = sign === '==' || sign === '!='
  if (found === null || (found === 'differs' && !isEquality)) {
    return asks('asks.notComparable', { left: valueText(one), right: valueText(other) })
  }
  return (found === 'differs' ? sign === '!=' : holds[sign](found)) ? yes : no
}

/** The name of a class beside a fact that has classes: it takes its place among them. */
function asClass(compiled: Compiled, beside: Compiled, tree: Tree, context: Context): Compiled {
  const { classes } = beside.kind
  if (classes === undefined || tree.is !== 'text') return compiled
  const place = classes.indexOf(tree.text)
  if (place < 0)
    context.doubt({ says: 'formula.unknownClass', values: { name: tree.text, classes: classes.join(', ') } })
  if (place < 0) return always(asks('asks.unknownClass', { name: tree.text }), beside.kind)
  return always({ is: 'class', text: tree.text, place }, beside.kind)
}

export function compileComparison(
  { sign, left, right }: Extract<Tree, { is: 'compare' }>,
  sides: readonly [Compiled, Compiled],
  context: Context,
): Compiled {
  const one = asClass(sides[0], sides[1], left, context)
  const other = asClass(sides[1], sides[0], right, context)
  const asking = tellMeasures(one.kind, other.kind, context)
  const kind = kindOf('yes_no')
  if (asking !== null) return { read: () => asking, kind }
  const holding = holds[sign]
  const read: Read = (place) => {
    const a = one.read(place)
    const b = other.read(place)
    if (a.is === 'number' && b.is === 'number') return holding(compare(a.number, b.number)) ? yes : no
    if (isValue(a) && isValue(b)) return compared(sign, a, b)
    return lacking(
      [a, b].filter((each) => !isValue(each)),
      'number',
    )
  }
  return { read, kind }
}
