import type { PdfFile } from '../pdf/file.ts'
import { signatureFieldsOf } from '../pdf/pages.ts'
import type { SignatureField } from '../pdf/pages.ts'
import { isArray, isKind } from '../pdf/value.ts'
import type { PdfString, PdfValue } from '../pdf/value.ts'

/** The signed bytes and the signature between them. */
export interface SignedRange {
  readonly parts: readonly [Uint8Array, Uint8Array]
  readonly end: number
  readonly contents: Uint8Array
}

/** Why the range of a signature, or the place of its value, is not what every reader must take it for. */
export type RangeProblem =
  | 'contents.missing'
  | 'contents.packed'
  | 'contents.indirect'
  | 'contents.notHex'
  | 'contents.oddDigits'
  | 'contents.shared'
  | 'byteRange.missing'
  | 'byteRange.indirect'
  | 'byteRange.notFour'
  | 'byteRange.notIntegers'
  | 'byteRange.negative'
  | 'byteRange.start'
  | 'byteRange.overlap'
  | 'byteRange.beyond'
  | 'byteRange.gap'
  | 'byteRange.end'

/**
 * The range must be what a reader thinks it is: from the first byte to the end of a revision, leaving out nothing but
 * the hex of this very dictionary's Contents.
 */
export function readSignedRange(file: PdfFile, field: SignatureField): SignedRange | RangeProblem {
  const contents = readContents(file, field)
  if (typeof contents === 'string') return contents
  const range = readRange(field.value?.get('ByteRange'))
  if (typeof range === 'string') return range
  const problem = problemOf(file, range, contents.at)
  if (problem) return problem
  const [, length, again, rest] = range
  const end = again + rest
  return { parts: [file.bytes.subarray(0, length), file.bytes.subarray(again, end)], end, contents: contents.bytes }
}

type Range = readonly [number, number, number, number]
type PlacedString = PdfString & Required<Pick<PdfString, 'at'>>

/** Contents as one unbroken hex string in an object that stands in the file itself, and is no other field's. */
function readContents(file: PdfFile, field: SignatureField): PlacedString | RangeProblem {
  const found = field.value?.get('Contents') ?? null
  if (found === null) return 'contents.missing'
  if (isShared(file, field)) return 'contents.shared'
  if (!standsInFile(file, field.dict.get('V'))) return 'contents.packed'
  return isPlaced(found) ? (problemOfHex(file, found) ?? found) : placeless(found)
}

const placeless = (value: PdfValue) => (isKind(value, 'ref') ? 'contents.indirect' : 'contents.notHex')

const isPlaced = (value: PdfValue): value is PlacedString => isKind(value, 'string') && value.at !== undefined

function problemOfHex({ text }: PdfFile, { at }: PlacedString): RangeProblem | null {
  const token = text.slice(at.start, at.end)
  if (!/^<[0-9A-Fa-f]*>$/.test(token)) return 'contents.notHex'
  if (token.length % 2 !== 0) return 'contents.oddDigits'
  return token.length > 2 ? null : 'contents.missing'
}

function standsInFile(file: PdfFile, pointer: PdfValue | undefined): boolean {
  return isKind(pointer, 'ref') && file.entries.get(pointer.num)?.kind === 'plain'
}

function isShared(file: PdfFile, { value }: SignatureField): boolean {
  return signatureFieldsOf(file).filter((other) => other.value === value).length > 1
}

function readRange(found: PdfValue | undefined): Range | RangeProblem {
  if (found === undefined || found === null) return 'byteRange.missing'
  const numbers = isArray(found) ? found : []
  if ([found, ...numbers].some((value) => isKind(value, 'ref'))) return 'byteRange.indirect'
  return rangeOf(numbers)
}

function rangeOf(found: readonly PdfValue[]): Range | RangeProblem {
  const numbers = found.filter(isInteger)
  if (found.length !== 4) return 'byteRange.notFour'
  if (numbers.length !== 4) return 'byteRange.notIntegers'
  const [from = 0, length = 0, again = 0, rest = 0] = numbers
  return Math.min(...numbers) < 0 ? 'byteRange.negative' : [from, length, again, rest]
}

const isInteger = (value: PdfValue): value is number => typeof value === 'number' && Number.isInteger(value)

function problemOf(file: PdfFile, range: Range, contents: PlacedString['at']): RangeProblem | null {
  const [from, length, again, rest] = range
  if (from !== 0) return 'byteRange.start'
  if (again < length) return 'byteRange.overlap'
  if (again + rest > file.bytes.length) return 'byteRange.beyond'
  if (length !== contents.start || again !== contents.end) return 'byteRange.gap'
  return endsRevision(file.text, again + rest) ? null : 'byteRange.end'
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
