import type { Tree } from '../formula/tree.ts'
import { addColumn, addLine, addStep, say, wordsOf, type Coded, type Draft } from '../workbook-lines/draft.ts'
import { factLine, fieldOf, listOfFact, typeOfFact } from '../workbook-lines/fact-lines.ts'
import { f, quoted, type Formula, type Line, type ListColumn } from '../workbook-lines/line.ts'
import { constant, inCell, notNegative } from '../workbook-lines/sum.ts'
import type { Kind, Read, Reading } from './reading.ts'

type Of<Is extends Tree['is']> = Extract<Tree, { is: Is }>

/** The number of a text among those that the table names: programs do not agree on how they compare texts. */
function codeFormula(draft: Draft, source: Formula, literals: readonly string[], mayBeEmpty: boolean): Formula {
  const { missing, notAssigned } = wordsOf(draft).standing
  const names = literals.map((text) => quoted(text)).join(',')
  const numbers = literals.map((_text, index) => index + 1).join(',')
  const code = literals.length === 0 ? '0' : f`SUMPRODUCT(EXACT(${source},{${names}})*{${numbers}})`
  if (mayBeEmpty) return f`${code}`
  return f`IF(${source}="",${quoted(missing)},IF(${source}=${quoted(notAssigned)},${source},${code}))`
}

function literalOf({ literals }: Coded, text: string): number {
  const found = literals.indexOf(text)
  return found >= 0 ? found + 1 : literals.push(text)
}

const codedRead = (source: Line | ListColumn, coded: Coded, kind: Kind): Read => ({
  ...inCell(coded.cell, { mayBe: notNegative, places: 0, isPlain: true }),
  kind,
  source,
  literal: (text) => literalOf(coded, text),
})

/** Made once for each text, however many formulas ask it. */
function coded(draft: Draft, source: Line | ListColumn, classes: readonly string[], mayBeEmpty = false): Coded {
  const made = draft.codes.get(source)
  if (made !== undefined) return made
  const literals = [...classes]
  const label = wordsOf(draft).codeOf(source.label)
  // Written last, when every formula has named its texts.
  const holds = () => codeFormula(draft, f`${source}`, literals, mayBeEmpty)
  const cell =
    'grid' in source
      ? addLine(draft, { grid: 'steps', code: source.code, label, shows: 'count', holds })
      : addColumn(draft, source.list, { label, shows: 'count', holds })
  if ('grid' in cell && 'grid' in source) draft.sources.set(cell, source)
  const now = { cell, literals }
  draft.codes.set(source, now)
  return now
}

function readFact({ draft }: Pick<Reading, 'draft'>, key: string): Read {
  const kind = draft.table.facts[key]
  const line = factLine(draft, key)
  const type = typeOfFact(draft, key)
  if (type === 'class' || type === 'text') return codedRead(line, coded(draft, line, kind?.classes ?? []), type)
  const read = inCell(line, { isPlain: true })
  if (type === 'yes_no') return { ...read, kind: 'yes_no', test: f`${line}=1`, places: 0 }
  if (type === 'number' || type === 'date') return { ...read, kind: type }
  return { ...read, kind: 'list', mayBe: notNegative, list: { list: listOfFact(draft, key), where: [] } }
}

function constantRead(value: string | number | boolean): Read {
  if (typeof value === 'boolean')
    return { ...constant(value ? 1 : 0), kind: 'yes_no', test: [value ? 'TRUE' : 'FALSE'] }
  const isNumber = typeof value === 'number' || /^-?\d+(?:\.\d+)?(?:\/\d+)?$/u.test(value)
  return isNumber
    ? { ...constant(value), kind: 'number' }
    : { ...constant(0), value: [quoted(value)], kind: 'text', text: value }
}

/** What is no fact: a variable of the place, or a constant of the table. */
function plainName(name: string, { draft, names, max }: Reading): Read | undefined {
  const variable = names[name]
  if (variable !== undefined) return { ...variable, kind: 'number' }
  if (name === 'max' && max !== null) return { ...constant(max), kind: 'number' }
  const value = Object.hasOwn(draft.table.constants, name) ? draft.table.constants[name] : undefined
  return value === undefined ? undefined : constantRead(value)
}

export function named({ name, quoted: isQuoted }: Of<'name'>, at: Reading): Read {
  const plain = isQuoted ? undefined : plainName(name, at)
  return plain ?? at.derived(name) ?? readFact(at, name)
}

export function caseField({ field }: Of<'case'>, { draft, list }: Reading): Read {
  const column = list === undefined ? undefined : fieldOf(draft, list, field)
  if (column === undefined) {
    const missing = { ...constant(0), value: [quoted(wordsOf(draft).standing.missing)], mayRefuse: true }
    return { ...missing, kind: 'number' }
  }
  if (column.shows === 'text') return codedRead(column, coded(draft, column, []), 'text')
  const read = inCell(column, { isPlain: true })
  if (column.shows === 'yes_no') return { ...read, kind: 'yes_no', test: f`${column}=1`, places: 0 }
  return { ...read, kind: column.shows === 'day' ? 'date' : 'number' }
}

/** What a unit is: its kind, its group; written among the facts. */
export function unitField({ field }: Of<'unit'>, { draft }: Reading): Read {
  const key = `unit.${field}`
  const known = draft.known.get(key)
  const line =
    known ??
    addLine(draft, {
      grid: 'facts',
      code: key,
      label: wordsOf(draft).unitFields[field],
      shows: 'text',
      holds: (unit) => draft.units[unit]?.[field] ?? (field === 'name' ? (draft.units[unit]?.id ?? null) : null),
    })
  draft.known.set(key, line)
  return codedRead(line, coded(draft, line, [], true), 'text')
}

/** A derived fact has a cell of its own, which all formulas read. */
export function keepDerived(draft: Draft, key: string, holds: Formula, read: Read): Read {
  const kept = draft.known.get(`derived ${key}`)
  const shows = read.kind === 'yes_no' ? 'yes_no' : read.kind === 'date' ? 'day' : 'amount'
  const line =
    kept ?? addStep(draft, { code: key, label: say(draft, draft.table.facts[key]?.label) || key, shows }, holds)
  draft.known.set(`derived ${key}`, line)
  const { test: _bare, ...rest } = read
  return { ...rest, ...inCell(line, read) }
}
