import type { ComparingSign, Tree } from '../formula/tree.ts'
import { wordsOf } from '../workbook-lines/draft.ts'
import { call, f, quoted, type Formula } from '../workbook-lines/line.ts'
import { anySign, bracketed, madeOf, settledOf, type Sum } from '../workbook-lines/sum.ts'
import {
  cellOf,
  condition,
  isYes,
  known,
  number,
  onWay,
  Unsayable,
  widest,
  type Read,
  type Reading,
} from './reading.ts'

type Of<Is extends Tree['is']> = Extract<Tree, { is: Is }>

export function not(tree: Of<'not' | 'negative'>, at: Reading): Read {
  const read = known(at, at.translate(tree.of, at))
  return condition(f`NOT(${isYes(read)})`, [read])
}

export function negated(tree: Of<'not' | 'negative'>, at: Reading): Read {
  const read = known(at, at.translate(tree.of, at))
  const mayBe = { negative: read.mayBe.positive, positive: read.mayBe.negative }
  return number(madeOf(f`(-${bracketed(read.value)})`, [read], { mayBe, places: read.places }))
}

/** Divides; by zero a person must say. */
function quotient(at: Reading, left: Read, right: Read): Read {
  const value = f`${bracketed(left.value)}/${bracketed(right.value)}`
  const mayBe = !left.mayBe.negative && !right.mayBe.negative ? { negative: false, positive: true } : anySign
  const isPlainNumber = /^[\d.]*[1-9][\d.]*$/u.test(
    right.value.every((piece) => typeof piece === 'string') ? right.value.join('') : '',
  )
  if (isPlainNumber) return number(madeOf(value, [left, right], { mayBe }))
  const asks = quoted(wordsOf(at.draft).standing.asks)
  const guarded = f`IF(${settledOf(right)}=0,${asks},${value})`
  return number(madeOf(guarded, [left, right], { mayBe, mayRefuse: true }))
}

/** As whole numbers divide: the rest has the sign of what is divided. */
const rest = (left: Formula, right: Formula): Formula => f`${left}-${right}*TRUNC(ROUND(${left}/${right},9))`

function signOfSum(sign: '+' | '-' | '*', left: Sum, right: Sum): Sum['mayBe'] {
  if (sign === '-') return anySign
  const mayBeNegative = left.mayBe.negative || right.mayBe.negative
  if (sign === '+') return { negative: mayBeNegative, positive: left.mayBe.positive || right.mayBe.positive }
  return mayBeNegative ? anySign : { negative: false, positive: true }
}

function placesOf(sign: '+' | '-' | '*', { places: one }: Sum, { places: other }: Sum): number | null {
  if (one === null || other === null) return null
  return sign === '*' ? one + other : Math.max(one, other)
}

export function computed(tree: Of<'compute'>, at: Reading): Read {
  const { sign } = tree
  const left = known(at, at.translate(tree.left, at))
  const right = known(at, at.translate(tree.right, at))
  if (sign === '/') return quotient(at, left, right)
  const [a, b] = [bracketed(left.value), bracketed(right.value)]
  if (sign === '%') return number(madeOf(rest(a, b), [left, right]))
  if (sign === '**') return number(madeOf(f`${a}^${b}`, [left, right]))
  const more = { mayBe: signOfSum(sign, left, right), places: placesOf(sign, left, right) }
  const isDate = (left.kind === 'date') !== (right.kind === 'date')
  return { ...madeOf(f`${a}${sign}${b}`, [left, right], more), kind: isDate ? 'date' : 'number' }
}

const signs: Readonly<Record<ComparingSign, string>> = {
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
  '==': '=',
  '!=': '<>',
}

/** A side of a comparison with a text that the formula writes becomes the number that stands for it. */
function numbered(side: Read, other: Read): Formula {
  if (side.text !== undefined && other.literal !== undefined) return [String(other.literal(side.text))]
  if (side.text !== undefined && side.kind === 'text') throw new Unsayable(side.text)
  return settledOf(side)
}

export function compared(tree: Of<'compare'>, at: Reading): Read {
  const left = known(at, at.translate(tree.left, at))
  const right = known(at, at.translate(tree.right, at))
  const bothCoded = left.literal !== undefined && right.literal !== undefined
  if (bothCoded && left.literal !== right.literal) throw new Unsayable('two texts')
  return condition(f`${numbered(left, right)}${signs[tree.sign]}${numbered(right, left)}`, [left, right])
}

function sides(tree: Tree, is: 'and' | 'or'): readonly Tree[] {
  return tree.is === is ? [...sides(tree.left, is), ...sides(tree.right, is)] : [tree]
}

/** Three-valued: no and missing is no, yes or missing is yes; else what is missing decides. */
export function both(tree: Of<'and' | 'or'>, at: Reading): Read {
  const reads = sides(tree, tree.is).map((side) => at.translate(side, at))
  const isSure = reads.every((read) => read.needs.length === 0 && !read.mayRefuse)
  if (isSure) return condition(call(tree.is === 'and' ? 'AND' : 'OR', reads.map(isYes)), reads)
  const cells = reads.map((read) => cellOf(at, read).value)
  const decides = tree.is === 'and' ? 0 : 1
  const decided = call(
    'OR',
    cells.map((cell) => f`${cell}=${decides}`),
  )
  const words = cells.reduceRight<Formula>(
    (rest, cell) => f`IF(ISTEXT(${cell}),${cell},${rest})`,
    [String(1 - decides)],
  )
  const value = f`IF(${decided},${decides},${words})`
  return { ...madeOf(value, []), kind: 'yes_no', mayRefuse: true, places: 0, isPlain: true }
}

export function chosen(tree: Of<'choose'>, at: Reading): Read {
  const test = known(at, at.translate(tree.test, at))
  const [one, other] = [onWay(at, at.translate(tree.yes, at)), onWay(at, at.translate(tree.no, at))]
  if (one.kind === 'text' || other.kind === 'text') throw new Unsayable('text')
  return { ...madeOf(f`IF(${isYes(test)},${one.value},${other.value})`, [test]), ...widest([one, other]) }
}
