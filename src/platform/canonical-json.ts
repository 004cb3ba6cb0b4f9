import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'

function toNfc<Value>(value: Value): Value {
  if (typeof value === 'string') return value.normalize('NFC') as Value
  if (Array.isArray(value)) return value.map(toNfc) as Value
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, toNfc(inner)])) as Value
  }
  return value
}

/** RFC 8785 JSON of a record, all text NFC: the same content always gives the same bytes. */
export function canonicalJson(record: object): string {
  const text = canonicalize(toNfc(record))
  if (text === undefined) throw new Error('a record is always a JSON object')
  return text
}

/** SHA-256 of the UTF-8 bytes of a canonical text, in hex: what is printed in a paper and signed. */
export const canonicalHash = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')
