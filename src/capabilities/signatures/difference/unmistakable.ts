import { isDeepStrictEqual } from 'node:util'
import { loadPlain, packedAt } from '../pdf/file.ts'
import type { PdfFile } from '../pdf/file.ts'
import { isDict, isKind, nameOf } from '../pdf/value.ts'
import type { PdfDict } from '../pdf/value.ts'
import type { Section, XrefEntry } from '../pdf/xref.ts'

/**
 * Whether the revisions behind a signed one mean the same to every reader: to one that mends a file by its last
 * objects, to one that finds the table only near the end, to one that reads two tables in the other order.
 */
export function isUnmistakable(old: PdfFile, fresh: PdfFile): boolean {
  const added = fresh.sections.filter(({ offset }) => offset >= old.end).toReversed()
  if (added.length === 0) return true
  return (
    isNearEnd(fresh) &&
    added.every((section) => keepsTrailer(old, section) && agreesWithin(old, section)) &&
    onlyGoesOn(old, added) &&
    added.every((section) => holdsNothingSpare(fresh, section, old.end))
  )
}

/** Readers look for the way to the table in the last thousand bytes. */
const farthest = 512
const isNearEnd = ({ text, end }: PdfFile) => end - text.lastIndexOf('startxref', end) <= farthest

function keepsTrailer(old: PdfFile, { trailer }: Section): boolean {
  const [one, other] = [old.trailer.get('Root'), trailer.get('Root')]
  const sameRoot = isKind(one, 'ref') && isKind(other, 'ref') && one.num === other.num && one.gen === other.gen
  return sameRoot && !trailer.has('Encrypt') && sizeOf(trailer) >= sizeOf(old.trailer)
}

function sizeOf(trailer: PdfDict): number {
  const size = trailer.get('Size')
  return typeof size === 'number' ? size : 0
}

/** What stands in the stream beside a table is new, and the table does not speak of it otherwise. */
function agreesWithin(old: PdfFile, { beside, entries }: Section): boolean {
  return [...(beside?.entries ?? [])].every(
    ([num, entry]) => (old.entries.get(num)?.kind ?? 'free') === 'free' && entries.get(num) === entry,
  )
}

/** Each table names what came with it, or what stood already: none goes back to what another one replaced. */
function onlyGoesOn(old: PdfFile, added: readonly Section[]): boolean {
  const view = new Map(old.entries)
  let from = old.end
  return added.every((section) => {
    const entries = [...section.entries]
    const fits = entries.every(
      ([num, entry]) => isDeepStrictEqual(entry, view.get(num)) || placeOf(entry, section) >= from,
    )
    for (const [num, entry] of entries) view.set(num, entry)
    from = section.until
    return fits
  })
}

function placeOf(entry: XrefEntry, { entries }: Section): number {
  if (entry.kind === 'free') return Number.MAX_SAFE_INTEGER
  if (entry.kind === 'plain') return entry.offset
  const holder = entries.get(entry.stream)
  return holder?.kind === 'plain' ? holder.offset : -1
}

/** No second catalog, no table that is none, nothing in an object stream that the table does not name. */
function holdsNothingSpare(file: PdfFile, section: Section, end: number): boolean {
  return [...section.entries].every(
    ([num, entry]) => entry.kind !== 'plain' || entry.offset < end || isUsed(file, section, { num, ...entry }),
  )
}

function isUsed(file: PdfFile, section: Section, { num, offset }: { num: number; offset: number }): boolean {
  const type = typeOf(file, offset)
  const root = section.trailer.get('Root')
  if (type === 'Catalog') return isKind(root, 'ref') && root.num === num
  if (type === 'XRef') return offset === section.offset || offset === section.beside?.offset
  return type !== 'ObjStm' || packedAt(file, offset).every((one) => isNamed(section, one.num, num))
}

function typeOf(file: PdfFile, offset: number): string | null {
  const { value } = loadPlain(file, offset)
  const dict = isKind(value, 'stream') ? value.dict : value
  return isDict(dict) ? nameOf(dict.get('Type')) : null
}

function isNamed({ entries }: Section, num: number, holder: number): boolean {
  const entry = entries.get(num)
  return entry?.kind === 'packed' && entry.stream === holder
}
