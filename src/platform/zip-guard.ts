import { Inflate } from 'fflate'

export type ZipLimits = {
  readonly inflatedBytes: number
  /** How many times larger than the file the whole may become. */
  readonly ratio: number
  readonly entries: number
}

const officeLimits: ZipLimits = { inflatedBytes: 100 * 1024 * 1024, ratio: 200, entries: 2_000 }

export type ZipVerdict =
  | { readonly ok: true; readonly names: readonly string[] }
  | { readonly ok: false; readonly reason: ZipFault }

export type ZipFault = 'damaged' | 'encrypted' | 'too_many_entries' | 'bad_name' | 'too_large'

type Entry = {
  readonly name: string
  readonly method: number
  readonly flags: number
  readonly size: number
  readonly header: number
}

const endSign = 0x06054b50
const entrySign = 0x02014b50
const headerSign = 0x04034b50
/** A small file of much repetition is no bomb: the ratio counts only beyond this. */
const ratioFloor = 2 * 1024 * 1024
const step = 8 * 1024

class Refused extends Error {
  readonly reason: ZipFault
  constructor(reason: ZipFault) {
    super(reason)
    this.reason = reason
  }
}

function endOfDirectory(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff)
  for (let at = view.byteLength - 22; at >= lowest; at--) if (view.getUint32(at, true) === endSign) return at
  throw new Refused('damaged')
}

function entryAt(view: DataView, at: number): { entry: Entry; next: number } {
  if (view.getUint32(at, true) !== entrySign) throw new Refused('damaged')
  const nameLength = view.getUint16(at + 28, true)
  const name = new TextDecoder().decode(new Uint8Array(view.buffer, view.byteOffset + at + 46, nameLength))
  const entry = {
    name,
    flags: view.getUint16(at + 8, true),
    method: view.getUint16(at + 10, true),
    size: view.getUint32(at + 20, true),
    header: view.getUint32(at + 42, true),
  }
  return { entry, next: at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true) }
}

/** What a reader of the file will see: the central directory, not the headers strewn through it. */
function directory(view: DataView, limits: ZipLimits): Entry[] {
  const end = endOfDirectory(view)
  const count = view.getUint16(end + 10, true)
  if (count > limits.entries) throw new Refused('too_many_entries')
  const entries: Entry[] = []
  let at = view.getUint32(end + 16, true)
  for (let index = 0; index < count; index++) {
    const { entry, next } = entryAt(view, at)
    entries.push(entry)
    at = next
  }
  return entries
}

const badName = /(?:^|[/\\])\.\.(?:[/\\]|$)|^[/\\]|^[a-z]:|\0/iu

function checkEntry({ name, flags, method }: Entry) {
  if (badName.test(name)) throw new Refused('bad_name')
  if ((flags & 1) === 1) throw new Refused('encrypted')
  if (method !== 0 && method !== 8) throw new Refused('damaged')
}

function packed(bytes: Uint8Array, view: DataView, { header, size }: Entry): Uint8Array {
  if (view.getUint32(header, true) !== headerSign) throw new Refused('damaged')
  const start = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true)
  if (start + size > bytes.length) throw new Refused('damaged')
  return bytes.subarray(start, start + size)
}

/** Inflates in small steps and counts what really comes out; the sizes that the file declares may lie. */
function inflate(data: Uint8Array, count: (length: number) => void) {
  const inflater = new Inflate((chunk) => count(chunk.length))
  for (let at = 0; at < data.length; at += step) inflater.push(data.subarray(at, at + step), at + step >= data.length)
}

function measure(bytes: Uint8Array, limits: ZipLimits): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const allowed = Math.min(limits.inflatedBytes, Math.max(ratioFloor, bytes.length * limits.ratio))
  let total = 0
  const count = (length: number) => {
    total += length
    if (total > allowed) throw new Refused('too_large')
  }
  const entries = directory(view, limits)
  entries.forEach(checkEntry)
  for (const entry of entries) {
    const data = packed(bytes, view, entry)
    if (entry.method === 0) count(data.length)
    else inflate(data, count)
  }
  return entries.map(({ name }) => name)
}

/** Looks through a zip file (.docx, .xlsx) before any library opens it. Never keeps what it inflates. */
export function guardZip(bytes: Uint8Array, limits: ZipLimits = officeLimits): ZipVerdict {
  try {
    return { ok: true, names: measure(bytes, limits) }
  } catch (error) {
    // Whatever else is thrown comes from reading past the end or from broken packed data.
    return { ok: false, reason: error instanceof Refused ? error.reason : 'damaged' }
  }
}
