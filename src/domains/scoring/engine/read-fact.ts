import { compare, shortDecimal, signOf, one, type Exact } from '#platform/exact.ts'
import { asks, isValue, missing, notAssigned, notOfKind, number } from '../formula/answers.ts'
import { exactAmount } from '../table/amount.ts'
import type { KnownFact } from '../table/score-facts.ts'
import type { FactKind } from '../table/score-table.ts'
import type { Answer, CaseFields, LoggedReport, Value } from './giving.ts'

type Plain = number | string | boolean
type Held = Exclude<KnownFact, null | { value?: unknown; assigned: boolean }>
type List = Extract<Held, readonly unknown[]>

const looksExact = /^-?\d+(?:\.\d+)?(?:\/0*[1-9]\d*)?$/u
const looksLikeDay = /^\d{4}-\d{2}-\d{2}$/u

const isPlain = (held: Held): held is Plain => typeof held !== 'object'
const text = (plain: Plain) => String(plain).normalize('NFC')

function exactOf(plain: Plain): Exact | null {
  if (typeof plain === 'number') return shortDecimal(plain) ?? exactAmount(plain)
  return typeof plain === 'string' && looksExact.test(plain) ? exactAmount(plain) : null
}

/** What a bare value is where nothing says it. */
function guessed(plain: Plain): Value {
  if (typeof plain === 'boolean') return { is: 'yes_no', yes: plain }
  const value = exactOf(plain)
  if (value !== null) return { is: 'number', number: value }
  return looksLikeDay.test(String(plain)) ? { is: 'date', day: String(plain) } : { is: 'text', text: text(plain) }
}

type PlainType = Exclude<FactKind['type'], 'cases' | 'reports' | 'marks'>

const readers: Readonly<Record<PlainType, (plain: Plain, classes: readonly string[]) => Answer>> = {
  number: (plain) => {
    const value = exactOf(plain)
    return value === null ? notOfKind('number', guessed(plain)) : number(value)
  },
  yes_no: (plain) => {
    const value = guessed(plain)
    return value.is === 'yes_no' ? value : notOfKind('yes_no', value)
  },
  // `false` says that it is known not to have happened.
  date: (plain) => {
    const value = guessed(plain)
    return value.is === 'date' || (value.is === 'yes_no' && !value.yes) ? value : notOfKind('date', value)
  },
  text: (plain) => ({ is: 'text', text: text(plain) }),
  class: (plain, classes) => {
    const place = classes.indexOf(text(plain))
    return place < 0 ? asks('asks.unknownClass', { name: text(plain) }) : { is: 'class', text: text(plain), place }
  },
}

function valueOf(plain: Plain, type: PlainType): Value {
  const answer = readers[type](plain, [])
  return isValue(answer) ? answer : guessed(plain)
}

const isReport = (one: List[number]): one is Extract<List[number], { due: string }> =>
  typeof one === 'object' && 'due' in one && 'kind' in one && 'sent' in one

function caseOf(one: List[number], { fields = {} }: Partial<FactKind>): CaseFields {
  if (typeof one !== 'object') return { value: guessed(one) }
  const known = Object.entries(one).filter((field): field is [string, Plain] => field[1] !== null)
  return Object.fromEntries(
    known.map(([name, plain]) => {
      const declared = fields[name]
      return [name, declared === undefined ? guessed(plain) : valueOf(plain, declared)]
    }),
  )
}

function listOf(list: List, kind: Partial<FactKind>): Answer {
  const reports = list.flatMap((one): LoggedReport[] => (isReport(one) ? [{ ...one, period: one.period ?? '' }] : []))
  const isLog = kind.type === 'reports' || (kind.type === undefined && reports.length > 0)
  if (isLog && reports.length === list.length) return { is: 'reports', reports }
  if (kind.type !== undefined && kind.type !== 'cases') {
    return asks('asks.listFound', { wanted: kind.type })
  }
  return { is: 'cases', cases: list.map((one) => caseOf(one, kind)) }
}

function marksOf(held: Extract<Held, { marks: object }>): Answer {
  const marks = Object.entries(held.marks).map(([by, mark]) => [by, exactAmount(mark)] as const)
  return { is: 'marks', marks: new Map(marks) }
}

function plainOf(plain: Plain, { type, classes = [] }: FactKind): Answer {
  if (type === 'reports' || type === 'marks') return notOfKind(type, guessed(plain))
  // How many cases there were may be all that is known of them.
  return type === 'cases' ? readers.number(plain, []) : readers[type](plain, classes)
}

function heldOf(held: Held, kind: FactKind | undefined): Answer {
  if (Array.isArray(held)) return listOf(held, kind ?? {})
  if (!isPlain(held)) return 'marks' in held ? marksOf(held) : asks('asks.badFact')
  return kind === undefined ? guessed(held) : plainOf(held, kind)
}

export interface ReadFact {
  readonly answer: Answer
  /** What was reached although it was not assigned. */
  readonly reached?: Answer
}

const isWrapped = (fact: object): fact is Extract<KnownFact, { assigned: boolean }> =>
  !Array.isArray(fact) && !('marks' in fact)

/** A fact as formulas read it: of the kind that the table declares, or as it looks where it declares none. */
export function readFact(key: string, fact: KnownFact | undefined, kind: FactKind | undefined): ReadFact {
  if (fact === undefined || fact === null) return { answer: missing(key) }
  if (typeof fact !== 'object' || !isWrapped(fact)) return { answer: heldOf(fact, kind) }
  const { value = null, assigned } = fact
  const answer = value === null ? missing(key) : heldOf(value, kind)
  return assigned ? { answer } : { answer: notAssigned, reached: answer }
}

/** What values of a fact are believed without a question. */
export interface Believed {
  readonly min: Exact | null
  readonly max: Exact | null
  readonly isPercent: boolean
}

export const believed = ({ min, max, measure }: FactKind): Believed => ({
  min: min === undefined ? null : exactAmount(min),
  max: max === undefined ? null : exactAmount(max),
  isPercent: measure === '%',
})

function doubtOfNumber(value: Exact, { min, max, isPercent }: Believed): string | null {
  if (min !== null && compare(value, min) < 0) return 'doubt.below'
  if (max !== null && compare(value, max) > 0) return 'doubt.above'
  return isPercent && signOf(value) > 0 && compare(value, one) <= 0 ? 'doubt.share' : null
}

const isOutside = (day: string, period: { from: string; to: string } | undefined) =>
  period !== undefined && (day < period.from || day > period.to)

/** Why a value is hard to believe, or null. */
export function doubtOf(answer: Answer, kind: Believed, period: { from: string; to: string } | undefined) {
  if (answer.is === 'asks') return 'doubt.wrongKind'
  if (answer.is === 'date') return isOutside(answer.day, period) ? 'doubt.day' : null
  return answer.is === 'number' ? doubtOfNumber(answer.number, kind) : null
}
