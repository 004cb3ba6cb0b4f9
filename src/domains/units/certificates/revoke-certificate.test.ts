import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { toBase64 } from '#capabilities/signatures/base64.ts'
import { findAuthority } from '#capabilities/signatures/keeping/authorities.ts'
import { certificatesOfMandates, usableCertificate } from '#capabilities/signatures/keeping/certificates.ts'
import { currentRevocationList, publishRevocationList } from '#capabilities/signatures/keeping/revocation-lists.ts'
import { proveKey } from '#capabilities/signatures/keys/signer-key.ts'
import { historyOf } from '#capabilities/audit/history.ts'
import type { Actor } from '#platform/actor.ts'
import { Forbidden } from '#platform/errors.ts'
import { makeCast, morning } from '../../../../test/cast.ts'
import { testDatabase } from '../../../../test/database.ts'
import { authorityTestPassphrase, giveMandates, makeOpenKey } from '../../../../test/signing.ts'
import { openTestWeb } from '../../../../test/web.ts'
import type { MandateFact } from '../mandates/mandate.ts'
import { certificateChallenge } from './challenge.ts'
import { certificatePaths } from './paths.ts'
import { requestCertificate } from './request-certificate.ts'
import { revokeCertificate } from './revoke-certificate.ts'
import { certificateRoutes } from './routes.tsx'

const listUrl = 'https://thidua.test/kiem-tra/thu-hoi.crl'
const pieces = {
  passphrase: authorityTestPassphrase,
  tenantName: 'Tỉnh Nam Định',
  isSample: false,
  now: morning,
  listUrl,
}
const folder = mkdtempSync('/tmp/gu-revocation-')
afterAll(() => rmSync(folder, { recursive: true }))

async function keyFor(mandate: string, { account }: Actor) {
  const { publicKey, sealed, key } = await makeOpenKey()
  const proof = await proveKey(key, new TextEncoder().encode(certificateChallenge(mandate, account)))
  return { mandate, publicKey: toBase64(publicKey), proof: toBase64(proof), sealedKey: sealed }
}

async function open() {
  const { db } = await testDatabase()
  const cast = await makeCast(db)
  const [binh, cuong] = await giveMandates(db, cast)
  if (!binh || !cuong) throw new Error('the cast has leaders')
  const mandate = binh.mandates[0]?.id ?? ''
  const request = await keyFor(mandate, binh)
  const { serial } = await requestCertificate(db, binh, request, pieces)
  const told: MandateFact[] = []
  const telling = {
    now: morning,
    announce: async (_tx: unknown, _now: Date, fact: MandateFact) => void told.push(fact),
  }
  return { db, cast, binh, cuong, mandate, request, serial, told, telling }
}

const lost = { reason: 'key_compromise' as const, note: 'Mất máy tính xách tay' }

test('the holder, the leader of the unit and the authority may revoke; another unit may not', async () => {
  const { db, cast, cuong, serial, told, telling, mandate } = await open()
  const input = { ...lost, serial }
  await expect(revokeCertificate(db, cuong, input, telling)).rejects.toThrow(Forbidden)
  await expect(revokeCertificate(db, cast.em, input, telling)).rejects.toThrow(Forbidden)
  const asleep = revokeCertificate(db, { ...cast.dung, steppedUpAt: null }, input, telling)
  await expect(asleep).rejects.toMatchObject({ reason: 'step-up' })
  await revokeCertificate(db, cast.dung, input, telling)
  expect(told.map(({ name }) => name)).toEqual(['mandates.certificateRevoked'])
  const [kept] = await certificatesOfMandates(db, [mandate])
  expect(kept).toMatchObject({ revoked_reason: 'key_compromise', revoked_by: cast.dung.account })
  expect((await historyOf(db, mandate)).map(({ action }) => action)).toContain('certificate.revoked')
})

test('what is revoked signs no more and cannot be revoked again, also not by two at once', async () => {
  const { db, binh, serial, telling, mandate } = await open()
  const both = [1, 2].map(() => revokeCertificate(db, binh, { ...lost, serial }, telling))
  const ends = (await Promise.allSettled(both)).map(({ status }) => status).toSorted()
  expect(ends).toEqual(['fulfilled', 'rejected'])
  await expect(revokeCertificate(db, binh, { ...lost, serial }, telling)).rejects.toMatchObject({
    key: 'certificates.alreadyOver',
  })
  expect(await usableCertificate(db, { account: binh.account, mandate, now: morning })).toBeUndefined()
})

test('a key that others may know is not certified again; one that was only replaced is', async () => {
  const { db, binh, serial, telling, request } = await open()
  await requestCertificate(db, binh, request, pieces)
  const again = await requestCertificate(db, binh, request, pieces)
  expect(again.serial).not.toBe(serial)
  await revokeCertificate(db, binh, { ...lost, serial: again.serial }, telling)
  await expect(requestCertificate(db, binh, request, pieces)).rejects.toMatchObject({
    key: 'certificates.keyCompromised',
  })
})

const openssl = (...words: string[]) => execFileSync('openssl', words, { encoding: 'utf8', stdio: 'pipe' })

test('openssl reads the published list: signed by the authority, the revoked certificate in it with its reason', async () => {
  const { db, binh, serial, telling } = await open()
  await revokeCertificate(db, binh, { ...lost, serial }, telling)
  expect(await publishRevocationList(db, authorityTestPassphrase, morning)).toBe(true)
  const published = await currentRevocationList(db)
  const kept = await findAuthority(db)
  writeFileSync(join(folder, 'list.crl'), published?.list ?? '')
  writeFileSync(join(folder, 'root.der'), Buffer.from(kept?.authority.certificate ?? '', 'base64'))
  openssl('x509', '-inform', 'DER', '-in', join(folder, 'root.der'), '-out', join(folder, 'root.pem'))
  const words = ['crl', '-inform', 'DER', '-in', join(folder, 'list.crl'), '-noout', '-text']
  const text = openssl(...words, '-CAfile', join(folder, 'root.pem'), '-verify')
  expect(text).toContain(`Serial Number: ${serial.toUpperCase()}`)
  expect(text).toContain('Key Compromise')
  expect(text).toContain('X509v3 Authority Key Identifier')
  expect(text).toMatch(/X509v3 CRL Number:\s+\d+/)
})

test('two lists made at once both appear: neither knows whether the other has the latest revocation', async () => {
  const { db } = await open()
  const both = [1, 2].map(() => publishRevocationList(db, authorityTestPassphrase, morning))
  expect(await Promise.all(both)).toEqual([true, true])
})

test('openssl refuses the revoked certificate by that list, and takes another', async () => {
  const { db, binh, cuong, serial, telling } = await open()
  const other = await requestCertificate(db, cuong, await keyFor(cuong.mandates[0]?.id ?? '', cuong), pieces)
  await revokeCertificate(db, binh, { ...lost, serial }, telling)
  await publishRevocationList(db, authorityTestPassphrase, morning)
  const rows = await db
    .selectFrom('signer_certificate')
    .select(['serial', 'certificate'])
    .where('serial', 'in', [serial, other.serial])
    .execute()
  const pem = (der: Uint8Array, kind: string) =>
    `-----BEGIN ${kind}-----\n${Buffer.from(der)
      .toString('base64')
      .replace(/.{64}(?=.)/g, '$&\n')}\n-----END ${kind}-----\n`
  const root = Buffer.from((await findAuthority(db))?.authority.certificate ?? '', 'base64')
  writeFileSync(join(folder, 'trust.pem'), pem(root, 'CERTIFICATE'))
  writeFileSync(join(folder, 'list.pem'), pem((await currentRevocationList(db))?.list ?? root, 'X509 CRL'))
  const verdicts = rows.map((row) => {
    writeFileSync(join(folder, 'signer.pem'), pem(row.certificate, 'CERTIFICATE'))
    const trust = ['-CAfile', join(folder, 'trust.pem'), '-CRLfile', join(folder, 'list.pem'), '-crl_check']
    try {
      return [
        row.serial,
        openssl('verify', '-attime', String(morning.getTime() / 1000), ...trust, join(folder, 'signer.pem')),
      ]
    } catch (error) {
      return [row.serial, String(error instanceof Error && 'stderr' in error ? error.stderr : error)]
    }
  })
  const said = Object.fromEntries(verdicts) as Record<string, string>
  expect(said[serial]).toContain('certificate revoked')
  expect(said[other.serial]).toContain('OK')
})

test('the page shows a certificate to those who see its mandate, and the list to anyone', async () => {
  const { db, binh, cuong, serial } = await open()
  await publishRevocationList(db, authorityTestPassphrase, morning)
  const web = openTestWeb(
    db,
    certificateRoutes({
      passphrase: authorityTestPassphrase,
      isSample: false,
      announce: async () => {},
      sharesBloc: async () => false,
    }),
  )
  expect((await web.as(cuong).get(certificatePaths.certificate(serial))).status).toBe(403)
  const page = await web.as(binh).get(certificatePaths.certificate(serial))
  expect(page.text).toContain('Thu hồi chứng thư')
  const blank = await web.as(binh).post(certificatePaths.revoke(serial), {})
  expect(blank.status).toBe(422)
  const done = await web.as(binh).post(certificatePaths.revoke(serial), lost)
  expect(done.status).toBe(303)
  expect((await web.as(binh).get(certificatePaths.certificate(serial))).text).toContain('Mất máy tính xách tay')
  expect((await web.as(null).get(certificatePaths.revocationList)).status).toBe(200)
})
