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
  readonly own: Map<string, PdfValue>
  readonly shared: Shared
}

/** What all revisions of one file have in common. */
interface Shared {
  /** By place in the file: an unchanged object is the same value in each revision. */
  readonly objects: Map<string, PlacedObject>
  /** The same of object streams. */
  readonly packed: Map<number, readonly PlacedObject[]>
  readonly sections: Map<number, Section>
  readonly budget: Budget
  /** How many streams wait for their length, each kept in another object. */
  awaited: number
}

/** An object as it stands in the file; `until` is where it ends. */
interface PlacedObject {
  readonly num: number
  readonly gen: number
  readonly value: PdfValue
  readonly until: number
}

type Source = Pick<PdfFile, 'bytes' | 'text' | 'end' | 'shared'>

/** Opens the whole file. Throws PdfSyntaxError. */
export function openPdf(bytes: Uint8Array): PdfFile {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const shared = { objects: new Map(), packed: new Map(), sections: new Map(), budget: freshBudget(), awaited: 0 }
  return openView({ bytes, text, end: bytes.length, shared })
}

/** The same file as it was when it ended at `end`. */
export function openRevision(file: PdfFile, end: number): PdfFile {
  return openView({ bytes: file.bytes, text: file.text, end, shared: file.shared })
}

function openView(base: Source): PdfFile {
  const { text, end, shared } = base
  const readObject = (cursor: Cursor) => readIndirect(base, cursor, null)
  return viewOf(base, readSections({ text, end, budget: shared.budget, known: shared.sections, readObject }))
}

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
  const key = `${value.num} ${value.gen}`
  const known = file.own.get(key)
  if (known !== undefined) return known
  const found = load(file, value)
  if (isKind(found, 'ref')) throw new PdfSyntaxError('a reference to a reference')
  file.own.set(key, found)
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
  const found = find(file, wanted)
  if (found === null) return null
  if (found?.num !== wanted.num) throw new PdfSyntaxError(`object ${wanted.num} is not where the table says`)
  if (found.until > file.end) throw new PdfSyntaxError('an object outside its revision')
  return found.value
}

/** Null: there is no such object; undefined: there should be one. */
function find(file: PdfFile, { num, gen }: PdfRef): PlacedObject | null | undefined {
  const entry = file.entries.get(num)
  if (entry?.kind === 'packed') return loadPacked(file, entry)
  if (entry?.kind !== 'plain' || entry.gen !== gen) return null
  const found = loadPlain(file, entry.offset)
  return found.gen === gen ? found : undefined
}

/** The object that stands at a place of the file itself. */
export function loadPlain(file: PdfFile, offset: number): PlacedObject {
  const key = String(offset)
  const known = file.shared.objects.get(key)
  if (known) return known
  const found = readIndirect(file, { text: file.text, at: offset }, file)
  const { value } = found
  // A length kept in another object may mean other bytes in another revision.
  if (!isKind(value, 'stream') || typeof value.dict.get('Length') === 'number') file.shared.objects.set(key, found)
  return found
}

function loadPacked(file: PdfFile, entry: { stream: number; index: number }): PlacedObject | undefined {
  const holder = file.entries.get(entry.stream)
  if (holder?.kind !== 'plain') throw new PdfSyntaxError('an object stream is missing')
  if (loadPlain(file, holder.offset).num !== entry.stream) throw new PdfSyntaxError('not an object stream')
  return packedAt(file, holder.offset)[entry.index]
}

/** What the object stream that stands at a place holds, in its order. */
export function packedAt(file: PdfFile, offset: number): readonly PlacedObject[] {
  const known = file.shared.packed.get(offset)
  if (known) return known
  const { value, until } = loadPlain(file, offset)
  if (!isKind(value, 'stream') || nameOf(value.dict.get('Type')) !== 'ObjStm') {
    throw new PdfSyntaxError('not an object stream')
  }
  const members = unpack(value, file.shared.budget).map((one) => ({ ...one, gen: 0, until }))
  file.shared.packed.set(offset, members)
  return members
}

function unpack(stream: PdfStream, budget: Budget): { num: number; value: PdfValue }[] {
  const text = decodeStream(stream, budget).toString('latin1')
  const count = Number(stream.dict.get('N'))
  const first = Number(stream.dict.get('First'))
  if (!(count >= 0 && count <= 100_000 && first >= 0)) throw new PdfSyntaxError('object stream broken')
  const head = { text, at: 0 }
  const places = Array.from({ length: count }, () => ({ num: readInteger(head), start: first + readInteger(head) }))
  if (new Set(places.map(({ num }) => num)).size < count) throw new PdfSyntaxError('an object twice in a stream')
  return places.map(({ num, start }, index) => {
    const cursor = { text, at: start }
    const value = readValue(cursor)
    // Objects inside one another would have to be read again and again.
    if (cursor.at > (places[index + 1]?.start ?? text.length)) throw new PdfSyntaxError('objects overlap')
    return { num, value }
  })
}

/** `file` is null while it is still being opened: then a stream's length must be direct. */
function readIndirect(base: Source, cursor: Cursor, file: PdfFile | null): PlacedObject {
  if (cursor.at >= base.end) throw new PdfSyntaxError('an object outside its revision')
  const [num, gen] = [readInteger(cursor), readInteger(cursor)]
  expectWord(cursor, 'obj')
  const start = cursor.at
  const value = readValue(cursor)
  spend(base.shared.budget, 'parsedBytes', cursor.at - start)
  skipSpace(cursor)
  if (isDict(value) && match(cursor, /stream(?:\r\n|\n)/y)) {
    const stream = readStream(base, { cursor, dict: value, file })
    skipSpace(cursor)
    match(cursor, /endobj/y)
    return { num, gen, value: stream, until: cursor.at }
  }
  expectWord(cursor, 'endobj')
  return { num, gen, value, until: cursor.at }
}

function readStream(
  base: Source,
  { cursor, dict, file }: { cursor: Cursor; dict: PdfDict; file: PdfFile | null },
): PdfStream {
  const length = dict.get('Length')
  const size = file ? awaitLength(file, length) : length
  if (typeof size !== 'number' || !(size >= 0) || cursor.at + size > base.end) throw new PdfSyntaxError('stream length')
  const data = base.bytes.subarray(cursor.at, cursor.at + size)
  cursor.at += size
  expectWord(cursor, 'endstream')
  return { kind: 'stream', dict, data }
}

const mostAwaited = 4

/** A stream whose length stands in a stream whose length … ends here. */
function awaitLength(file: PdfFile, length: PdfValue | undefined): PdfValue {
  if (file.shared.awaited >= mostAwaited) throw new PdfSyntaxError('stream length')
  file.shared.awaited += 1
  try {
    return resolve(file, length)
  } finally {
    file.shared.awaited -= 1
  }
}
