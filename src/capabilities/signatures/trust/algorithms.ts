import { digestNames } from '../asn1/identifiers.ts'
import { Asn1Error, children, open, readHexInteger, readOid } from '../asn1/read.ts'
import type { Element } from '../asn1/read.ts'

export type DigestName = 'sha256' | 'sha384' | 'sha512'

/** One that is accepted; `digest` is null where the one named beside it counts. */
export interface SignatureAlgorithm {
  readonly family: 'rsa' | 'pss' | 'ecdsa'
  readonly digest: DigestName | null
  /** Bytes; of PSS alone. */
  readonly saltLength: number
}

const fixed = (family: 'rsa' | 'ecdsa', digest: DigestName | null): SignatureAlgorithm => ({
  family,
  digest,
  saltLength: 0,
})

/** The list of signature algorithms that are accepted, besides PSS; what is not here is not. */
const accepted: Readonly<Record<string, SignatureAlgorithm>> = {
  '1.2.840.113549.1.1.1': fixed('rsa', null),
  '1.2.840.113549.1.1.11': fixed('rsa', 'sha256'),
  '1.2.840.113549.1.1.12': fixed('rsa', 'sha384'),
  '1.2.840.113549.1.1.13': fixed('rsa', 'sha512'),
  '1.2.840.10045.4.3.2': fixed('ecdsa', 'sha256'),
  '1.2.840.10045.4.3.3': fixed('ecdsa', 'sha384'),
  '1.2.840.10045.4.3.4': fixed('ecdsa', 'sha512'),
}
const pss = '1.2.840.113549.1.1.10'
const mgf1 = '1.2.840.113549.1.1.8'
const digestBytes: Readonly<Record<DigestName, number>> = { sha256: 32, sha384: 48, sha512: 64 }
const longestSalt = 512

/** Of an AlgorithmIdentifier; null when it is none of those we accept. */
export function readAlgorithm(identifier: Element | undefined): SignatureAlgorithm | null {
  const [type, parameters] = open(identifier)
  const oid = readOid(type)
  return oid === pss ? readPss(parameters) : (accepted[oid] ?? null)
}

/** RFC 4055: what is left out stands for SHA-1, which is not accepted; mask and message share one digest. */
function readPss(parameters: Element | undefined): SignatureAlgorithm | null {
  if (parameters?.tag !== 0x30) return null
  const parts = new Map(open(parameters).map((part) => [part.tag, children(part)[0]]))
  const digest = digestOf(parts.get(0xa0))
  if (!digest || maskDigestOf(parts.get(0xa1)) !== digest || !hasPlainTrailer(parts)) return null
  const saltLength = parts.has(0xa2) ? readSmallInteger(parts.get(0xa2)) : 0
  return isSaneSalt(saltLength, digest) ? { family: 'pss', digest, saltLength } : null
}

const isSaneSalt = (length: number, digest: DigestName) => length >= digestBytes[digest] && length <= longestSalt

function maskDigestOf(mask: Element | undefined): DigestName | null {
  if (!mask) return null
  const [type, digest] = open(mask)
  return readOid(type) === mgf1 ? digestOf(digest) : null
}

const hasPlainTrailer = (parts: ReadonlyMap<number, Element | undefined>) =>
  !parts.has(0xa3) || readSmallInteger(parts.get(0xa3)) === 1

/** Of a digest's AlgorithmIdentifier; null when it is not accepted. */
export function digestOf(identifier: Element | undefined): DigestName | null {
  return identifier ? (digestNames[readOid(open(identifier)[0])] ?? null) : null
}

function readSmallInteger(element: Element | undefined): number {
  const hex = readHexInteger(element)
  if (hex.length > 6) throw new Asn1Error('integer')
  return Number(`0x${hex}`)
}
