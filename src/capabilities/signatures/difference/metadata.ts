import { decodeStream } from '../pdf/decode.ts'
import { resolve, resolveDict } from '../pdf/file.ts'
import type { PdfFile } from '../pdf/file.ts'
import { isArray, isDict, isKind } from '../pdf/value.ts'
import type { PdfDict, PdfValue } from '../pdf/value.ts'
import { at } from './change.ts'
import { compare, note, sameScalar, standsRightly } from './walk.ts'
import type { Walk } from './walk.ts'

/** When and by which program the file was last written; a title or an author would be shown. */
const freeInInfo = new Set(['ModDate', 'Producer'])

/** The information dictionary, which a later program may write anew. */
function compareInfo(walk: Walk, old: PdfValue | undefined, fresh: PdfValue | undefined): void {
  const place = at('metadata')
  if (!standsRightly(walk, old, fresh)) return note(walk, place)
  const [before, after] = [dictOf(walk.old, old), dictOf(walk.fresh, fresh)]
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const isFree = freeInInfo.has(key) && (!after.has(key) || isKind(after.get(key), 'string'))
    if (!isFree) compare(walk, before.get(key), { fresh: after.get(key), place })
  }
}

const dictOf = (file: PdfFile, value: PdfValue | undefined): PdfDict => resolveDict(file, value) ?? new Map()

/** XMP: the same words, apart from the moment, the program and the number of the copy. */
export function compareMetadata(walk: Walk, old: PdfValue | undefined, fresh: PdfValue | undefined): void {
  const [before, after] = [resolve(walk.old, old), resolve(walk.fresh, fresh)]
  if (before === null && after === null) return
  const same = isKind(before, 'stream') && isKind(after, 'stream') && sameXmp(walk, before, after)
  if (!same || !standsRightly(walk, old, fresh)) note(walk, at('metadata'), isKind(fresh, 'ref') ? fresh.num : null)
}

type XmpStream = Parameters<typeof decodeStream>[0]

function sameXmp(walk: Walk, old: XmpStream, fresh: XmpStream): boolean {
  const packing = new Set(['Length', 'Filter', 'DecodeParms', 'Type', 'Subtype'])
  if ([...fresh.dict.keys()].some((key) => !packing.has(key) && !old.dict.has(key))) return false
  const [before, after] = [old, fresh].map((stream) => essenceOf(decodeStream(stream, walk.fresh.shared.budget)))
  return before === after
}

const changing = '(?:xmp:ModifyDate|xmp:MetadataDate|pdf:Producer|xmpMM:InstanceID)'
const asElement = new RegExp(`<(${changing})>[^<]*</\\1>`, 'g')
const asAttribute = new RegExp(`\\s${changing}\\s*=\\s*(?:"[^"<]*"|'[^'<]*')`, 'g')

const essenceOf = (xmp: Buffer) =>
  xmp
    .toString('utf8')
    .replace(asElement, '')
    .replace(asAttribute, '')
    .replace(/<\?xpacket[^>]*\?>/g, '')
    .replace(/\s+/g, ' ')
    .replace(/> </g, '><')
    .trim()

/** What a table itself needs, and what programs write for themselves. */
const freeInTrailer = new Set(
  'Size Prev XRefStm Type W Index Length Filter DecodeParms DocChecksum Root Info ID'.split(' '),
)

export function compareTrailers(walk: Walk): void {
  const [old, fresh] = [walk.old.trailer, walk.fresh.trailer]
  const [one, other] = [old, fresh].map((trailer) => trailer.get('Root'))
  if (!isKind(one, 'ref') || !isKind(other, 'ref') || one.num !== other.num) note(walk, at('document'))
  compareInfo(walk, old.get('Info'), fresh.get('Info'))
  if (!sameDocument(walk, old, fresh)) note(walk, at('document'))
  for (const key of new Set([...old.keys(), ...fresh.keys()])) {
    if (!freeInTrailer.has(key)) compare(walk, old.get(key), { fresh: fresh.get(key), place: at('document') })
  }
}

/** The first identifier names the document for good. */
function sameDocument(walk: Walk, old: PdfDict, fresh: PdfDict): boolean {
  const [before, after] = [resolve(walk.old, old.get('ID')), resolve(walk.fresh, fresh.get('ID'))]
  if (!isArray(before) || isDict(after)) return true
  return isArray(after) && sameScalar(before[0] ?? null, after[0] ?? null)
}
