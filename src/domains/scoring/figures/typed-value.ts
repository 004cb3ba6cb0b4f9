import { readValue, writeNumber, type ValueFault } from '#domains/targets/value.ts'
import type { Locale } from '#platform/words.ts'
import type { FactKind } from '../table/score-table.ts'

export type TypedFault = ValueFault | 'notACase'
export type ReadFact = { ok: true; value: unknown } | { ok: false; fault: TypedFault }

const plain = { measure_unit: '', classes: [] as string[] }
const nothing: ReadFact = { ok: true, value: null }

const folded = (text: string) => text.normalize('NFC').toLowerCase().trim()

/** "12,5", "1.234", "85 %", "40 lượt": what stands behind the number may be the measure, and nothing else. */
export function readDecimal(text: string, measure = ''): ReadFact {
  const typed = folded(text)
  const unit = folded(measure)
  const bare = unit !== '' && typed.endsWith(unit) ? typed.slice(0, -unit.length).trim() : typed
  return readValue(bare, { ...plain, measure: measure === 'triệu đồng' ? 'money' : 'percent' })
}

const yesNo = (text: string): ReadFact => {
  const read = readValue(text, { ...plain, measure: 'yes_no' })
  return read.ok ? { ok: true, value: read.value === '1' } : read
}

function readDay(text: string): ReadFact {
  const read = readValue(text, { ...plain, measure: 'day' })
  if (!read.ok) return read
  return { ok: true, value: new Date(Number(read.value) * 86_400_000).toISOString().slice(0, 10) }
}

function readClass(text: string, { classes = [] }: FactKind): ReadFact {
  const found = classes.find((name) => folded(name) === folded(text))
  return found === undefined ? { ok: false, fault: 'notAClass' } : { ok: true, value: found }
}

const fieldReaders = {
  number: (text: string) => readDecimal(text),
  yes_no: yesNo,
  date: readDay,
  text: (text: string): ReadFact => ({ ok: true, value: text.trim() }),
} as const

function readCase(text: string, fields: NonNullable<FactKind['fields']>): ReadFact {
  const parts = text.split('|')
  const names = Object.entries(fields)
  if (parts.length > names.length) return { ok: false, fault: 'notACase' }
  const said: Record<string, unknown> = {}
  for (const [index, [name, type]] of names.entries()) {
    const part = parts[index]?.trim() ?? ''
    if (part === '') continue
    const read = fieldReaders[type](part)
    if (!read.ok) return read
    said[name] = read.value
  }
  return { ok: true, value: said }
}

/** How many there were, or each of them: "12/03/2023 | 2; 15/04/2023 | 1", fields in the table's order. */
function readCases(text: string, { fields }: FactKind): ReadFact {
  const count = readDecimal(text)
  // None is an empty list: it answers what asks for each case as well as what asks how many.
  if (count.ok) return { ok: true, value: Number(count.value) === 0 ? [] : Number(count.value) }
  const cases: unknown[] = []
  for (const one of text.split(';').filter((part) => part.trim() !== '')) {
    const read: ReadFact = fields === undefined ? { ok: true, value: one.trim() } : readCase(one, fields)
    if (!read.ok) return read
    cases.push(read.value)
  }
  return { ok: true, value: cases }
}

const readers: Readonly<Record<FactKind['type'], (text: string, kind: FactKind) => ReadFact>> = {
  number: (text, { measure }) => readDecimal(text, measure),
  yes_no: yesNo,
  date: readDay,
  text: (text) => ({ ok: true, value: text.trim() }),
  class: readClass,
  cases: readCases,
  reports: readCases,
  marks: readCases,
}

/** What was typed or pasted for a fact, in the shapes of score facts; an empty text is missing, "0" is zero. */
export function readFact(text: string, kind: FactKind): ReadFact {
  const typed = text.normalize('NFC').trim()
  return typed === '' ? nothing : readers[kind.type](typed, kind)
}

const dayOf = (day: string) => (/^\d{4}-\d{2}-\d{2}$/u.test(day) ? day.split('-').toReversed().join('/') : day)
const isDecimal = (text: string) => /^-?\d+(?:\.\d+)?$/u.test(text)

function writePlain(value: unknown, locale: Locale): string {
  if (typeof value === 'boolean') return { vi: ['Không', 'Có'], en: ['No', 'Yes'] }[locale][value ? 1 : 0] ?? ''
  const text = String(value)
  return isDecimal(text) ? writeNumber(text, locale) : dayOf(text)
}

const writeCase = (value: unknown, locale: Locale): string =>
  typeof value === 'object' && value !== null
    ? Object.values(value)
        .map((field) => writePlain(field, locale))
        .join(' | ')
    : writePlain(value, locale)

/** A fact as it is read on screen and typed again; nothing for a missing one. */
export function writeFact(value: unknown, locale: Locale): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.length === 0 ? '0' : value.map((one) => writeCase(one, locale)).join('; ')
  return writePlain(value, locale)
}

/** How many reports a log holds, how many came late, and how many did not come. */
export function loggedIn(value: unknown): [all: number, late: number, missing: number] | undefined {
  if (!Array.isArray(value) || !value.every((one) => 'due' in Object(one))) return undefined
  const log = value as readonly { due: string; sent: string | null }[]
  const late = log.filter(({ due, sent }) => sent !== null && sent > due).length
  return log.length === 0 ? undefined : [log.length, late, log.filter(({ sent }) => sent === null).length]
}
