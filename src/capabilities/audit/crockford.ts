const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Crockford's base 32: no sign that paper, mail or a tired reader takes for another, and no hyphen to lose. */
export function toCrockford(bytes: Uint8Array): string {
  let bits = 0n
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte)
  const length = crockfordLength(bytes.length)
  bits <<= BigInt(length * 5 - bytes.length * 8)
  return Array.from({ length }, (_, place) =>
    signs.charAt(Number((bits >> BigInt((length - 1 - place) * 5)) & 31n)),
  ).join('')
}

/** Signs that so many bytes take. */
export const crockfordLength = (bytes: number) => Math.ceil((bytes * 8) / 5)

/** Throws RangeError for a sign that is none, a wrong length, or bits where none belong. */
export function fromCrockford(text: string, length: number): Uint8Array {
  const plain = text.toUpperCase().replaceAll('O', '0').replaceAll(/[IL]/g, '1')
  if (plain.length !== crockfordLength(length)) throw new RangeError('length')
  let bits = 0n
  for (const sign of plain) {
    const value = signs.indexOf(sign)
    if (value < 0) throw new RangeError('sign')
    bits = (bits << 5n) | BigInt(value)
  }
  const rest = BigInt(plain.length * 5 - length * 8)
  if (bits & ((1n << rest) - 1n)) throw new RangeError('rest')
  bits >>= rest
  return Uint8Array.from({ length }, (_, place) => Number((bits >> BigInt((length - 1 - place) * 8)) & 255n))
}
