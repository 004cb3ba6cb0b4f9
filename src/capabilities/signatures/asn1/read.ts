/** The bytes are not the ASN.1 that was expected. */
export class Asn1Error extends Error {}

/** One element. `bytes` is the whole of it as it stood, `content` without its head. */
export interface Element {
  readonly tag: number
  readonly bytes: Uint8Array
  readonly content: Uint8Array
}

const deepest = 40

/** Reads one element at the start; what follows it is ignored. Indefinite lengths are understood, long tags are not. */
export function readElement(bytes: Uint8Array, depth = 0): Element {
  const [tag, short] = bytes
  if (tag === undefined || (tag & 0x1f) === 0x1f || depth > deepest) throw new Asn1Error('tag')
  if (short === 0x80) return readIndefinite(bytes, tag, depth)
  const { start, length } = readLength(bytes)
  if (start + length > bytes.length) throw new Asn1Error('cut off')
  return { tag, bytes: bytes.subarray(0, start + length), content: bytes.subarray(start, start + length) }
}

function readLength(bytes: Uint8Array): { start: number; length: number } {
  const short = bytes[1]
  if (short === undefined) throw new Asn1Error('cut off')
  if (short < 0x80) return { start: 2, length: short }
  const start = 2 + (short & 0x7f)
  if (start > 6 || start > bytes.length) throw new Asn1Error('length')
  return { start, length: Buffer.from(bytes.subarray(2, start)).readUIntBE(0, start - 2) }
}

function readIndefinite(bytes: Uint8Array, tag: number, depth: number): Element {
  if ((tag & 0x20) === 0) throw new Asn1Error('length')
  let at = 2
  while (!(bytes[at] === 0 && bytes[at + 1] === 0)) at += readElement(bytes.subarray(at), depth + 1).bytes.length
  return { tag, bytes: bytes.subarray(0, at + 2), content: bytes.subarray(2, at) }
}

/** More is a bomb; a list of revoked certificates is walked instead. */
const mostChildren = 20_000

/** The elements inside a constructed one. */
export function children(parent: Element): Element[] {
  const found: Element[] = []
  for (const next of walk(parent)) {
    if (found.length >= mostChildren) throw new Asn1Error('too many elements')
    found.push(next)
  }
  return found
}

/** The same, one after the other, however many there are. */
export function* walk(parent: Element): Generator<Element> {
  for (let at = 0; at < parent.content.length;) {
    const next = readElement(parent.content.subarray(at))
    yield next
    at += next.bytes.length
  }
}

/** The elements of something that must have this tag. */
export function open(element: Element | undefined, tag = 0x30): Element[] {
  return children(demandTag(element, tag))
}

export function demandTag(element: Element | undefined, tag: number): Element {
  if (element?.tag !== tag) throw new Asn1Error(`tag ${tag} expected`)
  return element
}

/** Bytes; ours, with a UUID in it, has twenty. */
const longestOid = 128

export function readOid(element: Element | undefined): string {
  const { content } = demandTag(element, 0x06)
  if (content.length === 0 || content.length > longestOid) throw new Asn1Error('oid')
  const arcs: bigint[] = []
  let arc = 0n
  for (const byte of content) {
    arc = (arc << 7n) | BigInt(byte & 0x7f)
    if ((byte & 0x80) === 0) {
      arcs.push(arc)
      arc = 0n
    }
  }
  const [head = 0n, ...rest] = arcs
  const first = head < 40n ? 0n : head < 80n ? 1n : 2n
  return [first, head - first * 40n, ...rest].join('.')
}

export function readHexInteger(element: Element | undefined): string {
  const hex = Buffer.from(demandTag(element, 0x02).content).toString('hex')
  return hex.replace(/^(?:00)+(?=.)/, '')
}

/** An OCTET STRING, also one in pieces. */
export function readOctets(element: Element | undefined): Uint8Array {
  if (element?.tag !== 0x24) return demandTag(element, 0x04).content
  return Buffer.concat(children(element).map(readOctets))
}

/** A BIT STRING of whole bytes. */
export function readBits(element: Element | undefined): Uint8Array {
  const { content } = demandTag(element, 0x03)
  if (content[0] !== 0) throw new Asn1Error('bits')
  return content.subarray(1)
}

const decoders: Readonly<Record<number, (bytes: Buffer) => string>> = {
  0x0c: (bytes) => bytes.toString('utf8'),
  0x13: (bytes) => bytes.toString('latin1'),
  0x14: (bytes) => bytes.toString('latin1'),
  0x16: (bytes) => bytes.toString('latin1'),
  0x1e: (bytes) =>
    bytes
      .subarray(0, bytes.length - (bytes.length % 2))
      .swap16()
      .toString('utf16le'),
}

export function readString(element: Element): string {
  const decode = decoders[element.tag]
  if (!decode) throw new Asn1Error('string')
  return decode(Buffer.from(element.content)).normalize('NFC')
}

const timeForms: Readonly<Record<number, RegExp>> = {
  0x17: /^()(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)()Z$/,
  0x18: /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)((?:\.\d+)?)Z$/,
}

/** UTCTime or GeneralizedTime, both in UTC. */
export function readTime(element: Element | undefined): Date {
  const form = timeForms[element?.tag ?? 0]
  const found = form?.exec(Buffer.from(element?.content ?? []).toString('latin1'))
  const date = new Date(found ? isoTime(found) : Number.NaN)
  if (Number.isNaN(date.getTime())) throw new Asn1Error('time')
  return date
}

function isoTime(found: RegExpExecArray): string {
  const [, hundreds, years, month, day, hour, minute, second, fraction] = found
  const century = hundreds || (Number(years) < 50 ? '20' : '19')
  return `${century}${years}-${month}-${day}T${hour}:${minute}:${second}${String(fraction).slice(0, 4)}Z`
}
