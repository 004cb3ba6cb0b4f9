import { decodeStream, freshBudget, spend } from './decode.ts'
import type { Budget } from './decode.ts'
import { expectWord, match, PdfSyntaxError, readInteger, readValue, skipSpace } from './parse.ts'
import type { Cursor } from './parse.ts'
import { isDict, isKind, nameOf } from './value.ts'
import type { PdfDict, PdfRef, PdfStream, PdfValue } from './value.ts'
import { readSections } from './xref.ts'
import type { Section, XrefEntry } from './xref.ts'

/** One state of a PDF: the bytes up to the end of one revision, and what each object number means there. */
export interface PdfFile {
  readonly bytes: Uint8Array
  readonly text: string
  readonly end: number
  /** Newest first. */
  readonly sections: readonly Section[]
  readonly entries: ReadonlyMap<number, XrefEntry>
  readonly trailer: PdfDict
  readonly own: Map<number, PdfValue>
  readonly shared: Shared
}

/** What all revisions of one file have in common. */
interface Shared {
  /** By place in the file: an unchanged object is the same value in each revision. */
  readonly objects: Map<string, PdfValue>
  readonly budget: Budget
}

type Source = Pick<PdfFile, 'bytes' | 'text' | 'end' | 'shared'>

/** Opens the whole file. Throws PdfSyntaxError. */
export function openPdf(bytes: Uint8Array): PdfFile {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  return openView({ bytes, text, end: bytes.length, shared: { objects: new Map(), budget: freshBudget() } })
}

/** The same file as it was when it ended at `end`. */
export function openRevision(file: PdfFile, end: number): PdfFile {
  return openView({ bytes: file.bytes, text: file.text, end, shared: file.shared })
}

function openView(base: Source): PdfFile {
  const readObject = (cursor: Cursor) => readIndirect(base, cursor, null)
  return viewOf(base, readSections({ text: base.text, end: base.end, budget: base.shared.budget, readObject }))
}

/** The state after the sections from `index` on (0 is the newest). */
function viewOf(base: Source, sections: readonly Section[]): PdfFile {
  const entries = new Map<number, XrefEntry>()
  for (const section of sections) {
    for (const [num, entry] of section.entries) if (!entries.has(num)) entries.set(num, entry)
  }
  const trailer = sections[0]?.trailer ?? new Map<string, PdfValue>()
  const { bytes, text, end, shared } = base
  return { bytes, text, end, shared, sections, entries, trailer, own: new Map() }
}

/** What a value stands for; a reference to nothing is null, as the standard says. */
export function resolve(file: PdfFile, value: PdfValue | undefined): PdfValue {
  if (!isKind(value, 'ref')) return value ?? null
  const known = file.own.get(value.num)
  if (known !== undefined) return known
  const found = load(file, value)
  if (isKind(found, 'ref')) throw new PdfSyntaxError('a reference to a reference')
  file.own.set(value.num, found)
  return found
}

export function resolveDict(file: PdfFile, value: PdfValue | undefined): PdfDict | null {
  const found = resolve(file, value)
  return isDict(found) ? found : null
}

export function resolveArray(file: PdfFile, value: PdfValue | undefined): readonly PdfValue[] {
  const found = resolve(file, value)
  return Array.isArray(found) ? (found as readonly PdfValue[]) : []
}

function load(file: PdfFile, wanted: PdfRef): PdfValue {
  const entry = file.entries.get(wanted.num)
  if (!entry || entry.kind === 'free') return null
  if (entry.kind === 'packed') return loadPacked(file, entry)
  if (entry.gen !== wanted.gen) return null
  const key = String(entry.offset)
  const known = file.shared.objects.get(key)
  if (known !== undefined) return known
  const cursor = { text: file.text, at: entry.offset }
  const value = readIndirect(file, cursor, { file, num: wanted.num })
  // A length kept in another object may mean other bytes in another revision.
  if (!isKind(value, 'stream') || typeof value.dict.get('Length') === 'number') file.shared.objects.set(key, value)
  return value
}

function loadPacked(file: PdfFile, entry: { stream: number; index: number }): PdfValue {
  const holder = file.entries.get(entry.stream)
  if (holder?.kind !== 'plain') throw new PdfSyntaxError('an object stream is missing')
  const key = `${holder.offset}:${entry.index}`
  const known = file.shared.objects.get(key)
  if (known !== undefined) return known
  const stream = resolve(file, { kind: 'ref', num: entry.stream, gen: holder.gen })
  if (!isKind(stream, 'stream') || nameOf(stream.dict.get('Type')) !== 'ObjStm') {
    throw new PdfSyntaxError('not an object stream')
  }
  unpack(stream, file.shared.budget).forEach((value, index) =>
    file.shared.objects.set(`${holder.offset}:${index}`, value),
  )
  return file.shared.objects.get(key) ?? null
}

function unpack(stream: PdfStream, budget: Budget): PdfValue[] {
  const text = decodeStream(stream, budget).toString('latin1')
  const count = Number(stream.dict.get('N'))
  const first = Number(stream.dict.get('First'))
  if (!(count >= 0 && count <= 100_000 && first >= 0)) throw new PdfSyntaxError('object stream broken')
  const head = { text, at: 0 }
  const offsets = Array.from({ length: count }, () => {
    readInteger(head)
    return readInteger(head)
  })
  return offsets.map((offset, index) => {
    const cursor = { text, at: first + offset }
    const value = readValue(cursor)
    // Objects inside one another would have to be read again and again.
    if (cursor.at > first + (offsets[index + 1] ?? text.length)) throw new PdfSyntaxError('objects overlap')
    return value
  })
}

/** `within` is null while the file is still being opened: then a stream's length must be direct. */
function readIndirect(base: Source, cursor: Cursor, within: { file: PdfFile; num: number } | null): PdfValue {
  if (cursor.at >= base.end) throw new PdfSyntaxError('an object outside its revision')
  const num = readInteger(cursor)
  if (within && num !== within.num) throw new PdfSyntaxError(`object ${within.num} is not where the table says`)
  readInteger(cursor)
  expectWord(cursor, 'obj')
  const start = cursor.at
  const value = readValue(cursor)
  spend(base.shared.budget, 'parsedBytes', cursor.at - start)
  skipSpace(cursor)
  if (isDict(value) && match(cursor, /stream(?:\r\n|\n)/y)) return readStream(base, { cursor, dict: value, within })
  expectWord(cursor, 'endobj')
  return value
}

function readStream(
  base: Source,
  { cursor, dict, within }: { cursor: Cursor; dict: PdfDict; within: { file: PdfFile } | null },
): PdfStream {
  const length = dict.get('Length')
  const size = within ? resolve(within.file, length) : length
  if (typeof size !== 'number' || !(size >= 0) || cursor.at + size > base.end) throw new PdfSyntaxError('stream length')
  const data = base.bytes.subarray(cursor.at, cursor.at + size)
  cursor.at += size
  expectWord(cursor, 'endstream')
  return { kind: 'stream', dict, data }
}
