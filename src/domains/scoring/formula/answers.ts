import { decimalText, type Exact } from '#platform/exact.ts'
import type { Answer, Value } from '../engine/giving.ts'

export const yes: Answer = { is: 'yes_no', yes: true }
export const no: Answer = { is: 'yes_no', yes: false }
export const notAssigned: Answer = { is: 'not_assigned' }
export const number = (value: Exact): Answer => ({ is: 'number', number: value })
export const missing = (...needs: string[]): Answer => ({ is: 'missing', needs })
export const asks = (says: string, values: Readonly<Record<string, string>> = {}): Answer => ({
  is: 'asks',
  says,
  values,
})

export const isValue = (answer: Answer): answer is Value =>
  answer.is !== 'missing' && answer.is !== 'not_assigned' && answer.is !== 'asks'

type TextOf = { [Is in Value['is']]: (value: Extract<Value, { is: Is }>) => string }
const texts: TextOf = {
  number: ({ number: value }) => exactly(value),
  yes_no: (value) => String(value.yes),
  date: ({ day }) => day,
  text: ({ text }) => text,
  class: ({ text }) => text,
  cases: ({ cases }) => String(cases.length),
  reports: ({ reports }) => String(reports.length),
  marks: ({ marks }) => String(marks.size),
}

/** Twelve decimals are more than any fact has; a fraction without end is written as one. */
function exactly(value: Exact): string {
  const text = decimalText(value, 12)
  return value.under === 1 || text.length < 12 ? text : `${value.over}/${value.under}`
}

/** A value as a derivation writes it: decimal text, a day, true/false, or how many there are of a list. */
export const valueText = (value: Value): string => (texts[value.is] as (value: Value) => string)(value)

const wanted: Readonly<Record<Value['is'], string>> = {
  number: 'asks.notNumber',
  yes_no: 'asks.notYesNo',
  date: 'asks.notDay',
  text: 'asks.notText',
  class: 'asks.notText',
  cases: 'asks.notCases',
  reports: 'asks.notReports',
  marks: 'asks.notMarks',
}

/** Says that a value is not of the kind that is needed here. */
export const notOfKind = (kind: Value['is'], value: Value): Answer => asks(wanted[kind], { value: valueText(value) })

/**
 * Why there is nothing to compute with, when some of the answers are no values or of another kind. Not assigned goes
 * before missing: what was not assigned needs no facts. Missing goes before asking: it is mended first.
 */
export function lacking(answers: readonly Answer[], kind: Value['is']): Answer {
  if (answers.some((one) => one.is === 'not_assigned')) return notAssigned
  const needs = answers.flatMap((one) => (one.is === 'missing' ? one.needs : []))
  if (needs.length > 0) return missing(...[...new Set(needs)].toSorted())
  const asking = answers.find((one) => one.is === 'asks')
  if (asking !== undefined) return asking
  const other = answers.find((one): one is Value => isValue(one) && one.is !== kind)
  return other === undefined ? asks('asks.badFormula') : notOfKind(kind, other)
}
