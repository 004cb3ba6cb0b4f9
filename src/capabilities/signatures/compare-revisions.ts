import { resolve, resolveDict } from './pdf/file.ts'
import type { PdfFile } from './pdf/file.ts'
import { catalogOf, pagesOf, signatureFieldsOf } from './pdf/pages.ts'
import { isArray, isDict, isKind } from './pdf/value.ts'
import type { PdfArray, PdfDict, PdfRef, PdfStream, PdfValue } from './pdf/value.ts'

type ChangeKind =
  | 'content'
  | 'annotation'
  | 'appearance'
  | 'form'
  | 'pages'
  | 'structure'
  | 'metadata'
  | 'document'
  | 'history'

/** Something a later revision did that it may not do. `page` from 1 where it is on one. */
export interface Change {
  readonly kind: ChangeKind
  readonly page: number | null
}

/** Comparing costs more than an honest file ever does. */
export class TooComplex extends Error {}

interface Walk {
  readonly old: PdfFile
  readonly fresh: PdfFile
  readonly seen: Set<number>
  readonly waiting: { readonly num: number; readonly place: Change }[]
  readonly found: Map<string, Change>
  readonly pageNumbers: ReadonlyMap<number, number>
  /** Object numbers of fields that were empty in the old revision. */
  readonly emptyFields: ReadonlySet<number>
  readonly catalog: number
  readonly form: PdfDict | null
  readonly steps: { left: number }
}

/**
 * What changed between a signed revision and a later state, apart from what signing may do: give an empty field a
 * new signature and a new appearance, and add validation data (DSS). Everything reachable is compared.
 */
export function compareRevisions(old: PdfFile, fresh: PdfFile, steps: { left: number }): Change[] {
  const walk = startWalk(old, fresh, steps)
  if (!fresh.sections.some(({ offset }) => offset === old.sections[0]?.offset)) note(walk, at('history'))
  comparePages(walk)
  compareCatalogs(walk)
  for (const [key, kind] of trailerKinds) {
    compare(walk, entry(old.trailer, key), { fresh: entry(fresh.trailer, key), place: at(kind) })
  }
  drain(walk)
  return [...walk.found.values()]
}

const entry = (dict: PdfDict, key: string): PdfValue => dict.get(key) ?? null
const trailerKinds = [
  ['Root', 'document'],
  ['Info', 'metadata'],
] as const

/** First, so that what hangs on a page is named after it. */
function comparePages(walk: Walk): void {
  const [old, fresh] = [walk.old, walk.fresh].map((file) => pagesOf(file).map(({ ref }) => ref))
  const nums = (refs: readonly PdfRef[] = []) => refs.map(({ num }) => num).join()
  if (nums(old) !== nums(fresh)) note(walk, at('pages'))
  for (const page of old ?? []) follow(walk, page, at('content'))
}

function compareCatalogs(walk: Walk): void {
  const [old, fresh] = [catalogOf(walk.old).dict, catalogOf(walk.fresh).dict]
  for (const [key, value] of old) {
    if (freeInCatalog.has(key)) continue
    compare(walk, value, { fresh: entry(fresh, key), place: at(catalogKinds[key] ?? 'document') })
    drain(walk)
  }
}

const at = (kind: ChangeKind, page: number | null = null): Change => ({ kind, page })

/** Validation data, the version and its extensions say nothing a reader sees. */
const freeInCatalog = new Set(['DSS', 'Version', 'Extensions'])
const catalogKinds: Readonly<Record<string, ChangeKind>> = {
  AcroForm: 'form',
  StructTreeRoot: 'structure',
  Metadata: 'metadata',
  Pages: 'pages',
}

function startWalk(old: PdfFile, fresh: PdfFile, steps: { left: number }): Walk {
  const root = catalogOf(old)
  return {
    old,
    fresh,
    seen: new Set(),
    waiting: [],
    found: new Map(),
    pageNumbers: new Map(pagesOf(old).map(({ ref }, index) => [ref.num, index + 1])),
    emptyFields: new Set(signatureFieldsOf(old).flatMap(({ ref, dict }) => (dict.has('V') ? [] : [ref.num]))),
    catalog: root.ref.num,
    form: resolveDict(old, root.dict.get('AcroForm')),
    steps,
  }
}

function note(walk: Walk, change: Change): void {
  walk.found.set(`${change.kind} ${change.page ?? ''}`, change)
}

function follow(walk: Walk, pointer: PdfValue, place: Change): void {
  if (isKind(pointer, 'ref')) walk.waiting.push({ num: pointer.num, place })
  drain(walk)
}

function drain(walk: Walk): void {
  for (let next = walk.waiting.pop(); next; next = walk.waiting.pop()) {
    const { num } = next
    if (walk.seen.has(num)) continue
    walk.seen.add(num)
    const page = walk.pageNumbers.get(num)
    const place = page === undefined ? next.place : at('content', page)
    const [old, fresh] = [walk.old, walk.fresh].map((file) =>
      resolve(file, { kind: 'ref', num, gen: generationOf(file, num) }),
    )
    compare(walk, old ?? null, { fresh: fresh ?? null, place, num })
  }
}

function generationOf(file: PdfFile, num: number): number {
  const entry = file.entries.get(num)
  return entry?.kind === 'plain' ? entry.gen : 0
}

interface Against {
  readonly fresh: PdfValue
  readonly place: Change
  /** The number of the object, when the value is a whole object. */
  readonly num?: number
}

function compare(walk: Walk, old: PdfValue, against: Against): void {
  walk.steps.left -= 1
  if (walk.steps.left < 0) throw new TooComplex()
  if (isKind(old, 'ref')) compareRefs(walk, old, against)
  else if (!compareNested(walk, old, against) && !sameScalar(old, against.fresh)) note(walk, against.place)
}

/** False when the two are not both of one nesting kind. */
function compareNested(walk: Walk, old: PdfValue, against: Against): boolean {
  const { fresh, place } = against
  if (isDict(old) && isDict(fresh)) compareDicts(walk, old, { ...against, fresh })
  else if (isArray(old) && isArray(fresh)) compareArrays(walk, old, { fresh, place })
  else if (isKind(old, 'stream') && isKind(fresh, 'stream')) compareStreams(walk, old, { fresh, place })
  else return false
  return true
}

function compareRefs(walk: Walk, old: { num: number; gen: number }, { fresh, place }: Against): void {
  const same = isKind(fresh, 'ref') && fresh.num === old.num && fresh.gen === old.gen
  if (!same) note(walk, place)
  else if (generationOf(walk.old, old.num) !== generationOf(walk.fresh, old.num)) note(walk, place)
  else if (!walk.seen.has(old.num)) walk.waiting.push({ num: old.num, place })
}

function compareArrays(walk: Walk, old: PdfArray, { fresh, place }: { fresh: PdfArray; place: Change }): void {
  if (old.length !== fresh.length) note(walk, place)
  else old.forEach((value, index) => compare(walk, value, { fresh: fresh[index] ?? null, place }))
}

function compareStreams(walk: Walk, old: PdfStream, { fresh, place }: { fresh: PdfStream; place: Change }): void {
  if (old.data !== fresh.data && Buffer.compare(old.data, fresh.data) !== 0) note(walk, place)
  compareDicts(walk, old.dict, { fresh: fresh.dict, place })
}

function compareDicts(walk: Walk, old: PdfDict, against: { fresh: PdfDict; place: Change; num?: number }): void {
  const { fresh, place, num } = against
  const free = freeKeys(walk, old, { fresh, num: num ?? null })
  for (const key of new Set([...old.keys(), ...fresh.keys()])) {
    if (free.has(key)) continue
    compare(walk, old.get(key) ?? null, { fresh: fresh.get(key) ?? null, place: placeOf(key, place) })
  }
}

function placeOf(key: string, place: Change): Change {
  if (key === 'Annots') return { ...place, kind: 'annotation' }
  if (key === 'AP' && place.kind !== 'structure') return { ...place, kind: 'appearance' }
  return key === 'Parent' && place.kind === 'content' ? at('pages') : place
}

const none: ReadonlySet<string> = new Set()
const flags: ReadonlySet<string> = new Set(['SigFlags'])
const signing: ReadonlySet<string> = new Set(['V', 'AP'])

function freeKeys(
  walk: Walk,
  old: PdfDict,
  { fresh, num }: { fresh: PdfDict; num: number | null },
): ReadonlySet<string> {
  if (num === walk.catalog) return freeInCatalog
  if (old === walk.form) return flags
  return num !== null && walk.emptyFields.has(num) && isSigning(walk, fresh) ? signing : none
}

/** The field got a signature and a picture that are both new objects of the later revision. */
function isSigning(walk: Walk, field: PdfDict): boolean {
  const isNew = (value: PdfValue | undefined) => isKind(value, 'ref') && !walk.old.entries.has(value.num)
  const signature = resolveDict(walk.fresh, field.get('V'))
  const picture = resolveDict(walk.fresh, field.get('AP'))
  const pictureIsNew = picture !== null && [...picture.keys()].join() === 'N' && isNew(picture.get('N'))
  return isNew(field.get('V')) && signature !== null && signature.has('ByteRange') && pictureIsNew
}

function sameScalar(old: PdfValue, fresh: PdfValue): boolean {
  if (isKind(old, 'string') && isKind(fresh, 'string')) return Buffer.compare(old.bytes, fresh.bytes) === 0
  if (isKind(old, 'name') && isKind(fresh, 'name')) return old.value === fresh.value
  return old === fresh
}
