import { verify } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { signatureDigests } from './asn1/identifiers.ts'

const curves = new Set(['prime256v1', 'secp384r1'])
const leastModulus = 2048

/** RSA from 2048 bits, ECDSA on P-256 or P-384. */
export function isStrongKey(key: KeyObject): boolean {
  const { modulusLength = 0, namedCurve = '' } = key.asymmetricKeyDetails ?? {}
  if (key.asymmetricKeyType === 'rsa') return modulusLength >= leastModulus
  return key.asymmetricKeyType === 'ec' && curves.has(namedCurve)
}

/** For people: `RSA 2048`, `ECDSA P-256`. */
export function describeKey(key: KeyObject): string {
  const { modulusLength = 0, namedCurve = '' } = key.asymmetricKeyDetails ?? {}
  if (key.asymmetricKeyType === 'rsa') return `RSA ${modulusLength}`
  if (namedCurve === 'prime256v1') return 'ECDSA P-256'
  return namedCurve === 'secp384r1' ? 'ECDSA P-384' : (key.asymmetricKeyType ?? '?')
}

export interface SignedBytes {
  readonly key: KeyObject
  readonly signatureOid: string
  /** The digest named beside the algorithm, for algorithms that fix none themselves. */
  readonly digest: string | null
  readonly bytes: Uint8Array
  readonly signature: Uint8Array
}

export type SignatureCheck = 'right' | 'wrong' | 'unsupported'

export function checkSignature({ key, signatureOid, digest, bytes, signature }: SignedBytes): SignatureCheck {
  const fixed = signatureDigests[signatureOid]
  if (fixed === undefined || !isStrongKey(key)) return 'unsupported'
  if (signatureOid.startsWith('1.2.840.10045') !== (key.asymmetricKeyType === 'ec')) return 'unsupported'
  const hash = fixed ?? digest
  if (hash === null) return 'unsupported'
  return verify(hash, bytes, key, signature) ? 'right' : 'wrong'
}
