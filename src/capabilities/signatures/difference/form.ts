import { resolve, resolveArray, resolveDict } from '../pdf/file.ts'
import { isDict, isKind } from '../pdf/value.ts'
import type { PdfDict, PdfValue } from '../pdf/value.ts'
import { at } from './change.ts'
import type { Place } from './change.ts'
import { explain } from './explain.ts'
import { compare, follow, note, standsRightly } from './walk.ts'
import type { Walk } from './walk.ts'

const place = at('form')

/** The form as a whole: it may gain fields of new signatures, and what programs put beside them. */
export function compareForms(
  walk: Walk,
  oldValue: PdfValue | undefined,
  freshValue: PdfValue | undefined,
  added: ReadonlySet<number>,
): void {
  const [old, fresh] = [resolveDict(walk.old, oldValue), resolveDict(walk.fresh, freshValue)]
  const num = isKind(freshValue, 'ref') ? freshValue.num : null
  if (!standsRightly(walk, oldValue, freshValue) || (old && !fresh)) return note(walk, place, num)
  if (num !== null) walk.seen.add(num)
  compareEntries(walk, old ?? new Map(), fresh ?? new Map(), { added, num })
}

function compareEntries(
  walk: Walk,
  old: PdfDict,
  fresh: PdfDict,
  { added, num }: { added: ReadonlySet<number>; num: number | null },
): void {
  for (const key of new Set([...old.keys(), ...fresh.keys()])) {
    if (key === 'Fields') compareLists(walk, old.get(key), { fresh: fresh.get(key), added, place, num })
    else if (rules[key]?.(walk, old, fresh) !== true) compare(walk, old.get(key), { fresh: fresh.get(key), place, num })
  }
}

/** True when the difference is allowed for; else the two are compared. */
type Rule = (walk: Walk, old: PdfDict, fresh: PdfDict) => boolean

const rules: Readonly<Record<string, Rule>> = {
  SigFlags: (_, old, fresh) => {
    const [before, after] = [Number(old.get('SigFlags') ?? 0), Number(fresh.get('SigFlags') ?? 0)]
    return (before & after) === before && after >= 0 && after <= 3
  },
  // True would have viewers draw the fields anew.
  NeedAppearances: (walk, old, fresh) =>
    resolve(walk.fresh, fresh.get('NeedAppearances')) !== true && old.get('NeedAppearances') !== undefined,
  DA: (_, old, fresh) => !old.has('DA') && isKind(fresh.get('DA'), 'string'),
  DR: (walk, old, fresh) => grewOnly(walk, old.get('DR'), fresh.get('DR')),
}

/** Fonts under new names; the old ones, and all other kinds, are compared. */
function grewOnly(walk: Walk, oldValue: PdfValue | undefined, freshValue: PdfValue | undefined): boolean {
  const [old, fresh] = [resolveDict(walk.old, oldValue), resolveDict(walk.fresh, freshValue)]
  if (!fresh) return false
  for (const [kind, values] of fresh) growKind(walk, kind, { old: old?.get(kind), fresh: values })
  return [...(old?.keys() ?? [])].every((kind) => fresh.has(kind))
}

function growKind(walk: Walk, kind: string, { old, fresh }: { old: PdfValue | undefined; fresh: PdfValue }): void {
  // Which procedures a printer needs says nothing any more.
  if (kind === 'ProcSet') return
  const names = resolve(walk.fresh, fresh)
  if (kind === 'Font' && isDict(names)) growNames(walk, resolveDict(walk.old, old), names)
  else compare(walk, old, { fresh, place })
}

function growNames(walk: Walk, before: PdfDict | null, names: PdfDict): void {
  for (const [name, value] of names) {
    if (before?.has(name)) compare(walk, before.get(name), { fresh: value, place })
    else explain(walk, value, place)
  }
  for (const name of before?.keys() ?? []) if (!names.has(name)) note(walk, place)
}

interface Lists {
  readonly fresh: PdfValue | undefined
  /** Objects that may have come in. */
  readonly added: ReadonlySet<number>
  readonly place: Place
  readonly num: number | null
}

/** A list of references that may have grown, the old ones in their order. */
export function compareLists(walk: Walk, old: PdfValue | undefined, lists: Lists): void {
  const { fresh, place, num } = lists
  if (!standsRightly(walk, old, fresh)) return note(walk, place, num)
  if (isKind(fresh, 'ref')) walk.seen.add(fresh.num)
  const before = resolveArray(walk.old, old)
  let met = 0
  for (const item of resolveArray(walk.fresh, fresh)) {
    const isKnown = met < before.length && sameItem(before[met], item)
    if (isKnown) meet(walk, before[met], item, lists)
    else demandAllowed(walk, item, lists)
    met += isKnown ? 1 : 0
  }
  if (met < before.length) note(walk, place, num)
}

function meet(walk: Walk, old: PdfValue | undefined, fresh: PdfValue, { place, num }: Lists): void {
  if (isKind(fresh, 'ref')) follow(walk, fresh, place)
  else compare(walk, old, { fresh, place, num })
}

function demandAllowed(walk: Walk, item: PdfValue, { added, place, num }: Lists): void {
  if (!isKind(item, 'ref')) note(walk, place, num)
  else if (!added.has(item.num)) note(walk, place, item.num)
}

function sameItem(old: PdfValue | undefined, fresh: PdfValue): boolean {
  if (!isKind(old, 'ref') || !isKind(fresh, 'ref')) return !isKind(old, 'ref') && !isKind(fresh, 'ref')
  return old.num === fresh.num && old.gen === fresh.gen
}
