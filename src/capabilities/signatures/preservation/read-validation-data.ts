import { readCertificate } from '../trust/certificate.ts'
import type { Certificate } from '../trust/certificate.ts'
import { decodeStream } from '../pdf/decode.ts'
import { resolve, resolveArray, resolveDict } from '../pdf/file.ts'
import type { PdfFile } from '../pdf/file.ts'
import { catalogOf } from '../pdf/pages.ts'
import { isKind } from '../pdf/value.ts'
import type { PdfDict, PdfValue } from '../pdf/value.ts'
import type { RawEvidence } from '../revocation/evidence.ts'

/** What a file keeps for checking its signatures later: the document security store (EN 319 142-1, 5.4.2). */
export interface ValidationData extends RawEvidence {
  readonly certificates: readonly Uint8Array[]
}

const mostStreams = 300

export const storeOf = (file: PdfFile): PdfDict | null => resolveDict(file, catalogOf(file).dict.get('DSS'))

/** What cannot be read is left out: it proves nothing. */
export function readValidationData(file: PdfFile): ValidationData {
  const store = storeOf(file)
  if (!store) return { certificates: [], responses: [], lists: [] }
  const perSignature = [...(resolveDict(file, store.get('VRI'))?.values() ?? [])].slice(0, mostStreams)
  const places = [store, ...perSignature.flatMap((one) => resolveDict(file, one) ?? [])]
  const under = (...keys: readonly string[]) => {
    const pointers = places.flatMap((place) => keys.flatMap((key) => resolveArray(file, place.get(key))))
    return uniquePointers(pointers).flatMap((pointer) => streamBytes(file, pointer))
  }
  return { certificates: under('Certs', 'Cert'), responses: under('OCSPs', 'OCSP'), lists: under('CRLs', 'CRL') }
}

function uniquePointers(pointers: readonly PdfValue[]): PdfValue[] {
  const found = new Map(pointers.flatMap((one) => (isKind(one, 'ref') ? [[one.num, one] as const] : [])))
  return [...found.values()].slice(0, mostStreams)
}

function streamBytes(file: PdfFile, pointer: PdfValue): Uint8Array[] {
  try {
    const stream = resolve(file, pointer)
    return isKind(stream, 'stream') ? [decodeStream(stream, file.shared.budget)] : []
  } catch {
    return []
  }
}

export function certificatesIn({ certificates }: ValidationData): Certificate[] {
  return certificates.flatMap((der) => {
    try {
      return [readCertificate(der)]
    } catch {
      return []
    }
  })
}
