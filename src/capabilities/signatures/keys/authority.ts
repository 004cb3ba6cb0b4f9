import { createCipheriv, createDecipheriv, createPrivateKey, createPublicKey, randomBytes } from 'node:crypto'
import { generateKeyPairSync, scrypt, sign, verify } from 'node:crypto'
import type { KeyObject, ScryptOptions } from 'node:crypto'
import { proofMessage } from './signer-key.ts'
import { SigningError } from '../signing/signing-error.ts'
import { readCertificate } from '../trust/certificate.ts'
import { writeCertificate } from './certificate-write.ts'
import { writeRevocationList, type RevokedEntry } from './revocation-list-write.ts'
import type { Subject } from './certificate-write.ts'

/** A tenant's certificate authority, fit to be kept as JSON: its key is sealed, the rest is public. */
export interface Authority {
  readonly version: 1
  /** Self-signed root, DER in base64. */
  readonly certificate: string
  readonly key: SealedAuthorityKey
}

/** PKCS#8 under AES-256-GCM, the key from the passphrase by scrypt; bytes in base64. */
interface SealedAuthorityKey {
  readonly derivation: 'scrypt'
  readonly cost: number
  readonly salt: string
  readonly iv: string
  readonly box: string
}

export interface CertificateRequest {
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Uint8Array
  readonly challenge: Uint8Array
  /** What `proveKey` made of the challenge. */
  readonly proof: Uint8Array
  readonly subject: Subject
  readonly validFrom: Date
  readonly validTo: Date
  readonly mandateId: string
  /** Where the list of revoked certificates is fetched; absent, the certificate does not say. */
  readonly listUrl?: string | undefined
  readonly passphrase: string
}

const cost = 2 ** 17
const blockSize = 8
const boundTo = Buffer.from('giao-uoc authority key v1')
const years = 10

/** Makes a P-256 key and a root certificate valid for ten years. */
export async function createAuthority(input: { name: string; passphrase: string; now: Date }): Promise<Authority> {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const validTo = new Date(input.now)
  validTo.setUTCFullYear(validTo.getUTCFullYear() + years)
  const name = { commonName: input.name, organization: input.name, title: null, country: 'VN', serialNumber: null }
  const certificate = writeCertificate({
    kind: 'authority',
    subject: name,
    issuer: null,
    publicKey: publicKey.export({ format: 'der', type: 'spki' }),
    validFrom: input.now,
    validTo,
    sign: (bytes) => sign('sha256', bytes, privateKey),
  })
  const key = await seal(privateKey.export({ format: 'der', type: 'pkcs8' }), input.passphrase)
  return { version: 1, certificate: Buffer.from(certificate).toString('base64'), key }
}

export function authorityCertificate(authority: Authority): Uint8Array {
  return Buffer.from(authority.certificate, 'base64')
}

/** A signer's certificate, DER. Throws SigningError: wrong passphrase, wrong proof, no name, impossible validity. */
export async function issueCertificate(authority: Authority, request: CertificateRequest): Promise<Uint8Array> {
  demandProof(request)
  return issueUnder(authority, { ...request, kind: 'signer' })
}

type SealRequest = Omit<CertificateRequest, 'challenge' | 'proof' | 'mandateId'>

/** A certificate for the system's own key, which needs no proof: who asks made it. DER. */
export const issueSealCertificate = (authority: Authority, request: SealRequest): Promise<Uint8Array> =>
  issueUnder(authority, { ...request, kind: 'seal' })

type Issuing = SealRequest & ({ kind: 'seal' } | { kind: 'signer'; mandateId: string })

async function issueUnder(authority: Authority, { passphrase, ...request }: Issuing): Promise<Uint8Array> {
  const issuer = readCertificate(authorityCertificate(authority))
  const { validFrom, validTo, subject } = request
  if (!(validFrom < validTo) || validFrom < issuer.notBefore || validTo > issuer.notAfter) {
    throw new SigningError('validity.wrong')
  }
  if (subject.commonName.trim() === '') throw new SigningError('subject.empty')
  const key = await openKey(authority.key, passphrase)
  return writeCertificate({ ...request, issuer, sign: (bytes) => sign('sha256', bytes, key) })
}

export interface RevocationListRequest {
  readonly number: number
  readonly thisUpdate: Date
  readonly nextUpdate: Date
  readonly entries: readonly RevokedEntry[]
  readonly passphrase: string
}

/** The authority's list of revoked certificates, DER. Throws SigningError: wrong passphrase. */
export async function issueRevocationList(authority: Authority, request: RevocationListRequest): Promise<Uint8Array> {
  const { passphrase, ...parts } = request
  const key = await openKey(authority.key, passphrase)
  const issuer = readCertificate(authorityCertificate(authority))
  return writeRevocationList({ ...parts, issuer, sign: (bytes) => sign('sha256', bytes, key) })
}

/** The same authority with its key under another passphrase. Throws SigningError: wrong passphrase. */
export async function resealAuthority(authority: Authority, before: string, after: string): Promise<Authority> {
  const key = await openKey(authority.key, before)
  return { ...authority, key: await seal(key.export({ format: 'der', type: 'pkcs8' }), after) }
}

/** The asker must hold the key, and it must be of the one kind the built-in signer makes. */
function demandProof({ publicKey, challenge, proof }: CertificateRequest): void {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey), format: 'der', type: 'spki' })
    const isP256 = key.asymmetricKeyDetails?.namedCurve === 'prime256v1'
    if (isP256 && verify('sha256', proofMessage(challenge), { key, dsaEncoding: 'ieee-p1363' }, proof)) return
  } catch (cause) {
    throw new SigningError('proof.wrong', { cause })
  }
  throw new SigningError('proof.wrong')
}

async function seal(secret: Buffer, passphrase: string): Promise<SealedAuthorityKey> {
  const salt = randomBytes(16)
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', await deriveKey(passphrase, salt, cost), iv).setAAD(boundTo)
  const box = Buffer.concat([cipher.update(secret), cipher.final(), cipher.getAuthTag()])
  const text = (bytes: Buffer) => bytes.toString('base64')
  return { derivation: 'scrypt', cost, salt: text(salt), iv: text(iv), box: text(box) }
}

async function openKey(sealed: SealedAuthorityKey, passphrase: string): Promise<KeyObject> {
  const [salt, iv, box] = [sealed.salt, sealed.iv, sealed.box].map((text) => Buffer.from(text, 'base64'))
  const key = await deriveKey(passphrase, salt ?? Buffer.alloc(0), sealed.cost)
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, iv ?? Buffer.alloc(0)).setAAD(boundTo)
    const sealedBytes = box ?? Buffer.alloc(0)
    decipher.setAuthTag(sealedBytes.subarray(-16))
    const secret = Buffer.concat([decipher.update(sealedBytes.subarray(0, -16)), decipher.final()])
    return createPrivateKey({ key: secret, format: 'der', type: 'pkcs8' })
  } catch (cause) {
    throw new SigningError('passphrase.wrong', { cause })
  }
}

function deriveKey(passphrase: string, salt: Buffer, rounds: number): Promise<Buffer> {
  const options: ScryptOptions = { N: rounds, r: blockSize, p: 1, maxmem: 256 * rounds * blockSize }
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>()
  scrypt(passphrase.normalize('NFC'), salt, 32, options, (error, key) => (error ? reject(error) : resolve(key)))
  return promise
}
