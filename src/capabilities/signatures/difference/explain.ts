import { resolve } from '../pdf/file.ts'
import { isArray, isDict, isKind, nameOf } from '../pdf/value.ts'
import type { PdfDict, PdfValue } from '../pdf/value.ts'
import type { Place } from './change.ts'
import { follow, note, takeStep, wasThere } from './walk.ts'
import type { Walk } from './walk.ts'

/** What acts, hides, attaches, or draws from elsewhere has no place in what a signature brings with it. */
const forbiddenKeys = wordsOf(
  'A AA JS OpenAction URI XFA EF RichMediaContent OC OCGs OCProperties OPI Ref PS Alternates Annots',
)
const forbiddenTypes = wordsOf(
  'Page Pages Catalog Annot Action Filespec EmbeddedFile OCG OCMD ObjStm XRef StructElem Outlines',
)

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.split(' '))
}

/**
 * Looks at everything that an allowed addition leads to: new objects must be plain drawing or data, and what it
 * takes from the signed revision must be as it was.
 */
export function explain(walk: Walk, value: PdfValue | undefined, place: Place): void {
  const waiting: { readonly value: PdfValue; readonly num: number | null }[] = [{ value: value ?? null, num: null }]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    takeStep(walk)
    const { value: here, num } = next
    if (isKind(here, 'ref')) enter(walk, here.num, { waiting, place, value: here })
    else for (const inner of innerValues(walk, here, { place, num })) waiting.push({ value: inner, num })
  }
}

interface Entering {
  readonly waiting: { readonly value: PdfValue; readonly num: number | null }[]
  readonly place: Place
  readonly value: PdfValue
}

function enter(walk: Walk, num: number, { waiting, place, value }: Entering): void {
  if (wasThere(walk, num)) return follow(walk, { kind: 'ref', num, gen: 0 }, place)
  if (walk.explained.has(num)) return
  walk.explained.add(num)
  waiting.push({ value: resolve(walk.fresh, value), num })
}

function innerValues(walk: Walk, value: PdfValue, where: { place: Place; num: number | null }): readonly PdfValue[] {
  if (isArray(value)) return value
  const dict = isKind(value, 'stream') ? value.dict : value
  if (!isDict(dict)) return []
  if (!isHarmless(dict)) note(walk, where.place, where.num)
  return [...dict.values()]
}

const isHarmless = (dict: PdfDict) =>
  !forbiddenTypes.has(nameOf(dict.get('Type')) ?? '') &&
  nameOf(dict.get('Subtype')) !== 'PS' &&
  [...dict.keys()].every((key) => !forbiddenKeys.has(key))
