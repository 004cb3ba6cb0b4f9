import type { Amount } from '../table/amount.ts'
import { amountText, settled } from '../workbook-lines/amounts.ts'
import { put, wordsOf } from '../workbook-lines/draft.ts'
import { serialOf } from '../workbook-lines/fact-value.ts'
import { call, f, type Formula } from '../workbook-lines/line.ts'
import { anySign, settledOf, type Sum } from '../workbook-lines/sum.ts'
import { cellOf, isYes, type Read } from './reading.ts'
import type { RuleDesk } from './rule-desk.ts'

interface WrittenBand {
  readonly from?: Amount | undefined
  readonly above?: Amount | undefined
  readonly to?: Amount | undefined
  readonly below?: Amount | undefined
  readonly is?: string | number | boolean | readonly (string | number)[] | undefined
  readonly when?: string | number | boolean | undefined
}

const end = (amount: Amount): Formula => {
  const text = amountText(amount)
  return text.includes('/') ? settled([text]) : [text]
}

function same(read: Read, one: string | number | boolean): Formula {
  if (read.kind === 'yes_no') return f`${read.value}=${String(one) === 'true' ? 1 : 0}`
  if (read.literal !== undefined) return f`${read.value}=${read.literal(String(one))}`
  if (read.kind === 'date') return f`${read.value}=${serialOf(String(one))}`
  return f`${settledOf(read)}=${amountText(one as Amount)}`
}

/** The conditions of a band on a value that is known. */
function ends(read: Read | null, band: WrittenBand): Formula[] {
  if (read === null) return []
  const { is } = band
  const listed = is === undefined ? [] : typeof is === 'object' ? is : [is]
  const value = settledOf(read)
  const sides = [
    { limit: band.from, sign: '>=' },
    { limit: band.above, sign: '>' },
    { limit: band.to, sign: '<=' },
    { limit: band.below, sign: '<' },
  ]
  const within = sides.flatMap(({ limit, sign }) => (limit === undefined ? [] : [f`${value}${sign}${end(limit)}`]))
  return is === undefined ? within : [or(listed.map((one) => same(read, one))), ...within]
}

const some = (name: 'AND' | 'OR', conditions: readonly Formula[]): Formula =>
  conditions.length === 1 ? (conditions[0] ?? []) : call(name, conditions)
const or = (conditions: readonly Formula[]) => some('OR', conditions)

/** Whether a value lies in a band: a condition that may be written into an IF, or a cell that may hold a word. */
export interface Holds {
  readonly test: Formula
  /** A cell that must be a number before the test is asked. */
  readonly cell: Formula | null
}

export function holds(desk: RuleDesk, read: Read | null, band: WrittenBand): Holds {
  const conditions = ends(read, band)
  if (band.when === undefined) return { test: conditions.length === 0 ? ['TRUE'] : some('AND', conditions), cell: null }
  const when = desk.read(band.when)
  if (conditions.length === 0 && when.needs.length === 0 && !when.mayRefuse) {
    return { test: isYes(when), cell: null }
  }
  const asked = cellOf(desk, when)
  if (conditions.length === 0) return { test: f`${asked.value}=1`, cell: asked.value }
  const both: Sum = {
    value: f`IF(${some('AND', conditions)},${asked.value},0)`,
    needs: [],
    mayRefuse: true,
    mayBe: anySign,
    places: 0,
  }
  const cell = put(desk, both, wordsOf(desk.draft).condition, 'yes_no')
  return { test: f`${cell}=1`, cell: f`${cell}` }
}
