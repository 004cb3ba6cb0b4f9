import { resolve, resolveDict } from '../pdf/file.ts'
import type { PdfFile } from '../pdf/file.ts'
import { signatureFieldsOf } from '../pdf/pages.ts'
import type { SignatureField, Widget } from '../pdf/pages.ts'
import { isArray, isDict, isKind, nameOf } from '../pdf/value.ts'
import type { PdfDict, PdfValue } from '../pdf/value.ts'
import { at } from './change.ts'
import type { Place } from './change.ts'
import { explain } from './explain.ts'
import { boxOf, demandPlaceForNew, isVisible } from './new-widget.ts'
import { permissionsOf } from './permissions.ts'
import type { Permissions } from './permissions.ts'
import { isNew, note } from './walk.ts'
import type { Walk } from './walk.ts'

/** Object numbers that a form or a page may have gained. */
export interface NewFields {
  readonly fields: ReadonlySet<number>
  readonly widgets: ReadonlySet<number>
}

/** What was signed or added in the form of signatures; says of each whether it was allowed. */
export function judgeFields(walk: Walk): NewFields {
  const old = signatureFieldsOf(walk.old)
  const fresh = new Map(signatureFieldsOf(walk.fresh).map((field) => [field.ref.num, field]))
  const permissions = permissionsOf(walk.old, old)
  for (const field of old) {
    const later = fresh.get(field.ref.num)
    fresh.delete(field.ref.num)
    if (later && !field.dict.has('V') && later.dict.has('V')) fillField(walk, { field, later, permissions })
  }
  const added = [...fresh.values()].filter((field) => addedRightly(walk, field, permissions))
  const refs = (of: (field: SignatureField) => readonly { readonly num: number }[]) =>
    new Set(added.flatMap(of).map(({ num }) => num))
  return { fields: refs(({ ref }) => [ref]), widgets: refs(({ widgets }) => widgets.map(({ ref }) => ref)) }
}

const placeOfWidget = (walk: Walk, file: PdfFile, { dict }: Widget) => {
  const page = dict.get('P')
  const known = isKind(page, 'ref') && resolve(file, page) !== null ? walk.pageNumbers.get(page.num) : undefined
  return known ?? null
}

interface Filling {
  readonly field: SignatureField
  readonly later: SignatureField
  readonly permissions: Permissions
}

/** An empty field that got a signature: its value, its picture, and what marks it as signed are free. */
function fillField(walk: Walk, { field, later, permissions }: Filling): void {
  const [widget] = later.widgets
  const page = widget ? placeOfWidget(walk, walk.fresh, widget) : null
  if (isForbidden(permissions, later)) note(walk, at('forbidden', page), field.ref.num)
  if (!isSignature(walk, later, at('form', page))) return
  const valued = new Set(['V', 'M', 'Ff', 'DV'])
  walk.free.set(field.ref.num, (old, fresh) => {
    const pictured = field.widgets.some(({ ref }) => ref.num === field.ref.num) ? freeInWidget(walk, old, fresh) : []
    return new Set([...valued, ...pictured].filter((key) => isFreeFlag(key, old, fresh)))
  })
  for (const { ref } of field.widgets) {
    if (ref.num === field.ref.num) continue
    walk.free.set(ref.num, (old, fresh) => new Set(freeInWidget(walk, old, fresh)))
  }
}

const readOnly = 1

function isFreeFlag(key: string, old: PdfDict, fresh: PdfDict): boolean {
  if (key === 'Ff') return (flagsOf(old, 'Ff') | readOnly) === (flagsOf(fresh, 'Ff') | readOnly)
  return key !== 'DV' || !fresh.has('DV') || sameRef(fresh.get('DV'), fresh.get('V'))
}

const flagsOf = (dict: PdfDict, key: string) => Number(dict.get(key) ?? 0)
const sameRef = (one: PdfValue | undefined, other: PdfValue | undefined) =>
  isKind(one, 'ref') && isKind(other, 'ref') && one.num === other.num

/** Printed, locked, and never more visible than it was. */
const lockingFlags = 4 | 64 | 128 | 512

function freeInWidget(walk: Walk, old: PdfDict, fresh: PdfDict): string[] {
  const free = ['M']
  if (isPicture(walk, fresh.get('AP'))) free.push('AP', 'AS')
  const isPlain = !fresh.has('F') || typeof fresh.get('F') === 'number'
  if (isPlain && (flagsOf(old, 'F') | lockingFlags) === (flagsOf(fresh, 'F') | lockingFlags)) free.push('F')
  if (!isVisible(walk.fresh, fresh)) free.push('Rect', 'AP', 'AS', 'P')
  for (const key of ['Type', 'Subtype', 'P']) if (!old.has(key)) free.push(key)
  return free
}

/** One picture, a form of its own that is new and does nothing but draw. */
function isPicture(walk: Walk, value: PdfValue | undefined): boolean {
  const picture = resolveDict(walk.fresh, value)
  const normal = picture?.get('N')
  if (!picture || [...picture.keys()].join() !== 'N' || !isNew(walk, normal)) return false
  const stream = resolve(walk.fresh, normal)
  if (!isKind(stream, 'stream') || nameOf(stream.dict.get('Subtype')) !== 'Form') return false
  if (boxOf(walk.fresh, stream.dict.get('BBox')) === null) return false
  explain(walk, value, at('appearance'))
  return true
}

/** A document time stamp belongs to what keeps signatures provable and is never forbidden. */
const isTimestamp = ({ value }: SignatureField) => nameOf(value?.get('SubFilter')) === 'ETSI.RFC3161'

const signatureKeys = new Set(
  [
    'Type Filter SubFilter Contents Cert ByteRange Reference Changes Name M Location Reason ContactInfo R V',
    'Prop_Build Prop_AuthTime Prop_AuthType',
  ].flatMap((line) => line.split(' ')),
)

/** The value is a new dictionary that holds a signature and nothing but that. */
function isSignature(walk: Walk, { dict, value, ref }: SignatureField, place: Place): boolean {
  const pointer = dict.get('V')
  const plain =
    isNew(walk, pointer) && value !== null && value.has('ByteRange') && isKind(value.get('Contents'), 'string')
  if (!plain || [...value.keys()].some((key) => !signatureKeys.has(key))) {
    note(walk, place, ref.num)
    return false
  }
  explain(walk, withoutData(walk, value), place)
  return true
}

/** A reference may say of which dictionary it speaks: the catalog, which is compared for itself. */
function withoutData({ fresh }: Walk, value: PdfDict): PdfDict {
  const references = resolve(fresh, value.get('Reference'))
  if (!isArray(references)) return value
  const plain = references.map((one) => {
    const reference = resolve(fresh, one)
    return isDict(reference) ? new Map([...reference].filter(([key]) => key !== 'Data')) : one
  })
  return new Map([...value, ['Reference', plain] as const])
}

const fieldKeys = new Set(
  'Type Subtype FT T TU TM Rect F Ff P AP AS V DV DA M NM Lock SV Border BS H Kids MK StructParent'.split(' '),
)

/** Whether a field that nobody prepared is no more than the place of one more signature. */
function addedRightly(walk: Walk, field: SignatureField, permissions: Permissions): boolean {
  const [widget] = field.widgets
  const page = widget ? placeOfWidget(walk, walk.fresh, widget) : null
  if (!isPlainField(walk, field)) {
    note(walk, at('form', page), field.ref.num)
    return false
  }
  if (isForbidden(permissions, field)) note(walk, at('forbidden', page), field.ref.num)
  if (field.dict.has('V') && !isSignature(walk, field, at('form', page))) return false
  for (const one of partsOf(field)) explainWidget(walk, one, at('appearance', page))
  demandPlaceForNew(walk, field, { page, certified: permissions.level !== null })
  return true
}

const isForbidden = ({ level, isLocked }: Permissions, field: SignatureField) =>
  (level === 1 || isLocked(field.name)) && !isTimestamp(field)

const partsOf = ({ ref, dict, widgets }: SignatureField): readonly Widget[] => [{ ref, dict }, ...widgets]

const isPlainField = (walk: Walk, field: SignatureField) =>
  !field.dict.has('Parent') &&
  partsOf(field).every(
    ({ ref, dict }) => isNew(walk, ref) && [...dict.keys()].every((key) => fieldKeys.has(key) || key === 'Parent'),
  )

const plainPointers = new Set(['V', 'DV', 'P', 'Parent', 'Kids', 'AP'])

function explainWidget(walk: Walk, { ref, dict }: Widget, place: Place): void {
  explain(walk, new Map([...dict].filter(([key]) => !plainPointers.has(key) && key !== 'Type')), place)
  if (dict.has('AP') && !isPicture(walk, dict.get('AP'))) note(walk, place, ref.num)
}
