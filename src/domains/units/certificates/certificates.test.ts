import { beforeAll, expect, test } from 'vitest'
import { toBase64 } from '#capabilities/signatures/base64.ts'
import { certificatesOfMandates, revokeCertificates } from '#capabilities/signatures/keeping/certificates.ts'
import {
  makeSignerKey,
  openSignerKey,
  proveKey,
  type SealedKey,
  type SignerKey,
} from '#capabilities/signatures/keys/signer-key.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { Forbidden } from '#platform/errors.ts'
import { makeCast, morning } from '../../../../test/cast.ts'
import { testDatabase } from '../../../../test/database.ts'
import { authorityTestPassphrase, giveMandates } from '../../../../test/signing.ts'
import { openTestWeb } from '../../../../test/web.ts'
import { certificateChallenge } from './challenge.ts'
import { requestCertificate } from './request-certificate.ts'
import { certificateRoutes } from './routes.tsx'

let db: Db
let made: { publicKey: Uint8Array; sealed: SealedKey; key: SignerKey }

beforeAll(async () => {
  db = (await testDatabase()).db
  const { publicKey, sealed } = await makeSignerKey('mật khẩu ký thử')
  made = { publicKey, sealed, key: await openSignerKey(sealed, 'mật khẩu ký thử') }
})

const pieces = { now: morning, passphrase: authorityTestPassphrase, tenantName: 'Tỉnh Nam Định', isSample: false }
const routePieces = {
  passphrase: authorityTestPassphrase,
  isSample: false,
  announce: async () => {},
  sharesBloc: async () => false,
}

const mandateOf = (actor: Actor) => actor.mandates[0]?.id ?? ''

async function requestFor(actor: Actor, challenge = certificateChallenge(mandateOf(actor), actor.account)) {
  const proof = toBase64(await proveKey(made.key, new TextEncoder().encode(challenge)))
  return { mandate: mandateOf(actor), publicKey: toBase64(made.publicKey), proof, sealedKey: made.sealed }
}

async function holders() {
  const [binh, cuong] = await giveMandates(db, await makeCast(db))
  if (!binh || !cuong) throw new Error('the cast has leaders')
  return { binh, cuong }
}

test('the holder of a mandate to sign gets a certificate until the last moment of its last day', async () => {
  const { binh } = await holders()
  const { serial } = await requestCertificate(db, binh, await requestFor(binh), pieces)
  const [kept] = await certificatesOfMandates(db, [mandateOf(binh)])
  expect(kept).toMatchObject({ serial, revoked_at: null, valid_to: new Date('2027-12-31T23:59:59+07:00') })
})

test('nobody gets a certificate for the mandate of another, or without the password of the last minutes', async () => {
  const { binh, cuong } = await holders()
  await expect(requestCertificate(db, cuong, await requestFor(binh), pieces)).rejects.toThrow(Forbidden)
  const asleep = requestCertificate(db, { ...binh, steppedUpAt: null }, await requestFor(binh), pieces)
  await expect(asleep).rejects.toMatchObject({ reason: 'step-up' })
  expect(await certificatesOfMandates(db, [mandateOf(binh)])).toEqual([])
})

test('a proof made for another account is none', async () => {
  const { binh, cuong } = await holders()
  const borrowed = await requestFor(binh, certificateChallenge(mandateOf(binh), cuong.account))
  await expect(requestCertificate(db, binh, borrowed, pieces)).rejects.toMatchObject({ problem: 'proof.wrong' })
})

test('without the operator’s passphrase, or with a wrong one, nothing is issued', async () => {
  const { binh } = await holders()
  const request = await requestFor(binh)
  const absent = requestCertificate(db, binh, request, { ...pieces, passphrase: undefined })
  await expect(absent).rejects.toMatchObject({ key: 'certificates.noAuthority' })
  await requestCertificate(db, binh, request, pieces)
  const wrong = requestCertificate(db, binh, request, { ...pieces, passphrase: 'another passphrase' })
  await expect(wrong).rejects.toMatchObject({ problem: 'passphrase.wrong' })
})

test('a new certificate replaces the one before; an ended mandate leaves none', async () => {
  const { binh } = await holders()
  await requestCertificate(db, binh, await requestFor(binh), pieces)
  await requestCertificate(db, binh, await requestFor(binh), pieces)
  const reasons = async () =>
    (await certificatesOfMandates(db, [mandateOf(binh)]))
      .map(({ revoked_reason: reason }) => reason ?? 'in force')
      .sort()
  expect(await reasons()).toEqual(['in force', 'superseded'])
  await db
    .transaction()
    .execute((tx) => revokeCertificates(tx, mandateOf(binh), { reason: 'cessation_of_operation', at: morning }))
  expect(await reasons()).toEqual(['cessation_of_operation', 'superseded'])
})

test('the page shows each mandate to sign, and takes a key only as our own script seals it', async () => {
  const { binh } = await holders()
  const web = openTestWeb(db, certificateRoutes(routePieces))
  expect((await web.as(binh).get('/chu-ky-cua-toi')).text).toContain('make-key')
  const path = `/chu-ky-cua-toi/${mandateOf(binh)}`
  const { mandate: _mandate, ...request } = await requestFor(binh)
  const weak = await web.as(binh).postJson(path, { ...request, sealedKey: { ...made.sealed, iterations: 1000 } })
  expect([weak.status, JSON.parse(weak.text)]).toEqual([
    422,
    expect.objectContaining({ problem: 'certificates.unreadable' }),
  ])
  expect((await web.as(binh).postJson(path, request)).status).toBe(200)
  expect((await web.as(binh).get('/chu-ky-cua-toi')).text).toContain('có hiệu lực từ 20/02/2023')
})
