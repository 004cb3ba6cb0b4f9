import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

interface Sealing {
  /** The installation's secret. */
  secretKey: string
  /** Each purpose has a key of its own. */
  purpose: string
  /** What the content is of: sealed for one account it does not open for another. */
  about: string
}

const [ivLength, tagLength] = [12, 16]

const keyFor = (secretKey: string, purpose: string) =>
  new Uint8Array(hkdfSync('sha256', Buffer.from(secretKey, 'utf8'), Buffer.alloc(0), `giao-uoc ${purpose}`, 32))

/** AES-256-GCM: iv, box, tag. */
export function sealBytes(content: Uint8Array, { secretKey, purpose, about }: Sealing): Buffer {
  const iv = randomBytes(ivLength)
  const cipher = createCipheriv('aes-256-gcm', keyFor(secretKey, purpose), iv).setAAD(Buffer.from(about, 'utf8'))
  return Buffer.concat([iv, cipher.update(content), cipher.final(), cipher.getAuthTag()])
}

/** `null` when it was sealed with another secret, for another purpose or thing, or touched. */
export function openSealed(sealed: Uint8Array, { secretKey, purpose, about }: Sealing): Buffer | null {
  if (sealed.length < ivLength + tagLength) return null
  const key = keyFor(secretKey, purpose)
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, ivLength)).setAAD(Buffer.from(about, 'utf8'))
  decipher.setAuthTag(sealed.subarray(-tagLength))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(ivLength, -tagLength)), decipher.final()])
  } catch {
    return null
  }
}

/** HMAC-SHA-256 under a key of this purpose. */
export const markOf = (text: string, { secretKey, purpose }: Omit<Sealing, 'about'>) =>
  createHmac('sha256', keyFor(secretKey, purpose)).update(text, 'utf8').digest()
