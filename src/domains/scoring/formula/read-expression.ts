import type { CallExpression, Expression, MemberExpression, PrivateIdentifier, Super } from 'acorn'
import { FormulaFault } from './formula-fault.ts'
import {
  comparingSigns,
  computingSigns,
  functionArity,
  periodEnds,
  unitFields,
  type FunctionName,
  type Tree,
} from './tree.ts'

type Of<Type extends Expression['type']> = Extract<Expression, { type: Type }>

const refused = (what: string) => new FormulaFault('formula.notAllowed', { what })

/** One of a closed list, or nothing. */
const among = <const All extends readonly string[]>(all: All, one: string): All[number] | undefined =>
  all.find((each) => each === one)

const decimal = /^(?:\d+\.?\d*|\.\d+)$/u

/** From how it is written, so that no decimal passes through a binary float. */
function numberAsWritten(raw: string): Tree {
  if (!decimal.test(raw)) throw refused(raw)
  const [before = '', after = ''] = raw.split('.')
  return { is: 'number', text: after === '' ? before : `${before || '0'}.${after}` }
}

function literal({ value, raw = '' }: Of<'Literal'>): Tree {
  if (typeof value === 'boolean') return { is: 'yes_no', yes: value }
  if (typeof value === 'string') return { is: 'text', text: value }
  if (typeof value === 'number') return numberAsWritten(raw)
  throw refused(raw)
}

/** `a.b.c` as its words. */
function wordsOf(expression: Expression | Super | PrivateIdentifier): string[] {
  if (expression.type === 'Identifier') return [expression.name]
  if (expression.type !== 'MemberExpression' || expression.computed) throw refused(expression.type)
  return [...wordsOf(expression.object), ...wordsOf(expression.property)]
}

function named(expression: MemberExpression | Of<'Identifier'>): Tree {
  const [first = '', ...rest] = wordsOf(expression)
  const field = rest.join('.')
  if (first === 'case') return { is: 'case', field: field || 'value' }
  const ofUnit = first === 'unit' ? among(unitFields, field) : undefined
  if (ofUnit !== undefined) return { is: 'unit', field: ofUnit }
  const end = first === 'period' ? among(periodEnds, field) : undefined
  if (end !== undefined) return { is: 'period', end }
  return { is: 'name', name: [first, ...rest].join('.'), quoted: false }
}

const isFunction = (name: string): name is FunctionName => Object.hasOwn(functionArity, name)

function counted(name: string, given: readonly Tree[], [fewest, most]: readonly [number, number]) {
  const needs = fewest === most ? String(fewest) : `${fewest}–${most}`
  if (given.length < fewest || given.length > most) {
    throw new FormulaFault('formula.wrongCount', { name, needs, given: String(given.length) })
  }
}

function choice([test, yes, no]: readonly Tree[]): Tree | null {
  return test && yes && no ? { is: 'choose', test, yes, no } : null
}

/** What is written like a call and is none. */
function specialForm(name: string, given: readonly Tree[]): Tree | null {
  const [first] = given
  if (name === 'fact') return first?.is === 'text' ? { is: 'name', name: first.text, quoted: true } : null
  return name === 'if' && given.length === 3 ? choice(given) : null
}

function called({ callee, arguments: list }: CallExpression): Tree {
  if (callee.type !== 'Identifier') throw refused('()')
  const { name } = callee
  const given = list.map((one) => {
    if (one.type === 'SpreadElement') throw refused('...')
    return treeOf(one)
  })
  const special = specialForm(name, given)
  if (special !== null) return special
  if (!isFunction(name)) throw new FormulaFault('formula.unknownFunction', { name })
  counted(name, given, functionArity[name])
  return { is: 'call', name, given }
}

function twoSided({ operator, left, right }: Of<'BinaryExpression'>): Tree {
  if (left.type === 'PrivateIdentifier') throw refused('#')
  const [one, other] = [treeOf(left), treeOf(right)]
  const computing = among(computingSigns, operator)
  if (computing !== undefined) return { is: 'compute', sign: computing, left: one, right: other }
  const comparing = among(comparingSigns, operator.replace(/^(?<sign>[!=]=)=$/u, '$<sign>'))
  if (comparing === undefined) throw refused(operator)
  return { is: 'compare', sign: comparing, left: one, right: other }
}

function oneSided({ operator, argument }: Of<'UnaryExpression'>): Tree {
  if (operator === '!') return { is: 'not', of: treeOf(argument) }
  if (operator === '-') return { is: 'negative', of: treeOf(argument) }
  if (operator === '+') return treeOf(argument)
  throw refused(operator)
}

function joined({ operator, left, right }: Of<'LogicalExpression'>): Tree {
  if (operator === '??') throw refused(operator)
  return { is: operator === '&&' ? 'and' : 'or', left: treeOf(left), right: treeOf(right) }
}

const readers: { readonly [Type in Expression['type']]?: (expression: Of<Type>) => Tree } = {
  Literal: literal,
  Identifier: named,
  MemberExpression: named,
  CallExpression: called,
  BinaryExpression: twoSided,
  UnaryExpression: oneSided,
  LogicalExpression: joined,
  SequenceExpression: () => {
    throw new FormulaFault('formula.comma', {})
  },
  ParenthesizedExpression: ({ expression }) => treeOf(expression),
  ConditionalExpression: ({ test, consequent, alternate }) => ({
    is: 'choose',
    test: treeOf(test),
    yes: treeOf(consequent),
    no: treeOf(alternate),
  }),
}

/** The tree of an expression; whatever is not in the list of readers is no formula. */
export function treeOf(expression: Expression): Tree {
  const reader = readers[expression.type] as ((expression: Expression) => Tree) | undefined
  if (reader === undefined) throw refused(expression.type)
  return reader(expression)
}
