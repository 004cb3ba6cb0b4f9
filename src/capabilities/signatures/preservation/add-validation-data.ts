import { addObject, appendRevision, startDraft } from '../pdf/append.ts'
import type { Draft } from '../pdf/append.ts'
import { resolve, resolveArray } from '../pdf/file.ts'
import { catalogOf } from '../pdf/pages.ts'
import { dict, isDict, isKind, ref, withEntries } from '../pdf/value.ts'
import type { PdfDict, PdfValue } from '../pdf/value.ts'
import { openForSigning } from '../signing/open-for-signing.ts'
import { unique } from '../revocation/evidence.ts'
import { readValidationData, storeOf } from './read-validation-data.ts'
import type { ValidationData } from './read-validation-data.ts'

/**
 * Appends what the file lacks of these proofs to its document security store; the same bytes when it lacks nothing.
 * Throws SigningError when the file cannot be read.
 */
export function addValidationData(pdf: Uint8Array, data: ValidationData): Uint8Array {
  const file = openForSigning(pdf)
  const kept = readValidationData(file)
  const missing = {
    Certs: without(data.certificates, kept.certificates),
    OCSPs: without(data.responses, kept.responses),
    CRLs: without(data.lists, kept.lists),
  }
  if (Object.values(missing).every((streams) => streams.length === 0)) return pdf
  const draft = startDraft(file)
  const store: PdfDict = storeOf(file) ?? dict({})
  const grown = Object.entries(missing).flatMap(([key, streams]) => {
    const all = [...resolveArray(file, store.get(key)), ...streams.map((der) => addStream(draft, der))]
    return all.length === 0 ? [] : [[key, all] as const]
  })
  writeStore(draft, withEntries(store, Object.fromEntries(grown)))
  return appendRevision(draft).bytes
}

function without(wanted: readonly Uint8Array[], kept: readonly Uint8Array[]): Uint8Array[] {
  return unique(wanted).filter((one) => !kept.some((other) => Buffer.compare(one, other) === 0))
}

const addStream = (draft: Draft, data: Uint8Array): PdfValue =>
  ref(addObject(draft, { kind: 'stream', dict: dict({}), data }))

/** The store keeps its object number, so that only it is written anew. */
function writeStore(draft: Draft, store: PdfDict): void {
  const catalog = catalogOf(draft.file)
  const pointer = catalog.dict.get('DSS')
  if (isKind(pointer, 'ref') && isDict(resolve(draft.file, pointer))) {
    draft.objects.set(pointer.num, store)
    return
  }
  draft.objects.set(catalog.ref.num, withEntries(catalog.dict, { DSS: ref(addObject(draft, store)) }))
}
