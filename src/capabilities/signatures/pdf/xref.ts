import { decodeStream, spend } from './decode.ts'
import type { Budget } from './decode.ts'
import { expectWord, match, PdfSyntaxError, readInteger, readValue, skipSpace } from './parse.ts'
import type { Cursor } from './parse.ts'
import { isDict, isKind, nameOf } from './value.ts'
import type { PdfDict, PdfStream, PdfValue } from './value.ts'

export type XrefEntry =
  | { readonly kind: 'plain'; readonly offset: number; readonly gen: number }
  | { readonly kind: 'packed'; readonly stream: number; readonly index: number }
  | { readonly kind: 'free' }

/** One cross-reference section: what one save wrote. */
export interface Section {
  readonly offset: number
  readonly style: 'table' | 'stream'
  readonly entries: ReadonlyMap<number, XrefEntry>
  readonly trailer: PdfDict
  readonly until: number
  /** The stream that a hybrid table keeps beside it. */
  readonly beside: {
    readonly offset: number
    readonly until: number
    readonly entries: ReadonlyMap<number, XrefEntry>
  } | null
}

interface Source {
  readonly text: string
  readonly end: number
  readonly budget: Budget
  /** Sections that another revision of the same file has already read. */
  readonly known: Map<number, Section>
  readonly readObject: (cursor: Cursor) => { readonly value: PdfValue; readonly until: number }
}

const tailLength = 2048
const mostSections = 500

/** All sections from the one that the last `startxref` before `end` names, newest first. */
export function readSections(source: Source): Section[] {
  const { text, end } = source
  const sections: Section[] = []
  const seen = new Set<number>()
  let next: number | null = lastStart(text, end)
  while (next !== null) {
    if (next >= end || seen.has(next) || seen.size >= mostSections) throw new PdfSyntaxError('tables in a circle')
    seen.add(next)
    const section = source.known.get(next) ?? readSection(source, next)
    source.known.set(next, section)
    if (reaches(section) > end) throw new PdfSyntaxError('a table outside its revision')
    sections.push(section)
    next = previous(section.trailer)
  }
  return sections
}

const reaches = ({ until, beside }: Section) => Math.max(until, beside?.until ?? 0)

function lastStart(text: string, end: number): number {
  const from = Math.max(0, end - tailLength)
  const tail = text.slice(from, end)
  const at = tail.lastIndexOf('startxref')
  if (at < 0 || tail.indexOf('%%EOF', at) < 0) throw new PdfSyntaxError('no end of file')
  return readInteger({ text, at: from + at + 'startxref'.length })
}

function previous(trailer: PdfDict): number | null {
  const value = trailer.get('Prev')
  if (value === undefined) return null
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) throw new PdfSyntaxError('Prev')
  return value
}

function readSection(source: Source, offset: number): Section {
  const cursor = { text: source.text, at: offset }
  skipSpace(cursor)
  if (!source.text.startsWith('xref', cursor.at)) return readStreamSection(source, offset)
  const section = readTable(cursor, offset, source.budget)
  const beside = section.trailer.get('XRefStm')
  if (beside === undefined) return section
  if (typeof beside !== 'number') throw new PdfSyntaxError('XRefStm')
  const hybrid = readStreamSection(source, beside)
  const entries = new Map(hybrid.entries)
  for (const [num, entry] of section.entries) {
    if (entry.kind !== 'free' || !entries.has(num)) entries.set(num, entry)
  }
  return { ...section, entries, beside: { offset: hybrid.offset, until: hybrid.until, entries: hybrid.entries } }
}

function readTable(cursor: Cursor, offset: number, budget: Budget): Section {
  const entries = new Map<number, XrefEntry>()
  expectWord(cursor, 'xref')
  for (;;) {
    skipSpace(cursor)
    if (cursor.text.startsWith('trailer', cursor.at)) break
    const first = readInteger(cursor)
    const count = readInteger(cursor)
    spend(budget, 'tableEntries', count)
    for (let index = 0; index < count; index += 1) setOnce(entries, first + index, readTableEntry(cursor))
  }
  expectWord(cursor, 'trailer')
  const trailer = readValue(cursor)
  if (!isDict(trailer)) throw new PdfSyntaxError('no trailer')
  return { offset, style: 'table', entries, trailer, until: cursor.at, beside: null }
}

/** One viewer takes the first of two lines about one object, another the last. */
function setOnce(entries: Map<number, XrefEntry>, num: number, entry: XrefEntry): void {
  if (entries.has(num)) throw new PdfSyntaxError(`object ${num} twice in a table`)
  entries.set(num, entry)
}

function readTableEntry(cursor: Cursor): XrefEntry {
  skipSpace(cursor)
  const found = match(cursor, /(\d{10}) (\d{5}) ([fn])/y)
  if (!found) throw new PdfSyntaxError(`table broken at ${cursor.at}`)
  return found[3] === 'f' ? { kind: 'free' } : { kind: 'plain', offset: Number(found[1]), gen: Number(found[2]) }
}

function readStreamSection(source: Source, offset: number): Section {
  const { value: stream, until } = source.readObject({ text: source.text, at: offset })
  if (!isKind(stream, 'stream') || nameOf(stream.dict.get('Type')) !== 'XRef') throw new PdfSyntaxError('no table')
  const entries = readStreamEntries(stream, source.budget)
  return { offset, style: 'stream', entries, trailer: stream.dict, until, beside: null }
}

function numbers(value: PdfValue | undefined): number[] {
  const list = Array.isArray(value) ? (value as PdfValue[]) : []
  if (!list.every((item) => typeof item === 'number' && Number.isInteger(item) && item >= 0)) {
    throw new PdfSyntaxError('table of numbers broken')
  }
  return list.map(Number)
}

function readStreamEntries(stream: PdfStream, budget: Budget): Map<number, XrefEntry> {
  const widths = numbers(stream.dict.get('W'))
  const index = stream.dict.has('Index') ? numbers(stream.dict.get('Index')) : [0, Number(stream.dict.get('Size'))]
  const data = decodeStream(stream, budget)
  const step = widths.reduce((sum, width) => sum + width, 0)
  if (widths.length !== 3 || step < 1 || widths.some((width) => width > 6)) throw new PdfSyntaxError('table widths')
  const nums = numbered(index, Math.floor(data.length / step))
  spend(budget, 'tableEntries', nums.length)
  const entries = new Map<number, XrefEntry>()
  for (const [place, num] of nums.entries()) {
    setOnce(entries, num, streamEntry(data.subarray(place * step, (place + 1) * step), widths))
  }
  return entries
}

/** The object numbers of the rows, from pairs of first number and count. */
function numbered(index: readonly number[], rows: number): number[] {
  const nums: number[] = []
  for (let pair = 0; pair + 1 < index.length; pair += 2) {
    const [first = 0, count = 0] = index.slice(pair, pair + 2)
    for (let offset = 0; offset < count && nums.length < rows; offset += 1) nums.push(first + offset)
  }
  return nums
}

function streamEntry(row: Buffer, widths: readonly number[]): XrefEntry {
  const [first = 0, second = 0, third = 0] = widths
  const column = (from: number, width: number, otherwise: number) =>
    width === 0 ? otherwise : row.readUIntBE(from, width)
  const kind = column(0, first, 1)
  const one = column(first, second, 0)
  const two = column(first + second, third, 0)
  if (kind === 1) return { kind: 'plain', offset: one, gen: two }
  return kind === 2 ? { kind: 'packed', stream: one, index: two } : { kind: 'free' }
}
