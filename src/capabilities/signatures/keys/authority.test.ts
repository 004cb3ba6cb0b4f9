import { X509Certificate } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { Asn1Error } from '../asn1/read.ts'
import { authorityCertificate, createAuthority, issueCertificate } from './authority.ts'
import type { Authority, CertificateRequest } from './authority.ts'
import { isInternal, mandateOf, readCertificate, splitCertificates } from '../trust/certificate.ts'
import { proveKey } from './signer-key.ts'

const passphrase = 'khóa của khối, giữ ở ngoài'
const now = new Date('2026-11-23T01:00:00Z')
const year = 365 * 86_400_000
const challenge = new Uint8Array(32).fill(7)

let authority: Authority
let request: CertificateRequest

beforeAll(async () => {
  authority = await createAuthority({ name: 'Khối thi đua tỉnh Nam Định', passphrase, now })
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify'])
  request = {
    publicKey: new Uint8Array(await crypto.subtle.exportKey('spki', pair.publicKey)),
    challenge,
    proof: await proveKey({ privateKey: pair.privateKey }, challenge),
    subject: {
      commonName: 'Nguyễn Thị Ngọc Ánh'.normalize('NFD'),
      organization: 'Hội Liên hiệp Phụ nữ tỉnh',
      title: 'Chủ tịch',
      country: 'VN',
      serialNumber: null,
    },
    validFrom: now,
    validTo: new Date(now.getTime() + year),
    mandateId: 'uq-17',
    passphrase,
  }
})

const root = () => new X509Certificate(authorityCertificate(authority))

describe('the root', () => {
  test('is a self-signed authority for ten years', () => {
    expect(root().ca).toBe(true)
    expect(root().verify(root().publicKey)).toBe(true)
    expect(root().validToDate.toISOString()).toBe('2036-11-23T01:00:00.000Z')
    expect(readCertificate(authorityCertificate(authority)).subject.commonName).toBe('Khối thi đua tỉnh Nam Định')
  })

  test('survives JSON, its key sealed', async () => {
    const again = JSON.parse(JSON.stringify(authority)) as Authority
    await expect(issueCertificate(again, request)).resolves.toBeInstanceOf(Uint8Array)
    await expect(issueCertificate(again, { ...request, passphrase: 'khác' })).rejects.toThrow('passphrase.wrong')
  })
})

describe('an issued certificate', () => {
  test('is one that others check by the root', async () => {
    const issued = new X509Certificate(await issueCertificate(authority, request))
    expect(issued.checkIssued(root())).toBe(true)
    expect(issued.verify(root().publicKey)).toBe(true)
    expect(issued.ca).toBe(false)
  })

  test('names the signer in whole letters, the mandate and our policy', async () => {
    const issued = readCertificate(await issueCertificate(authority, request))
    expect(issued.subject).toEqual({ ...request.subject, commonName: 'Nguyễn Thị Ngọc Ánh' })
    expect(mandateOf(issued)).toBe('uq-17')
    expect(isInternal(issued)).toBe(true)
  })

  test('has a serial number of its own', async () => {
    const two = [await issueCertificate(authority, request), await issueCertificate(authority, request)]
    const [one, other] = two.map((der) => readCertificate(der).serial)
    expect(one).not.toBe(other)
    expect(one?.length).toBeGreaterThan(24)
  })

  test('is not given without the key, without a name, or for an impossible time', async () => {
    const refused: [Partial<CertificateRequest>, string][] = [
      [{ proof: new Uint8Array(64).fill(1) }, 'proof.wrong'],
      [{ challenge: new Uint8Array(32).fill(8) }, 'proof.wrong'],
      [{ publicKey: new Uint8Array(91) }, 'proof.wrong'],
      [{ subject: { ...request.subject, commonName: ' ' } }, 'subject.empty'],
      [{ validTo: now }, 'validity.wrong'],
      [{ validTo: new Date(now.getTime() + 11 * year) }, 'validity.wrong'],
    ]
    for (const [change, problem] of refused) {
      await expect(issueCertificate(authority, { ...request, ...change })).rejects.toThrow(problem)
    }
  })
})

test('certificates are read from DER and from a PEM file of several', () => {
  const der = authorityCertificate(authority)
  expect(splitCertificates(der)).toHaveLength(1)
  const two = splitCertificates(Buffer.from(`# gốc\n${root().toString()}\n${root().toString()}`))
  expect(two.map((one) => Buffer.from(one).equals(Buffer.from(der)))).toEqual([true, true])
  expect(() => splitCertificates(Buffer.from('không phải'))).toThrow(Asn1Error)
})
