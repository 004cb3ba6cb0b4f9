import { resolve, resolveArray, resolveDict } from '../pdf/file.ts'
import type { PdfFile } from '../pdf/file.ts'
import { catalogOf } from '../pdf/pages.ts'
import { isArray, isDict, isKind, nameOf } from '../pdf/value.ts'
import type { PdfDict, PdfValue } from '../pdf/value.ts'
import { at } from './change.ts'
import type { ChangeKind } from './change.ts'
import { compareForms } from './form.ts'
import { compareMetadata } from './metadata.ts'
import { compare, drain, note, wasThere } from './walk.ts'
import type { Walk } from './walk.ts'

const kinds: Readonly<Record<string, ChangeKind>> = {
  AcroForm: 'form',
  StructTreeRoot: 'structure',
  Metadata: 'metadata',
  Pages: 'pages',
  DSS: 'validation',
  Perms: 'permission',
}

type Rule = (walk: Walk, old: PdfValue | undefined, fresh: PdfValue | undefined) => void

/** The root of everything: most of it must be as it was; a few keys have rules of their own. */
export function compareCatalogs(walk: Walk, added: ReadonlySet<number>): void {
  const [old, fresh] = [catalogOf(walk.old), catalogOf(walk.fresh)]
  if (isKind(walk.fresh.trailer.get('Root'), 'ref')) walk.seen.add(fresh.ref.num)
  const rules: Readonly<Record<string, Rule>> = {
    Version: compareVersions,
    Extensions: compareExtensions,
    DSS: compareValidation,
    Metadata: compareMetadata,
    AcroForm: (...compared) => compareForms(...compared, added),
  }
  for (const key of new Set([...old.dict.keys(), ...fresh.dict.keys()])) {
    const [before, after] = [old.dict.get(key), fresh.dict.get(key)]
    const rule = rules[key]
    if (rule) rule(walk, before, after)
    else compare(walk, before, { fresh: after, place: at(kinds[key] ?? 'document'), num: fresh.ref.num })
    drain(walk)
  }
}

/** A later program may need a later version; none goes back. */
function compareVersions(walk: Walk, old: PdfValue | undefined, fresh: PdfValue | undefined): void {
  const before = versionOf(walk.old, old)
  const after = versionOf(walk.fresh, fresh)
  if (after === null || before === null || after < before) note(walk, at('document'))
}

function versionOf(file: PdfFile, value: PdfValue | undefined): number | null {
  const stated = nameOf(resolve(file, value)) ?? (value === undefined ? file.text.slice(5, 8) : '')
  return /^[12]\.\d$/.test(stated) ? Number(stated) : null
}

/** Names of extensions and their levels: words and numbers only, which no reader shows. */
function compareExtensions(walk: Walk, _: PdfValue | undefined, fresh: PdfValue | undefined): void {
  const found = resolve(walk.fresh, fresh)
  if (found !== null && !isWords(walk.fresh, found, 4)) note(walk, at('document'))
}

function isWords(file: PdfFile, value: PdfValue, depth: number): boolean {
  if (depth < 0) return false
  const inner = isDict(value) ? [...value.values()] : isArray(value) ? value : []
  return !isKind(value, 'stream') && inner.every((one) => isWords(file, resolve(file, one), depth - 1))
}

const lists = ['Certs', 'OCSPs', 'CRLs', 'Cert', 'OCSP', 'CRL']
const place = at('validation')

/** Validation data (DSS): lists of bare data for proofs, which must be new or have stood in the list before. */
function compareValidation(walk: Walk, old: PdfValue | undefined, fresh: PdfValue | undefined): void {
  const known = new Set(pointersIn(walk.old, resolveDict(walk.old, old)).map(({ num }) => num))
  const store = resolve(walk.fresh, fresh)
  if (store === null && (old ?? null) === null) return
  if (!isDict(store) || !isStore(walk, store, known)) note(walk, place, isKind(fresh, 'ref') ? fresh.num : null)
}

function isStore(walk: Walk, store: PdfDict, known: ReadonlySet<number>): boolean {
  const { fresh } = walk
  const proofs = resolve(fresh, store.get('VRI'))
  const inner = isDict(proofs) ? [...proofs.values()].map((one) => resolve(fresh, one)) : []
  const shaped = [...store.keys()].every((key) => lists.includes(key) || key === 'Type' || key === 'VRI')
  const innerShaped = inner.every(
    (one) => isDict(one) && [...one.keys()].every((key) => lists.includes(key) || ['Type', 'TU', 'TS'].includes(key)),
  )
  const pointers = pointersIn(fresh, store)
  return shaped && innerShaped && pointers.every((pointer) => isProof(walk, pointer, known))
}

interface Pointer {
  readonly num: number
  readonly value: PdfValue
}

/** All that the store names as data. */
function pointersIn(file: PdfFile, store: PdfDict | null): Pointer[] {
  if (!store) return []
  const proofs = resolveDict(file, store.get('VRI'))
  const inner = [...(proofs?.values() ?? [])].flatMap((one) => resolveDict(file, one) ?? [])
  return [store, ...inner].flatMap((dict) =>
    [
      ...lists.flatMap((key) => resolveArray(file, dict.get(key))),
      ...(dict.has('TS') ? [dict.get('TS') ?? null] : []),
    ].map((value) => ({ num: isKind(value, 'ref') ? value.num : 0, value: resolve(file, value) })),
  )
}

const bare = new Set(['Length', 'Filter', 'DecodeParms', 'Type'])

function isProof(walk: Walk, { num, value }: Pointer, known: ReadonlySet<number>): boolean {
  if (!isKind(value, 'stream') || (wasThere(walk, num) && !known.has(num))) return false
  return [...value.dict.keys()].every((key) => bare.has(key))
}
