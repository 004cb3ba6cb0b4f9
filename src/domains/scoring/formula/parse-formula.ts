import { Parser, type Expression } from 'acorn'
import type { Formula } from '../table/amount.ts'
import { treeOf } from './read-expression.ts'
import { FormulaFault } from './formula-fault.ts'
import type { FormulaDoubt, Tree } from './tree.ts'

const longest = 2000
const deepest = 40

/** Reads the syntax that formulas share with scripts; `case` and `if` are plain names here, as are all other words. */
class FormulaParser extends Parser {
  readonly keywords = /^(?:true|false|null)$/u
}

/** How deep brackets nest. Those inside of texts count too: no table comes near. */
function depthOf(text: string): number {
  let [depth, most] = [0, 0]
  for (const sign of text) {
    if ('([{'.includes(sign)) most = Math.max(most, (depth += 1))
    else if (')]}'.includes(sign)) depth -= 1
  }
  return most
}

const bareDay = /^\d{4}-\d{2}-\d{2}$/u

/** A comma between two digits is a decimal comma: such a formula would otherwise be a list of two. */
const decimalComma = /\d,\d/u

function expressionOf(text: string): Expression {
  try {
    const expression = FormulaParser.parseExpressionAt(text, 0, { ecmaVersion: 2016, preserveParens: true })
    const rest = text.slice(expression.end).trim()
    if (rest !== '') throw new FormulaFault(decimalComma.test(text) ? 'formula.comma' : 'formula.syntax', { at: rest })
    return expression
  } catch (error) {
    if (error instanceof FormulaFault) throw error
    if (error instanceof RangeError) throw new FormulaFault('formula.tooDeep', {})
    const at = error instanceof SyntaxError && 'pos' in error ? text.slice(Number(error.pos)) : text
    throw new FormulaFault('formula.syntax', { at })
  }
}

function treeOfText(text: string): Tree {
  if (text.length > longest) throw new FormulaFault('formula.tooLong', { most: String(longest) })
  if (depthOf(text) > deepest) throw new FormulaFault('formula.tooDeep', {})
  return treeOf(expressionOf(text))
}

export type Parsed = { readonly tree: Tree } | { readonly fault: FormulaDoubt }

/** A formula as a tree, or what is wrong with it. Nothing is ever run: the text is only read. */
export function parseFormula(formula: Formula): Parsed {
  try {
    if (typeof formula === 'boolean') return { tree: { is: 'yes_no', yes: formula } }
    // A number of JSON counts as the decimal that it prints, or that it stands for when it prints an exponent.
    if (typeof formula === 'number') {
      const text = String(formula)
      return { tree: treeOfText(text.includes('e') ? formula.toFixed(20) : text) }
    }
    const text = formula.normalize('NFC').trim()
    // A day alone would otherwise be read as two subtractions.
    if (bareDay.test(text)) return { tree: { is: 'call', name: 'date', given: [{ is: 'text', text }] } }
    return { tree: treeOfText(text) }
  } catch (error) {
    if (error instanceof FormulaFault) return { fault: { says: error.says, values: error.values } }
    throw error
  }
}
