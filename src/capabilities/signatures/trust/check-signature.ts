import { constants, verify } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import type { DigestName, SignatureAlgorithm } from './algorithms.ts'

const curves: Readonly<Record<string, string>> = {
  prime256v1: 'P-256',
  secp384r1: 'P-384',
  secp521r1: 'P-521',
}
/** Bits; a larger modulus only costs time. */
const modulus = { least: 2048, most: 16_384 } as const
const leastExponent = 3n

/** RSA from 2048 bits, ECDSA on P-256, P-384 or P-521. */
export function isStrongKey(key: KeyObject): boolean {
  if (isRsa(key)) return isStrongRsa(key)
  return key.asymmetricKeyType === 'ec' && curves[key.asymmetricKeyDetails?.namedCurve ?? ''] !== undefined
}

function isStrongRsa({ asymmetricKeyDetails }: KeyObject): boolean {
  const { modulusLength = 0, publicExponent = 0n } = asymmetricKeyDetails ?? {}
  return modulusLength >= modulus.least && modulusLength <= modulus.most && publicExponent >= leastExponent
}

const isRsa = ({ asymmetricKeyType }: KeyObject) => asymmetricKeyType === 'rsa' || asymmetricKeyType === 'rsa-pss'

/** For people: `RSA 2048`, `ECDSA P-256`. */
export function describeKey(key: KeyObject): string {
  const { modulusLength = 0, namedCurve = '' } = key.asymmetricKeyDetails ?? {}
  if (isRsa(key)) return `RSA ${modulusLength}`
  const curve = curves[namedCurve]
  return curve ? `ECDSA ${curve}` : (key.asymmetricKeyType ?? '?')
}

export interface SignedBytes {
  readonly key: KeyObject
  /** Null: one that is not accepted. */
  readonly algorithm: SignatureAlgorithm | null
  /** The digest named beside the algorithm, for algorithms that fix none themselves. */
  readonly digest: DigestName | null
  readonly bytes: Uint8Array
  readonly signature: Uint8Array
}

export type SignatureCheck = 'right' | 'wrong' | 'unsupported'

export function checkSignature(signed: SignedBytes): SignatureCheck {
  const { key, algorithm } = signed
  const hash = algorithm?.digest ?? signed.digest
  if (!algorithm || !hash || !isStrongKey(key) || !fits(key, algorithm)) return 'unsupported'
  return isRight(signed, hash, algorithm) ? 'right' : 'wrong'
}

function isRight({ key, bytes, signature }: SignedBytes, hash: DigestName, algorithm: SignatureAlgorithm): boolean {
  const { family, saltLength } = algorithm
  const padding = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength }
  try {
    return verify(hash, bytes, { key, ...(family === 'pss' ? padding : {}) }, signature)
  } catch {
    return false
  }
}

/** A key made for PSS alone (RFC 4055) signs nothing else. */
function fits({ asymmetricKeyType }: KeyObject, { family }: SignatureAlgorithm): boolean {
  if (family === 'ecdsa') return asymmetricKeyType === 'ec'
  return asymmetricKeyType === 'rsa' || (family === 'pss' && asymmetricKeyType === 'rsa-pss')
}
