import { randomBytes, randomFillSync } from 'node:crypto'

/** A UUID of version 7 (RFC 9562): unique across tenants, and rows made later sort later. */
export function newId(now: number = Date.now()): string {
  const bytes = randomFillSync(Buffer.alloc(16))
  bytes.writeUIntBE(now, 0, 6)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A code people read aloud and type: Crockford's base 32 has no I, L, O, U. 5 bits a letter. */
export function newCode(length: number): string {
  return Array.from(randomBytes(length), (byte) => crockford.charAt(byte & 31)).join('')
}

/** What a person typed, back to the code that was printed: spaces and dashes gone, look-alikes mended. */
export function readCode(typed: string): string {
  return typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/[OILU]/g, (letter) => ({ O: '0', I: '1', L: '1', U: 'V' })[letter] ?? letter)
}

/** Codes are printed in groups of four. */
export function printCode(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1-')
}
