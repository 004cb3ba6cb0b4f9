import { exactAmount, type Amount } from '../table/amount.ts'
import { amountText } from './amounts.ts'
import { call, f, joined, quoted, type Formula, type Line, type ListColumn } from './line.ts'

/** A cell that a figure is taken from. */
export type Cell = Line | ListColumn

/** A figure on its way into a cell: what it is made of, and what may keep it from being one. */
export interface Sum {
  readonly value: Formula
  /** Cells that must hold numbers; else the figure is the word that stands in one of them, or "missing". */
  readonly needs: readonly Cell[]
  /** The value itself may come to a word: a division by zero, no tier. */
  readonly mayRefuse: boolean
  readonly mayBe: { readonly negative: boolean; readonly positive: boolean }
  /** Decimals at most, where that is known; null: any. */
  readonly places: number | null
  /** As it was written or counted, not computed: no binary fraction has crept in. */
  readonly isPlain?: boolean
  /** It is never more than this, where that is known. */
  readonly top?: number | undefined
  /** What is missing is told before what was not assigned. */
  readonly missingFirst?: boolean
}

export const anySign = { negative: true, positive: true }
export const notNegative = { negative: false, positive: true }

const placesOf = (text: string) => (text.includes('/') ? null : (text.split('.')[1]?.length ?? 0))

export function constant(amount: Amount): Sum {
  const exact = exactAmount(amount)
  const sign = Math.sign(Number(exact.over))
  return {
    value: [amountText(amount)],
    needs: [],
    mayRefuse: false,
    mayBe: { negative: sign < 0, positive: sign > 0 },
    places: placesOf(amountText(amount).replace(/[()]/gu, '')),
    isPlain: !amountText(amount).includes('/'),
    top: Number(exact.over) / Number(exact.under),
  }
}

/** Nothing at all, for any unit. */
export const isNone = ({ value }: Sum) => value.length === 1 && value[0] === '0'

/** What stands in a cell of its own. */
export const inCell = (cell: Cell, sum?: Partial<Pick<Sum, 'mayBe' | 'places' | 'isPlain' | 'top'>>): Sum => ({
  value: f`${cell}`,
  needs: [cell],
  mayRefuse: false,
  mayBe: sum?.mayBe ?? anySign,
  places: sum?.places ?? null,
  isPlain: sum?.isPlain ?? false,
  top: sum?.top,
})

/** For comparing: what differs by less than the ninth decimal is the same figure, written by another sum. */
export const settledOf = (sum: Sum): Formula => (sum.isPlain === true ? sum.value : f`ROUND(${sum.value},9)`)

/** A value made of several figures, none of which may be a word any more. */
export const madeOf = (value: Formula, from: readonly Sum[], more: Partial<Sum> = {}): Sum => ({
  value,
  needs: [...new Set(from.flatMap(({ needs }) => needs))],
  mayRefuse: false,
  mayBe: anySign,
  places: null,
  ...more,
})

type Known = Pick<Sum, 'mayBe' | 'places' | 'mayRefuse' | 'top'>

/** One of several, we know not which. */
export const eitherOf = (sums: readonly Sum[]): Known => ({
  ...severalOf(sums),
  top: sums.every(({ top }) => top !== undefined) ? Math.max(...sums.map(({ top }) => top ?? 0)) : undefined,
})

/** All of them together, or one of them many times. */
export const severalOf = (sums: readonly Sum[]): Known => ({
  top: undefined,
  mayRefuse: sums.some(({ mayRefuse }) => mayRefuse),
  mayBe: {
    negative: sums.some(({ mayBe }) => mayBe.negative),
    positive: sums.some(({ mayBe }) => mayBe.positive),
  },
  places: sums.some(({ places }) => places === null) ? null : Math.max(0, ...sums.map(({ places }) => places ?? 0)),
})

/** A figure that was given a cell of its own: where it is always a number, nobody need ask. */
export const ofCell = (cell: Cell, sum: Sum): Sum => ({
  ...inCell(cell, sum),
  needs: sum.needs.length === 0 && !sum.mayRefuse ? [] : [cell],
})

/** What is computed is never empty: it holds a number or a word. */
const isComputed = (cell: Cell) => ('grid' in cell ? cell.grid === 'steps' : cell.field === undefined)

/** The words that formulas tell apart. */
export interface Words {
  readonly missing: string
  readonly notAssigned: string
}

const anyIs = (cells: readonly Cell[], word: string): Formula => {
  const each = cells.map((cell) => f`${cell}=${word}`)
  return each.length === 1 ? (each[0] ?? []) : call('OR', each)
}

const firstWord = (cells: readonly Cell[]): Formula => {
  const [first, ...rest] = cells
  if (first === undefined) return ['0']
  return rest.length === 0 ? f`${first}` : f`IF(ISTEXT(${first}),${first},${firstWord(rest)})`
}

/**
 * Why several figures make none. What was not assigned needs no facts, so that it comes before what is missing, unless
 * the rule asks each of its parts; what is missing is mended before a person is asked.
 */
function reason(cells: readonly Cell[], words: Words, missingFirst: boolean): Formula {
  const [missing, notAssigned] = [quoted(words.missing), quoted(words.notAssigned)]
  const [only] = cells
  if (only !== undefined && cells.length === 1)
    return isComputed(only) ? f`${only}` : f`IF(ISTEXT(${only}),${only},${missing})`
  const [told, computed] = [cells.filter((cell) => !isComputed(cell)), cells.filter(isComputed)]
  const isOut = anyIs(cells, notAssigned)
  // Of plain facts only a day may say something else: that it was never done, which is not missing.
  const mayBeNever = told.some(({ shows }) => shows === 'day')
  if (computed.length === 0 && !missingFirst && !mayBeNever) return f`IF(${isOut},${notAssigned},${missing})`
  const empty = told.map((cell) => f`${cell}=""`)
  const isMissing = call('OR', [...computed.map((cell) => f`${cell}=${missing}`), ...empty])
  const rest = f`IF(${isMissing},${missing},${firstWord(cells)})`
  return missingFirst ? rest : f`IF(${isOut},${notAssigned},${rest})`
}

/** As it stands in a cell: a number, or the word why there is none. */
export function guarded(
  { value, needs, missingFirst = false }: Pick<Sum, 'value' | 'needs' | 'missingFirst'>,
  words: Words,
): Formula {
  const [only] = needs
  if (only === undefined) return value
  if (needs.length === 1 && isComputed(only)) {
    return isItself(value, only) ? value : f`IF(ISTEXT(${only}),${only},${value})`
  }
  return f`IF(${call('COUNT', needs)}=${needs.length},${value},${reason(needs, words, missingFirst)})`
}

function isItself(value: Formula, cell: Cell): boolean {
  const [piece] = value
  if (value.length !== 1 || typeof piece !== 'object') return false
  return 'line' in piece ? piece.line === cell : 'column' in piece && piece.column === cell
}

/** What is written without reading a cell, as it is written. */
export const plainText = (value: Formula) => value.map((piece) => (typeof piece === 'string' ? piece : '')).join('')

/** Points in brackets, when they stand beside a stronger sign. */
export const bracketed = (value: Formula): Formula =>
  value.length === 1 && (typeof value[0] !== 'string' || /^[\d.]+$|^\(.*\)$/u.test(value[0])) ? value : f`(${value})`

export const added = (values: readonly Formula[]): Formula => (values.length === 0 ? ['0'] : joined(values, '+'))
