import { verify, X509Certificate } from 'node:crypto'
import { expect, test } from 'vitest'
import { testDatabase } from '../../../../test/database.ts'
import { authorityTestPassphrase } from '../../../../test/signing.ts'
import { newId } from '#platform/id.ts'
import { authorityCertificate } from '../keys/authority.ts'
import { isInternal, isSeal, mandateOf, readCertificate } from '../trust/certificate.ts'
import { ensureAuthority } from './authorities.ts'
import { ensureSeal, sealCertificates } from './seals.ts'

const now = new Date('2023-02-20T02:00:00Z')
const words = new TextEncoder().encode('what the system recorded')

/** Each test has a secret of its own, and so a seal of its own. */
const pieces = () => ({ secretKey: newId(), tenantName: 'Tỉnh Hà Nam', isSample: true })

const isBy = (certificate: Uint8Array, signature: Uint8Array) =>
  verify('sha256', words, { key: new X509Certificate(certificate).publicKey, dsaEncoding: 'ieee-p1363' }, signature)

test('a seal that two needed first at the same moment is one, and signs as itself', async () => {
  const { other: db } = await testDatabase()
  const own = pieces()
  const [one, two] = await Promise.all([ensureSeal(db, own, now), ensureSeal(db, own, now)])
  expect(one.id).toBe(two.id)
  const signature = one.sign(words)
  expect(signature).toHaveLength(64)
  expect(isBy(two.certificate, signature)).toBe(true)
  expect((await sealCertificates(db)).map((der) => Buffer.from(der))).toContainEqual(one.certificate)
})

test('its certificate names the system, and neither a person nor a mandate', async () => {
  const { other: db } = await testDatabase()
  const certificate = readCertificate((await ensureSeal(db, pieces(), now)).certificate)
  expect(certificate.subject).toMatchObject({
    commonName: 'Hệ thống Giao Ước - Tỉnh Hà Nam',
    title: 'Hệ thống tự động ghi nhận',
  })
  expect([isSeal(certificate), isInternal(certificate), mandateOf(certificate)]).toEqual([true, true, null])
})

test('the same key gets a certificate of the authority once there is one, and keeps it', async () => {
  const { db } = await testDatabase()
  const own = { ...pieces(), passphrase: authorityTestPassphrase }
  const alone = await ensureSeal(db, { ...own, passphrase: undefined }, now)
  expect(new X509Certificate(alone.certificate).issuer).toBe(new X509Certificate(alone.certificate).subject)
  const authority = await ensureAuthority(db, { name: 'Tỉnh Hà Nam', passphrase: own.passphrase, isSample: true }, now)
  const mistaken = { ...own, passphrase: 'not the passphrase of the authority' }
  expect((await ensureSeal(db, mistaken, now)).id).toBe(alone.id)
  const issued = await ensureSeal(db, own, now)
  const root = new X509Certificate(authorityCertificate(authority.authority))
  expect(new X509Certificate(issued.certificate).verify(root.publicKey)).toBe(true)
  expect(isBy(alone.certificate, issued.sign(words))).toBe(true)
  expect((await ensureSeal(db, own, now)).id).toBe(issued.id)
  expect((await ensureSeal(db, { ...own, passphrase: undefined }, now)).id).toBe(issued.id)
})

test('another secret cannot open it: a new seal is made, and the old certificate is still known', async () => {
  const { other: db } = await testDatabase()
  const before = await ensureSeal(db, pieces(), now)
  const after = await ensureSeal(db, pieces(), now)
  expect(isBy(before.certificate, after.sign(words))).toBe(false)
  const known = (await sealCertificates(db)).map((der) => Buffer.from(der))
  expect(known).toEqual(expect.arrayContaining([before.certificate, after.certificate]))
})

test('an expired seal is followed by a new one', async () => {
  const { other: db } = await testDatabase()
  const own = pieces()
  const before = await ensureSeal(db, own, now)
  const after = await ensureSeal(db, own, new Date('2034-01-01T00:00:00Z'))
  expect(isBy(before.certificate, after.sign(words))).toBe(false)
})
