import { createCipheriv, createDecipheriv, createPrivateKey, createPublicKey } from 'node:crypto'
import { generateKeyPairSync, hkdfSync, randomBytes } from 'node:crypto'
import type { KeyObject } from 'node:crypto'

/** PKCS#8 under AES-256-GCM, the key from the installation's secret by HKDF; bytes in base64. */
export interface SealedSealKey {
  readonly version: 1
  readonly derivation: 'HKDF-SHA-256'
  readonly salt: string
  readonly iv: string
  readonly box: string
}

const boundTo = Buffer.from('giao-uoc seal key v1')
const tagLength = 16

const keyFor = (secretKey: string, salt: Uint8Array) =>
  new Uint8Array(hkdfSync('sha256', Buffer.from(secretKey, 'utf8'), salt, boundTo, 32))

/** A P-256 key of the system itself. */
export function makeSealKey(): KeyObject {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
}

/** SubjectPublicKeyInfo, DER. */
export const publicPartOf = (key: KeyObject): Uint8Array => createPublicKey(key).export({ format: 'der', type: 'spki' })

export function sealKey(key: KeyObject, secretKey: string): SealedSealKey {
  const salt = randomBytes(16)
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyFor(secretKey, salt), iv).setAAD(boundTo)
  const secret = key.export({ format: 'der', type: 'pkcs8' })
  const box = Buffer.concat([cipher.update(secret), cipher.final(), cipher.getAuthTag()])
  const text = (bytes: Buffer) => bytes.toString('base64')
  return { version: 1, derivation: 'HKDF-SHA-256', salt: text(salt), iv: text(iv), box: text(box) }
}

/** `null` when it was sealed with another secret, or touched. */
export function openSealKey(sealed: SealedSealKey, secretKey: string): KeyObject | null {
  const [salt, iv, box] = [sealed.salt, sealed.iv, sealed.box].map((text) => Buffer.from(text, 'base64'))
  if (!salt || !iv || !box) return null
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyFor(secretKey, salt), iv).setAAD(boundTo)
    decipher.setAuthTag(box.subarray(-tagLength))
    const secret = Buffer.concat([decipher.update(box.subarray(0, -tagLength)), decipher.final()])
    return createPrivateKey({ key: secret, format: 'der', type: 'pkcs8' })
  } catch {
    return null
  }
}
