import { whole, type Exact } from '#platform/exact.ts'
import type { Answer, Place, Read } from '../engine/giving.ts'
import type { Standing } from '../engine/score-result.ts'
import { exactAmount } from '../table/amount.ts'
import { asks, missing, no, number, yes } from './answers.ts'
import { runOf, type Totals } from './run.ts'
import {
  always,
  anyKind,
  kindOf,
  variables,
  type Compiled,
  type Context,
  type Derived,
  type Variable,
} from './scope.ts'
import type { Tree } from './tree.ts'

type Of<Is extends Tree['is']> = Extract<Tree, { is: Is }>

const looksExact = /^-?\d+(?:\.\d+)?(?:\/[1-9]\d*)?$/u

function compileConstant(value: number | string | boolean): Compiled {
  if (typeof value === 'boolean') return always(value ? yes : no, kindOf('yes_no'))
  if (typeof value === 'string' && !looksExact.test(value)) return always({ is: 'text', text: value }, kindOf('text'))
  return always(number(exactAmount(value)), kindOf('number'))
}

function compileFact(key: string, { scope, uses, reached }: Context): Compiled {
  const column = scope.column(key)
  uses.facts.add(column)
  const unknown = missing(key)
  const plain: Read = (place) => runOf(place).columns[column]?.[place.unit] ?? unknown
  const read: Read = reached ? (place) => runOf(place).reached[column]?.get(place.unit) ?? plain(place) : plain
  const declared = scope.facts[key]
  if (declared === undefined) return { read, kind: anyKind }
  const { type, measure, classes, fields } = declared
  return { read, kind: { is: type, measure, classes, fields } }
}

/** Computed once for each unit, and kept until a fact changes that it rests on. */
function compileDerived({ index, kind, uses, read }: Derived, context: Context): Compiled {
  context.uses.add(uses, false)
  return {
    read: (place) => {
      const kept = (runOf(place).derived[index] ??= [])
      return (kept[place.unit] ??= read({ unit: place.unit, max: null, run: runOf(place) }))
    },
    kind,
  }
}

const ofTotals: Readonly<Record<Variable, (totals: Totals) => Exact | null>> = {
  max: (totals) => totals.max,
  total: (totals) => totals.total,
  percent: (totals) => totals.percent,
  rank: ({ rank }) => (rank === null ? null : whole(rank)),
  base: (totals) => totals.base,
  bonus: (totals) => totals.bonus,
  penalty: (totals) => totals.penalty,
}

const noMaximum = asks('asks.noMaximum')

function readMax(place: Place): Answer {
  if (place.max !== null) return number(place.max)
  return noMaximum
}

const stands: readonly Standing[] = ['scored', 'not_assigned', 'exempt']

function compileVariable(name: Variable, context: Context): Compiled {
  // Of a criterion there is nothing but its maximum; of a unit's totals there is all.
  if (name === 'max' && !context.variables.includes('total')) return { read: readMax, kind: kindOf('number') }
  const [of, unknown] = [ofTotals[name], missing(name)]
  const read: Read = (place) => {
    const run = runOf(place)
    const totals = run.totals[place.unit]
    if (totals === undefined) return unknown
    const { standing, needs } = run.came(place.unit, 0)
    // What is known so far is no total: nobody is judged by it.
    if (!stands.includes(standing)) return needs.length === 0 ? asks('asks.notComplete') : missing(...needs)
    const value = of(totals)
    return value === null ? unknown : number(value)
  }
  return { read, kind: kindOf('number') }
}

const isVariable = (name: string): name is Variable => variables.some((one) => one === name)

function compileUnquoted(name: string, context: Context): Compiled | null {
  const { scope } = context
  if (isVariable(name) && context.variables.includes(name)) return compileVariable(name, context)
  const constant = Object.hasOwn(scope.constants, name) ? scope.constants[name] : undefined
  return constant === undefined ? null : compileConstant(constant)
}

export function compileName({ name, quoted }: Of<'name'>, context: Context): Compiled {
  const named = quoted ? null : compileUnquoted(name, context)
  if (named !== null) return named
  const derived = context.scope.derived(name, context.reached)
  if (derived === 'cyclic') {
    context.doubt({ says: 'formula.cyclic', values: { name } })
    return always(asks('asks.cyclic', { name }), anyKind)
  }
  if (derived !== null) return compileDerived(derived, context)
  if (context.scope.facts[name] === undefined) {
    const says = isVariable(name) && !quoted ? 'formula.notHere' : 'formula.unknownName'
    context.doubt({ says, values: { name } })
  }
  return compileFact(name, context)
}

/** A field of the case at hand. */
export function compileCase({ field }: Of<'case'>, context: Context): Compiled {
  const { fields } = context
  if (fields === null) {
    context.doubt({ says: 'formula.notHere', values: { name: `case.${field}` } })
    return always(asks('asks.noCase', { field }), anyKind)
  }
  const declared = fields === 'any' ? undefined : fields?.[field]
  if (declared === undefined && fields !== 'any' && fields !== undefined) {
    context.doubt({ says: 'formula.unknownField', values: { name: field } })
  }
  const unknown = missing(`case.${field}`)
  return {
    read: (place) => place.case?.[field] ?? unknown,
    kind: declared === undefined ? anyKind : kindOf(declared),
  }
}

export function compileUnit({ field }: Of<'unit'>): Compiled {
  const read: Read = (place) => {
    const unit = runOf(place).units[place.unit]
    return { is: 'text', text: (field === 'name' ? (unit?.name ?? unit?.id) : unit?.[field]) ?? '' }
  }
  return { read, kind: kindOf('text') }
}

export function compilePeriod({ end }: Of<'period'>): Compiled {
  const unknown = missing(`period.${end}`)
  const read: Read = (place) => {
    const day = runOf(place).period?.[end]
    return day === undefined ? unknown : { is: 'date', day }
  }
  return { read, kind: kindOf('date') }
}
