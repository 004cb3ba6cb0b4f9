/** A name, without its slash and with #xx already decoded. */
export interface PdfName {
  readonly kind: 'name'
  readonly value: string
}

export interface PdfRef {
  readonly kind: 'ref'
  readonly num: number
  readonly gen: number
}

/** A whole number that is written with a point, or is larger than readers count: some of them take it for none. */
export interface PdfReal {
  readonly kind: 'real'
  readonly value: number
}

/** `at` is where the token stands in the file, brackets included; made-up strings have none. */
export interface PdfString {
  readonly kind: 'string'
  readonly bytes: Uint8Array
  readonly at?: { readonly start: number; readonly end: number }
}

/** `data` as it stands in the file: still compressed. */
export interface PdfStream {
  readonly kind: 'stream'
  readonly dict: PdfDict
  readonly data: Uint8Array
}

/** Text written as it is; only for placeholders that are filled in later. */
export interface PdfRaw {
  readonly kind: 'raw'
  readonly text: string
}

export type PdfDict = ReadonlyMap<string, PdfValue>
export type PdfArray = readonly PdfValue[]
export type PdfValue =
  | null
  | boolean
  | number
  | PdfName
  | PdfReal
  | PdfRef
  | PdfString
  | PdfStream
  | PdfRaw
  | PdfArray
  | PdfDict

export const name = (value: string): PdfName => ({ kind: 'name', value })
export const ref = (num: number, gen = 0): PdfRef => ({ kind: 'ref', num, gen })
export const raw = (text: string): PdfRaw => ({ kind: 'raw', text })
export const dict = (entries: Readonly<Record<string, PdfValue>>): PdfDict => new Map(Object.entries(entries))

export const isDict = (value: PdfValue | undefined): value is PdfDict => value instanceof Map
export const isArray = (value: PdfValue | undefined): value is PdfArray => Array.isArray(value)

type Kinds = { name: PdfName; real: PdfReal; ref: PdfRef; string: PdfString; stream: PdfStream; raw: PdfRaw }

export function isKind<Kind extends keyof Kinds>(value: PdfValue | undefined, kind: Kind): value is Kinds[Kind] {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === kind
}

/** The number, however it is spelled. */
export function numberOf(value: PdfValue | undefined): number | null {
  if (isKind(value, 'real')) return value.value
  return typeof value === 'number' ? value : null
}

export function nameOf(value: PdfValue | undefined): string | null {
  return isKind(value, 'name') ? value.value : null
}

/** A dictionary with some entries replaced or added. */
export function withEntries(base: PdfDict, entries: Readonly<Record<string, PdfValue>>): PdfDict {
  return new Map([...base, ...Object.entries(entries)])
}

/** A text string: plain when ASCII, else UTF-16 with its mark, as viewers expect Vietnamese. */
export function textString(text: string): PdfString {
  const normal = text.normalize('NFC')
  if (/^[ -~]*$/.test(normal)) return { kind: 'string', bytes: Buffer.from(normal, 'latin1') }
  const bytes = Buffer.from(`\uFEFF${normal}`, 'utf16le').swap16()
  return { kind: 'string', bytes }
}

export function readText(value: PdfValue | undefined): string | null {
  if (!isKind(value, 'string')) return null
  const bytes = Buffer.from(value.bytes)
  const text =
    bytes[0] === 0xfe && bytes[1] === 0xff
      ? bytes
          .subarray(2, bytes.length - (bytes.length % 2))
          .swap16()
          .toString('utf16le')
      : bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
        ? bytes.subarray(3).toString('utf8')
        : bytes.toString('latin1')
  return text.normalize('NFC')
}
