import { randomBytes } from 'node:crypto'
import { authorityCertificate, createAuthority, issueCertificate } from '../keys/authority.ts'
import type { Authority } from '../keys/authority.ts'
import { completeSignature } from '../signing/complete-signature.ts'
import { prepareFields } from '../signing/prepare-fields.ts'
import { prepareSignature } from '../signing/prepare-signature.ts'
import { proveKey, signWith } from '../keys/signer-key.ts'
import type { SignerKey } from '../keys/signer-key.ts'
import type { TimestampClient } from '../cms/timestamp.ts'
import { samplePaper, samplePlaces, sampleStamp } from './papers.ts'

export const passphrase = 'mật khẩu ký thử'

const units = [
  ['Nguyễn Thị Ngọc Ánh', 'Hội Liên hiệp Phụ nữ tỉnh', 'Chủ tịch'],
  ['Trần Văn Đạt', 'Ủy ban MTTQ Việt Nam tỉnh', 'Phó Chủ tịch'],
  ['Phạm Hữu Nghĩa', 'Hội Cựu chiến binh tỉnh', 'Chủ tịch'],
  ['Lê Quỳnh Như', 'Tỉnh Đoàn', 'Bí thư'],
  ['Đỗ Thùy Dương', 'Liên đoàn Lao động tỉnh', 'Phó Chủ tịch'],
  ['Vũ Khắc Tuyển', 'Hội Nông dân tỉnh', 'Chủ tịch'],
] as const

export interface TestSigner {
  readonly name: string
  readonly unit: string
  readonly key: SignerKey
  readonly certificate: Uint8Array
  readonly stamp: Uint8Array
}

export interface TestHouse {
  readonly authority: Authority
  readonly root: Uint8Array
  readonly signers: readonly TestSigner[]
}

/** An hour ago by the real clock, which the time stamps of `openssl ts` also go by. */
export const now = new Date(Date.now() - 3_600_000)
const later = new Date(now.getTime() + 365 * 86_400_000)

/** An authority and its six signers, each with a key of their own. */
export async function makeHouse(): Promise<TestHouse> {
  const authority = await createAuthority({ name: 'Khối thi đua thử nghiệm', passphrase, now })
  const signers: TestSigner[] = []
  for (const [index, unit] of units.entries()) signers.push(await makeSigner(authority, unit, index))
  return { authority, root: authorityCertificate(authority), signers }
}

/** As the browser makes it, without the slow sealing. */
async function makeUnsealedKey(): Promise<{ publicKey: Uint8Array; key: SignerKey }> {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify'])
  const publicKey = new Uint8Array(await crypto.subtle.exportKey('spki', pair.publicKey))
  return { publicKey, key: { privateKey: pair.privateKey } }
}

async function makeSigner(authority: Authority, unit: (typeof units)[number], index: number): Promise<TestSigner> {
  const [commonName, organization, title] = unit
  const { publicKey, key } = await makeUnsealedKey()
  const challenge = new Uint8Array(randomBytes(32))
  const proof = await proveKey(key, challenge)
  const subject = { commonName, organization, title, country: 'VN', serialNumber: null }
  const request = { publicKey, challenge, proof, subject, validFrom: now, validTo: later, passphrase }
  const certificate = await issueCertificate(authority, { ...request, mandateId: `uy-quyen-${index + 1}` })
  return { name: commonName, unit: organization, key, certificate, stamp: sampleStamp(commonName, organization) }
}

interface SignOptions {
  readonly field: string
  readonly certify: boolean
  readonly timestamp?: TimestampClient
}

export async function signAs(house: TestHouse, signer: TestSigner, pdf: Uint8Array, options: SignOptions) {
  const job = await prepareSignature(pdf, {
    field: options.field,
    certificate: signer.certificate,
    chain: [house.root],
    stamp: signer.stamp,
    signerName: signer.name,
    reason: 'Ký kết giao ước thi đua',
    location: 'Nam Định',
    signedAt: new Date('2026-11-23T02:00:00Z'),
    certify: options.certify,
  })
  const signature = await signWith(signer.key, new Uint8Array(job.signedAttributes))
  return completeSignature(job, signature, options.timestamp ? { timestamp: options.timestamp } : {})
}

/** The prepared paper and what it was after each signer in turn: 1 + as many as sign. */
export async function signInTurn(house: TestHouse, count: number, timestamp?: TimestampClient): Promise<Uint8Array[]> {
  const places = samplePlaces(house.signers.map(({ unit }) => unit))
  const revisions = [await prepareFields(samplePaper('Giao ước thi đua năm 2026'), places)]
  for (const [index, signer] of house.signers.slice(0, count).entries()) {
    const options = { field: `unit-${index + 1}`, certify: index === 0, ...(timestamp ? { timestamp } : {}) }
    revisions.push(await signAs(house, signer, revisions.at(-1) ?? new Uint8Array(), options))
  }
  return revisions
}
