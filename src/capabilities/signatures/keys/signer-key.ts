import { fromBase64, toBase64 } from '../base64.ts'

/**
 * The built-in signer's key pair, sealed by the signing passphrase. Everything here runs in the signer's browser;
 * only the sealed key, the public key and finished signatures ever leave it.
 */
export interface SealedKey {
  readonly version: 1
  readonly derivation: 'PBKDF2-SHA-256'
  readonly iterations: number
  readonly salt: string
  readonly iv: string
  /** PKCS#8 under AES-256-GCM, base64 like salt and iv. */
  readonly box: string
}

export type SignerKeyProblem = 'passphrase.wrong' | 'sealedKey.unreadable'

export class SignerKeyError extends Error {
  readonly problem: SignerKeyProblem

  constructor(problem: SignerKeyProblem, options?: ErrorOptions) {
    super(problem, options)
    this.problem = problem
  }
}

/** The private half cannot be taken out of it. */
export interface SignerKey {
  readonly privateKey: CryptoKey
}

const iterations = 600_000
const algorithm = { name: 'ECDSA', namedCurve: 'P-256' } as const
const signature = { name: 'ECDSA', hash: 'SHA-256' } as const
const boundTo = new TextEncoder().encode('giao-uoc signer key v1')
const proofPrefix = new TextEncoder().encode('giao-uoc proof of key v1\n')

/** Makes a P-256 key pair. `publicKey` is SubjectPublicKeyInfo DER. */
export async function makeSignerKey(passphrase: string): Promise<{ publicKey: Uint8Array; sealed: SealedKey }> {
  const pair = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const publicKey = new Uint8Array(await crypto.subtle.exportKey('spki', pair.publicKey))
  const secret = new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey))
  const sealed = await seal(secret, passphrase)
  secret.fill(0)
  return { publicKey, sealed }
}

/** Throws SignerKeyError. */
export async function openSignerKey(sealed: SealedKey, passphrase: string): Promise<SignerKey> {
  const secret = await unseal(sealed, passphrase)
  const privateKey = await crypto.subtle.importKey('pkcs8', secret, algorithm, false, ['sign'])
  secret.fill(0)
  return { privateKey }
}

async function seal(secret: Uint8Array<ArrayBuffer>, passphrase: string): Promise<SealedKey> {
  const salt = crypto.getRandomValues(new Uint8Array(16))
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const key = await deriveKey(passphrase, salt, iterations)
  const box = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: boundTo }, key, secret)
  const texts = { salt: toBase64(salt), iv: toBase64(iv), box: toBase64(new Uint8Array(box)) }
  return { version: 1, derivation: 'PBKDF2-SHA-256', iterations, ...texts }
}

async function unseal(sealed: SealedKey, passphrase: string): Promise<Uint8Array<ArrayBuffer>> {
  const { salt, iv, box, rounds } = readSealed(sealed)
  const key = await deriveKey(passphrase, salt, rounds)
  try {
    const options = { name: 'AES-GCM', iv, additionalData: boundTo }
    return new Uint8Array(await crypto.subtle.decrypt(options, key, box))
  } catch (cause) {
    throw new SignerKeyError('passphrase.wrong', { cause })
  }
}

/** ECDSA with SHA-256 over the bytes; the result is r and s side by side, 64 bytes. */
export async function signWith(key: SignerKey, bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.sign(signature, key.privateKey, bytes))
}

/** Shows to the authority that the asker holds the key; never usable as a signature on a document. */
export function proveKey(key: SignerKey, challenge: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  return signWith(key, proofMessage(challenge))
}

/** What a proof of possession signs: a prefix no signed attributes begin with, and the challenge. */
export function proofMessage(challenge: Uint8Array): Uint8Array<ArrayBuffer> {
  const message = new Uint8Array(proofPrefix.length + challenge.length)
  message.set(proofPrefix)
  message.set(challenge, proofPrefix.length)
  return message
}

async function deriveKey(passphrase: string, salt: Uint8Array<ArrayBuffer>, rounds: number): Promise<CryptoKey> {
  const secret = new TextEncoder().encode(passphrase.normalize('NFC'))
  const base = await crypto.subtle.importKey('raw', secret, 'PBKDF2', false, ['deriveKey'])
  const derivation = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds }
  return crypto.subtle.deriveKey(derivation, base, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
}

function readSealed(sealed: SealedKey) {
  const { version, derivation, iterations: rounds } = sealed
  // A hostile server must not get a weakly sealed copy, nor hang the page.
  const known = version === 1 && derivation === 'PBKDF2-SHA-256' && rounds >= iterations && rounds <= 10_000_000
  if (!known) throw new SignerKeyError('sealedKey.unreadable')
  try {
    return { salt: fromBase64(sealed.salt), iv: fromBase64(sealed.iv), box: fromBase64(sealed.box), rounds }
  } catch (cause) {
    throw new SignerKeyError('sealedKey.unreadable', { cause })
  }
}
