import type { PdfFile } from './pdf/file.ts'
import type { SignatureField } from './pdf/pages.ts'
import { isArray, isKind } from './pdf/value.ts'
import type { PdfDict, PdfString, PdfValue } from './pdf/value.ts'

/** The signed bytes and the signature between them. */
export interface SignedRange {
  readonly parts: readonly [Uint8Array, Uint8Array]
  readonly end: number
  readonly contents: Uint8Array
}

/**
 * The range must be what a reader thinks it is: from the first byte to the end of a revision, leaving out nothing but
 * the hex of this very dictionary's Contents.
 */
export function readSignedRange(
  file: PdfFile,
  field: SignatureField,
): SignedRange | 'byteRange.wrong' | 'contents.wrong' {
  const contents = plainContents(file, field)
  if (!contents) return 'contents.wrong'
  const range = fourIntegers(field.value)
  if (!range) return 'byteRange.wrong'
  const [from, length, again, rest] = range
  const end = again + rest
  const aroundContents = from === 0 && length === contents.at.start && again === contents.at.end
  if (!aroundContents || end > file.bytes.length || !endsRevision(file.text, end)) return 'byteRange.wrong'
  return { parts: [file.bytes.subarray(0, length), file.bytes.subarray(again, end)], end, contents: contents.bytes }
}

type PlacedString = PdfString & Required<Pick<PdfString, 'at'>>

/** Contents written as one unbroken hex string in an object that stands in the file itself, not in a compressed one. */
function plainContents(file: PdfFile, field: SignatureField): PlacedString | null {
  if (!standsInFile(file, field.dict.get('V'))) return null
  const found = field.value?.get('Contents')
  if (!isKind(found, 'string') || !found.at) return null
  const { start, end } = found.at
  const unbroken = file.text.charAt(start) === '<' && end - start === found.bytes.length * 2 + 2
  return unbroken ? { ...found, at: found.at } : null
}

function standsInFile(file: PdfFile, pointer: PdfValue | undefined): boolean {
  return isKind(pointer, 'ref') && file.entries.get(pointer.num)?.kind === 'plain'
}

function fourIntegers(signature: PdfDict | null): [number, number, number, number] | null {
  const found = signature?.get('ByteRange')
  if (!isArray(found) || found.length !== 4) return null
  const [one, two, three, four] = found
  const right = [one, two, three, four].every(
    (value) => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0,
  )
  return right ? [Number(one), Number(two), Number(three), Number(four)] : null
}

function endsRevision(text: string, end: number): boolean {
  return /%%EOF(?:\r\n|\r|\n)?$/.test(text.slice(Math.max(0, end - 8), end))
}

/** The length that the last revision has, counted from the start; what follows is no part of the document. */
export function lengthOfRevisions(file: PdfFile): number {
  const last = file.text.lastIndexOf('%%EOF')
  const end = /^%%EOF(?:\r\n|\r|\n)?/.exec(file.text.slice(last, last + 8))
  return last + (end?.[0].length ?? 0)
}
