import { resolve } from '../pdf/file.ts'
import type { PdfFile } from '../pdf/file.ts'
import { isArray, isDict, isKind } from '../pdf/value.ts'
import type { PdfArray, PdfDict, PdfRef, PdfStream, PdfValue } from '../pdf/value.ts'
import { at, TooComplex } from './change.ts'
import type { Change, Place } from './change.ts'

/** What a later revision may do to one object: the keys that need not be the same, judged by whoever allows them. */
type FreeKeys = (old: PdfDict, fresh: PdfDict) => ReadonlySet<string>

/** One comparison of everything a reader can reach. */
export interface Walk {
  readonly old: PdfFile
  readonly fresh: PdfFile
  /** Objects that were in both and were compared, or are to be. */
  readonly seen: Set<number>
  readonly waiting: { readonly num: number; readonly place: Place }[]
  /** New objects, reached by a way that is allowed. */
  readonly explained: Set<number>
  readonly found: Map<string, Change>
  readonly pageNumbers: ReadonlyMap<number, number>
  readonly free: Map<number, FreeKeys>
  readonly steps: { left: number }
}

export function note(walk: Walk, { kind, page }: Place, object: number | null = null): void {
  const key = `${kind} ${page ?? ''}`
  if (!walk.found.has(key)) walk.found.set(key, { kind, page, object })
}

export function takeStep({ steps }: Walk): void {
  steps.left -= 1
  if (steps.left < 0) throw new TooComplex()
}

/** Whether an object of this number stood in the signed revision. */
export function wasThere({ old }: Walk, num: number): boolean {
  const entry = old.entries.get(num)
  return entry !== undefined && entry.kind !== 'free'
}

export const isNew = (walk: Walk, value: PdfValue | undefined): value is PdfRef =>
  isKind(value, 'ref') && !wasThere(walk, value.num)

/** The same object, a new one, or written into what refers to it. */
export function standsRightly(walk: Walk, old: PdfValue | undefined, fresh: PdfValue | undefined): boolean {
  if (!isKind(fresh, 'ref')) return true
  return (isKind(old, 'ref') && old.num === fresh.num) || isNew(walk, fresh)
}

/** Compares an object, and all it leads to, when its turn comes. */
export function follow(walk: Walk, { num }: PdfRef, place: Place): void {
  if (!walk.seen.has(num)) walk.waiting.push({ num, place })
}

export function drain(walk: Walk): void {
  for (let next = walk.waiting.pop(); next; next = walk.waiting.pop()) {
    const { num } = next
    if (walk.seen.has(num)) continue
    walk.seen.add(num)
    const page = walk.pageNumbers.get(num)
    const place = page === undefined ? next.place : at('content', page)
    const [old, fresh] = [walk.old, walk.fresh].map((file) => resolve(file, wholeObject(file, num)))
    compare(walk, old, { fresh, place, num, whole: true })
  }
}

const wholeObject = (file: PdfFile, num: number): PdfRef => ({ kind: 'ref', num, gen: generationOf(file, num) })

function generationOf(file: PdfFile, num: number): number {
  const entry = file.entries.get(num)
  return entry?.kind === 'plain' ? entry.gen : 0
}

export interface Against {
  readonly fresh: PdfValue | undefined
  readonly place: Place
  /** The object in which the value stands. */
  readonly num?: number | null
  /** The value is all of that object. */
  readonly whole?: boolean
}

/** The same, of a value known to be of one kind. */
type AgainstA<Value> = Omit<Against, 'fresh'> & { readonly fresh: Value }

/** Notes every difference between two values and what they lead to. */
export function compare(walk: Walk, oldValue: PdfValue | undefined, against: Against): void {
  takeStep(walk)
  const [old, fresh] = [oldValue ?? null, against.fresh ?? null]
  if (isKind(old, 'ref') || isKind(fresh, 'ref')) compareRefs(walk, old, { ...against, fresh })
  else if (!compareNested(walk, old, { ...against, fresh }) && !sameScalar(old, fresh)) {
    note(walk, against.place, against.num)
  }
}

function compareRefs(walk: Walk, old: PdfValue, against: AgainstA<PdfValue>): void {
  const { fresh, place, num = null } = against
  if (!isKind(old, 'ref') || !isKind(fresh, 'ref')) return compareMoved(walk, old, against)
  const same = fresh.num === old.num && fresh.gen === old.gen
  if (!same || generationOf(walk.old, old.num) !== generationOf(walk.fresh, old.num)) note(walk, place, num)
  else follow(walk, old, place)
}

/** Other programs write a value into an object of its own, or back into its place; a reader sees the same. */
function compareMoved(walk: Walk, old: PdfValue, against: AgainstA<PdfValue>): void {
  const { fresh, place, num = null } = against
  if (isKind(fresh, 'ref') && !isNew(walk, fresh)) return note(walk, place, num)
  const [before, after] = [resolve(walk.old, old), resolve(walk.fresh, fresh)]
  // Of single words, readers look some up only where they belong.
  if (!isNesting(before) || !isNesting(after)) return note(walk, place, num)
  compare(walk, before, { fresh: after, place, num })
}

const isNesting = (value: PdfValue) => isDict(value) || isArray(value)

/** False when the two are not both of one nesting kind. */
function compareNested(walk: Walk, old: PdfValue, against: AgainstA<PdfValue>): boolean {
  const { fresh } = against
  if (isDict(old) && isDict(fresh)) compareDicts(walk, old, { ...against, fresh })
  else if (isArray(old) && isArray(fresh)) compareArrays(walk, old, { ...against, fresh })
  else if (isKind(old, 'stream') && isKind(fresh, 'stream')) compareStreams(walk, old, { ...against, fresh })
  else return false
  return true
}

function compareArrays(walk: Walk, old: PdfArray, { fresh, place, num = null }: AgainstA<PdfArray>): void {
  if (old.length !== fresh.length) note(walk, place, num)
  else old.forEach((value, index) => compare(walk, value, { fresh: fresh[index], place, num }))
}

function compareStreams(walk: Walk, old: PdfStream, against: AgainstA<PdfStream>): void {
  const { fresh, place, num = null } = against
  if (old.data !== fresh.data && Buffer.compare(old.data, fresh.data) !== 0) note(walk, place, num)
  // The length was obeyed while reading; a reader that cannot find it would guess.
  if (isAway(old.dict.get('Length'), fresh.dict.get('Length'))) note(walk, place, num)
  compareDicts(walk, withoutLength(old), { fresh: withoutLength(fresh), place, num })
}

const isAway = (old: PdfValue | undefined, fresh: PdfValue | undefined) =>
  isKind(fresh, 'ref') && !(isKind(old, 'ref') && old.num === fresh.num)

const withoutLength = ({ dict }: PdfStream): PdfDict => new Map([...dict].filter(([key]) => key !== 'Length'))

function freeKeysOf(walk: Walk, old: PdfDict, { fresh, num = null, whole }: AgainstA<PdfDict>): ReadonlySet<string> {
  const rule = whole && num !== null ? walk.free.get(num) : undefined
  return rule?.(old, fresh) ?? new Set()
}

function compareDicts(walk: Walk, old: PdfDict, against: AgainstA<PdfDict>): void {
  const { fresh, num = null, place } = against
  const free = freeKeysOf(walk, old, against)
  for (const key of new Set([...old.keys(), ...fresh.keys()])) {
    if (free.has(key)) continue
    // Nothing in place of what would be taken over from above hides it from some.
    if (old.has(key) !== fresh.has(key)) note(walk, placeOf(key, place), num)
    compare(walk, old.get(key), { fresh: fresh.get(key), place: placeOf(key, place), num })
  }
}

function placeOf(key: string, place: Place): Place {
  if (key === 'Annots') return { ...place, kind: 'annotation' }
  if (key === 'AP' && place.kind !== 'structure') return { ...place, kind: 'appearance' }
  return key === 'Parent' && place.kind === 'content' ? at('pages') : place
}

export function sameScalar(old: PdfValue, fresh: PdfValue): boolean {
  if (isKind(old, 'string') && isKind(fresh, 'string')) return Buffer.compare(old.bytes, fresh.bytes) === 0
  if (isKind(old, 'name') && isKind(fresh, 'name')) return old.value === fresh.value
  if (isKind(old, 'real') && isKind(fresh, 'real')) return old.value === fresh.value
  return old === fresh
}
