import type { Tree } from '../formula/tree.ts'
import type { Amount } from '../table/amount.ts'
import { put, wordsOf, type Desk, type Draft } from '../workbook-lines/draft.ts'
import { f, type Formula } from '../workbook-lines/line.ts'
import { eitherOf, inCell, madeOf, type Cell, type Sum } from '../workbook-lines/sum.ts'

export type Kind = 'number' | 'yes_no' | 'date' | 'text' | 'class' | 'list'

/** What a formula of the table comes to. Yes is 1; a class and a text are numbers too, which `literal` tells. */
export interface Read extends Sum {
  readonly kind: Kind
  /** Of yes or no: the bare condition, where it is one. */
  readonly test?: Formula
  /** The number that stands for a text. */
  readonly literal?: (text: string) => number
  /** Text that the formula itself writes. */
  readonly text?: string
  readonly list?: ListRead
  /** The text itself. */
  readonly source?: Cell
}

/** A list of cases or reports: all of them, or those where a condition holds. */
export interface ListRead {
  readonly list: number
  /** For a row: whether it belongs to it. */
  readonly where: readonly Formula[]
  /** Of a log: only reports of these kinds. */
  readonly kinds?: readonly string[]
}

/** What formulas may ask of other criteria of the table. */
export type Asked = 'points' | 'maxOf' | 'base' | 'bonus' | 'penalty' | 'share'

/** Where a formula is read. */
export interface Reading extends Desk {
  readonly period: { readonly from: string; readonly to: string } | undefined
  readonly max: Amount | null
  /** Names of one place only: total, percent and rank, where classes are found. */
  readonly names: Readonly<Record<string, Sum>>
  readonly criterion: (code: string, asked: Asked) => Sum
  readonly translate: (tree: Tree, at: Reading) => Read
  /** A derived fact's formula, or nothing when there is none of that name. */
  readonly derived: (key: string) => Read | undefined
}

/** What no formula of a spreadsheet says: it is written as a value, and told. */
export class Unsayable extends Error {}

/** The other units' figures are asked only where they may be seen. */
export function demandGroup({ isAlone }: Draft): void {
  if (isAlone) throw new Unsayable('group')
}

export const number = (sum: Sum): Read => ({ ...sum, kind: 'number' })

/** A condition as 1 or 0. */
export const condition = (test: Formula, from: readonly Sum[]): Read => ({
  ...madeOf(f`IF(${test},1,0)`, from, { mayBe: { negative: false, positive: true }, places: 0 }),
  kind: 'yes_no',
  test,
  isPlain: true,
})

/** The bare condition of what is 1 or 0. */
export const isYes = (read: Sum & { readonly test?: Formula }): Formula => read.test ?? f`${read.value}=1`

/** In a cell of its own, which holds a number or a word and is never empty. */
export function cellOf(at: Desk, read: Read): Read {
  const [cell] = read.needs
  const isCell = read.needs.length === 1 && read.value.length === 1 && cell !== undefined
  if (isCell && 'grid' in cell && cell.grid === 'steps') return read
  const { test: _bare, ...rest } = read
  const shows = read.kind === 'yes_no' ? 'yes_no' : read.kind === 'date' ? 'day' : 'amount'
  return { ...rest, ...inCell(put(at, read, wordsOf(at.draft).stepOf(at.told.label), shows), read) }
}

/** What stands on one way only: what keeps it from being known stays in its cell. */
export function onWay(at: Desk, read: Read): Read {
  if (read.needs.length === 0) return read
  return { ...cellOf(at, read), needs: [], mayRefuse: true }
}

/** Ready to be counted with: no word can be inside. */
export const known = (at: Desk, read: Read): Read => (read.mayRefuse ? cellOf(at, read) : read)

export const widest = (reads: readonly Read[]): Pick<Read, 'mayBe' | 'places' | 'mayRefuse' | 'kind'> => ({
  ...eitherOf(reads),
  kind: reads[0]?.kind ?? 'number',
})
