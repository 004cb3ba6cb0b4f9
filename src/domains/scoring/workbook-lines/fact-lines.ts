import type { FactKind } from '../table/score-table.ts'
import { addLine, say, wordsOf, type Draft } from './draft.ts'
import {
  listOf,
  marksOf,
  plainDay,
  plainNumber,
  plainText,
  plainYesNo,
  valueOfFact,
  type CaseFields,
  type KnownValue,
} from './fact-value.ts'
import { f, ownersOf, thisUnit, type Formula, type Line, type ListColumn, type Plain, type Shown } from './line.ts'

const shows: Readonly<Record<FactKind['type'], Shown>> = {
  number: 'amount',
  yes_no: 'yes_no',
  date: 'day',
  text: 'text',
  class: 'text',
  cases: 'count',
  reports: 'count',
  marks: 'count',
}

function typeOfValue(held: KnownValue['held']): FactKind['type'] {
  if (Array.isArray(held)) return held.some((one) => typeof one === 'object' && 'due' in one) ? 'reports' : 'cases'
  if (typeof held === 'object') return 'marks'
  if (typeof held === 'boolean') return 'yes_no'
  if (plainDay(held) !== null) return 'date'
  return plainNumber(held) === null ? 'text' : 'number'
}

/** What a fact is: as the table declares it, else as the first that is known. */
export function typeOfFact(draft: Draft, key: string): FactKind['type'] {
  const told = draft.table.facts[key]?.type
  if (told !== undefined) return told
  const held = draft.units.map((unit) => valueOfFact(unit.facts[key]).held).find((one) => one !== null)
  return held === undefined || held === null ? 'number' : typeOfValue(held)
}

const known = (draft: Draft, unit: number, key: string): KnownValue => valueOfFact(draft.units[unit]?.facts[key])

function plainOf(type: FactKind['type'], { held }: KnownValue, list: number | null): Plain | Formula {
  if (type === 'yes_no') return plainYesNo(held)
  if (type === 'date') return plainDay(held)
  if (type === 'text' || type === 'class') return plainText(held)
  // A list counts its rows; a bare number says how many there were.
  if (list !== null && (listOf(held) !== null || marksOf(held) !== null)) {
    return f`COUNTIF(${ownersOf(list)},${thisUnit})`
  }
  return plainNumber(held)
}

const isListed = (type: FactKind['type']) => type === 'cases' || type === 'reports' || type === 'marks'

/** A fact of every unit. What was not assigned says so in the place of its value. */
export function factLine(draft: Draft, key: string): Line {
  const made = draft.known.get(`fact ${key}`)
  if (made !== undefined) return made
  const kind = draft.table.facts[key]
  const type = typeOfFact(draft, key)
  const list = isListed(type) ? listOfFact(draft, key) : null
  const { notAssigned, neverDone } = wordsOf(draft).standing
  const line = addLine(draft, {
    grid: 'facts',
    code: key,
    label: [say(draft, kind?.label) || key, kind?.measure].filter(Boolean).join(', '),
    shows: shows[type],
    holds: (unit) => {
      const value = known(draft, unit, key)
      if (!value.isAssigned) return notAssigned
      return type === 'date' && value.held === false ? neverDone : plainOf(type, value, list)
    },
  })
  draft.known.set(`fact ${key}`, line)
  return line
}

/** What a unit reached although it was not assigned; empty for all others. */
export function doneLine(draft: Draft, key: string): Line {
  const made = draft.known.get(`done ${key}`)
  if (made !== undefined) return made
  const line = addLine(draft, {
    grid: 'facts',
    code: key,
    label: wordsOf(draft).butDone(factLine(draft, key).label),
    shows: 'amount',
    holds: (unit) => {
      const value = known(draft, unit, key)
      return value.isAssigned ? null : plainOf(typeOfFact(draft, key), value, null)
    },
  })
  draft.known.set(`done ${key}`, line)
  return line
}

/** Rows of a fact that is a list, each with the unit that it belongs to. */
function rowsOf(draft: Draft, key: string): { owner: number; fields: CaseFields }[] {
  return draft.units.flatMap((unit, owner) => {
    const { held, isAssigned } = valueOfFact(unit.facts[key])
    if (!isAssigned) return []
    const marks = marksOf(held)
    if (marks !== null) return Object.entries(marks).map(([by, value]) => ({ owner, fields: { by, value } }))
    return (listOf(held) ?? []).map((one) => ({
      owner,
      fields: typeof one === 'object' ? (one as CaseFields) : { value: one as string },
    }))
  })
}

/** The list of a fact's cases: its place among the lists. */
export function listOfFact(draft: Draft, key: string): number {
  const found = draft.lists.findIndex((list) => list.key === key)
  if (found >= 0) return found
  const rows = rowsOf(draft, key)
  const kind = draft.table.facts[key]
  const label = say(draft, kind?.label) || key
  draft.lists.push({ key, label, owners: rows.map(({ owner }) => owner), columns: [] })
  const list = draft.lists.length - 1
  for (const [field, type] of fieldsOf(draft, key, rows)) fieldColumn(draft, list, { field, type, rows })
  return list
}

type FieldType = 'number' | 'yes_no' | 'date' | 'text'
const logged: Readonly<Record<string, FieldType>> = { kind: 'text', period: 'text', due: 'date', sent: 'date' }
const marked: Readonly<Record<string, FieldType>> = { by: 'text', value: 'number' }

function fieldsOf(draft: Draft, key: string, rows: readonly { fields: CaseFields }[]): [string, FieldType][] {
  const type = typeOfFact(draft, key)
  if (type === 'reports') return Object.entries(logged)
  if (type === 'marks') return Object.entries(marked)
  const told = Object.entries(draft.table.facts[key]?.fields ?? {})
  const seen = new Map<string, FieldType>(told)
  for (const { fields } of rows) {
    for (const [field, value] of Object.entries(fields)) if (!seen.has(field)) seen.set(field, typeOf(value))
  }
  return [...seen]
}

function typeOf(value: unknown): FieldType {
  if (typeof value === 'boolean') return 'yes_no'
  if (typeof value === 'number' || !Number.isNaN(Number(value))) return 'number'
  return plainDay(value) === null ? 'text' : 'date'
}

const plainField = {
  number: plainNumber,
  yes_no: plainYesNo,
  date: plainDay,
  text: plainText,
}
const shownField = { number: 'amount', yes_no: 'yes_no', date: 'day', text: 'text' } as const

interface Field {
  field: string
  type: FieldType
  rows: readonly { fields: CaseFields }[]
}

function fieldColumn(draft: Draft, list: number, { field, type, rows }: Field): void {
  const columns: ListColumn[] = draft.lists[list]?.columns ?? []
  columns.push({
    list,
    place: columns.length,
    label: wordsOf(draft).fields[field as 'due'] ?? field,
    field,
    shows: shownField[type],
    holds: (row) => plainField[type](rows[row]?.fields[field]),
  })
}

/** The cell of a case's field; nothing when no case of any unit has it. */
export const fieldOf = (draft: Draft, list: number, field: string): ListColumn | undefined =>
  draft.lists[list]?.columns.find((column) => column.field === field)
