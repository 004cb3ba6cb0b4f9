import { exact } from '#platform/exact.ts'
import type { Formula } from '../table/amount.ts'
import { asks, number, no, yes } from './answers.ts'
import { compileComparison } from './compare.ts'
import { compileArithmetic, compileNegative } from './compute.ts'
import { compileCall } from './functions.ts'
import { compileChoice, compileJoined, compileNot } from './logic.ts'
import { compileCase, compileName, compilePeriod, compileUnit } from './names.ts'
import { parseFormula } from './parse-formula.ts'
import { always, anyKind, kindOf, type Compiled, type Context } from './scope.ts'
import type { Tree } from './tree.ts'

type Of<Is extends Tree['is']> = Extract<Tree, { is: Is }>
type Compilers = { readonly [Is in Tree['is']]: (tree: Of<Is>, context: Context) => Compiled }

const compilers: Compilers = {
  number: ({ text }) => always(number(exact(text)), kindOf('number')),
  yes_no: (tree) => always(tree.yes ? yes : no, kindOf('yes_no')),
  text: ({ text }) => always({ is: 'text', text }, kindOf('text')),
  name: compileName,
  case: compileCase,
  unit: compileUnit,
  period: compilePeriod,
  not: ({ of }, context) => compileNot(compileTree(of, context), context),
  negative: ({ of }, context) => compileNegative(compileTree(of, context), context),
  compute: (tree, context) =>
    compileArithmetic(tree, [compileTree(tree.left, context), compileTree(tree.right, context)], context),
  compare: (tree, context) =>
    compileComparison(tree, [compileTree(tree.left, context), compileTree(tree.right, context)], context),
  and: ({ left, right }, context) =>
    compileJoined(false, [compileTree(left, context), compileTree(right, context)], context),
  or: ({ left, right }, context) =>
    compileJoined(true, [compileTree(left, context), compileTree(right, context)], context),
  choose: ({ test, yes, no }, context) =>
    compileChoice(compileTree(test, context), [compileTree(yes, context), compileTree(no, context)], context),
  call: (tree, context) => compileCall(tree, context, compileTree),
}

function compileTree(tree: Tree | undefined, context: Context): Compiled {
  if (tree === undefined) return always(asks('asks.noValues'), anyKind)
  const compiler = compilers[tree.is] as (tree: Tree, context: Context) => Compiled
  return compiler(tree, context)
}

/** A formula made ready to be read for any unit. One that cannot be read asks at every unit, and is told. */
export function compileFormula(formula: Formula, context: Context): Compiled {
  // A declared key alone is that fact, however it is written: "2.1-a" is no subtraction.
  const isKey = typeof formula === 'string' && Object.hasOwn(context.scope.facts, formula)
  if (isKey) return compileName({ is: 'name', name: formula, quoted: true }, context)
  const parsed = parseFormula(formula)
  if ('tree' in parsed) return compileTree(parsed.tree, context)
  context.doubt(parsed.fault)
  return always(asks('asks.badFormula', { formula: String(formula) }), anyKind)
}
