import { createHash } from 'node:crypto'
import { raw } from '../pdf/value.ts'
import { SigningError } from '../signing/signing-error.ts'

/** Start and length of the two parts of a file around the hex of a signature. */
export type ByteRange = readonly [number, number, number, number]

/** Room for the CMS in hex: certificates, signature and timestamp are about 7 kB. */
const reservedBytes = 16_384
const rangePlaceholder = `[0 ${'0'.repeat(10)} ${'0'.repeat(10)} ${'0'.repeat(10)}]`

/** The entries of a signature dictionary that are filled once the rest is written. */
export const emptyGap = {
  ByteRange: raw(rangePlaceholder),
  Contents: raw(`<${'0'.repeat(reservedBytes * 2)}>`),
}

/** Writes the range in place of its placeholder, padded so that nothing moves. */
export function placeGap(bytes: Uint8Array, from: number): ByteRange {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const start = text.indexOf('/Contents <', from) + '/Contents '.length
  const end = start + reservedBytes * 2 + 2
  const range: ByteRange = [0, start, end, bytes.length - end]
  const written = `[${range.join(' ')}]`.padEnd(rangePlaceholder.length)
  text.write(written, text.indexOf(rangePlaceholder, from), 'latin1')
  return range
}

/** SHA-256 of the two parts. */
export function digestOf(bytes: Uint8Array, [from, length, again, rest]: ByteRange): Uint8Array {
  const hash = createHash('sha256').update(bytes.subarray(from, from + length))
  return hash.update(bytes.subarray(again, again + rest)).digest()
}

/** A copy with the CMS in its gap. Throws SigningError when it is larger than the gap. */
export function fillGap(prepared: Uint8Array, [, start, end]: ByteRange, cms: Uint8Array): Buffer {
  if (cms.length * 2 > end - start - 2) throw new SigningError('signature.tooLarge')
  const filled = Buffer.from(prepared)
  filled.write(Buffer.from(cms).toString('hex').toUpperCase(), start + 1, 'latin1')
  return filled
}
