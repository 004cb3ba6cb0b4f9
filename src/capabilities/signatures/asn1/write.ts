/** DER, written by hand: what is signed must come out byte for byte the same. */

const concat = (parts: readonly Uint8Array[]): Uint8Array => Buffer.concat(parts)

export function element(tag: number, ...contents: readonly Uint8Array[]): Uint8Array {
  const content = concat(contents)
  return concat([Uint8Array.of(tag, ...lengthOf(content.length)), content])
}

function lengthOf(length: number): number[] {
  if (length < 0x80) return [length]
  const bytes: number[] = []
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256)
  return [0x80 | bytes.length, ...bytes]
}

export const sequence = (...items: readonly Uint8Array[]) => element(0x30, ...items)
export const octets = (bytes: Uint8Array) => element(0x04, bytes)
export const bits = (bytes: Uint8Array, unused = 0) => element(0x03, Uint8Array.of(unused), bytes)
export const nothing = () => element(0x05)
export const yes = () => element(0x01, Uint8Array.of(0xff))
export const utf8 = (text: string) => element(0x0c, Buffer.from(text.normalize('NFC')))
export const printable = (text: string) => element(0x13, Buffer.from(text, 'latin1'))
/** [number] EXPLICIT, or IMPLICIT over something constructed when given its content. */
export const tagged = (number: number, ...contents: readonly Uint8Array[]) => element(0xa0 | number, ...contents)
/** [number] IMPLICIT over something primitive. */
export const taggedBytes = (number: number, bytes: Uint8Array) => element(0x80 | number, bytes)

/** DER wants the members of a SET OF in the order of their bytes. */
export const inOrder = (items: Iterable<Uint8Array>) => [...items].sort((one, other) => Buffer.compare(one, other))

export const setOf = (...items: readonly Uint8Array[]) => element(0x31, ...inOrder(items))

/** A non-negative INTEGER from big-endian bytes. */
export function integer(value: Uint8Array | number): Uint8Array {
  const bytes = typeof value === 'number' ? Buffer.from(hexOf(value), 'hex') : value
  let start = 0
  while (start < bytes.length - 1 && bytes[start] === 0) start += 1
  const short = bytes.subarray(start)
  return element(0x02, (short[0] ?? 0) >= 0x80 ? Uint8Array.of(0) : new Uint8Array(), short)
}

function hexOf(value: number): string {
  const hex = value.toString(16)
  return hex.length % 2 === 0 ? hex : `0${hex}`
}

/** An object identifier from its dotted form; arcs may be as long as a UUID. */
export function oid(dotted: string): Uint8Array {
  const [first = 0n, second = 0n, ...rest] = dotted.split('.').map(BigInt)
  return element(0x06, Uint8Array.from([first * 40n + second, ...rest].flatMap(base128)))
}

function base128(arc: bigint): number[] {
  const bytes = [Number(arc & 0x7fn)]
  for (let rest = arc >> 7n; rest > 0n; rest >>= 7n) bytes.unshift(Number(rest & 0x7fn) | 0x80)
  return bytes
}

/** UTCTime until 2049, GeneralizedTime after, as RFC 5280 asks. */
export function time(at: Date): Uint8Array {
  const digits = at.toISOString().replace(/[-:T]|\.\d+/g, '')
  if (at.getUTCFullYear() >= 2050) return element(0x18, Buffer.from(digits))
  return element(0x17, Buffer.from(digits.slice(2)))
}
