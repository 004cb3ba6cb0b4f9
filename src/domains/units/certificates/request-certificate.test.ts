import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { toBase64 } from '#capabilities/signatures/base64.ts'
import { readCertificate } from '#capabilities/signatures/trust/certificate.ts'
import { proveKey } from '#capabilities/signatures/keys/signer-key.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { Forbidden } from '#platform/errors.ts'
import { makeCast, morning } from '../../../../test/cast.ts'
import { testDatabase } from '../../../../test/database.ts'
import { authorityTestPassphrase, giveMandates, makeOpenKey } from '../../../../test/signing.ts'
import { openTestWeb } from '../../../../test/web.ts'
import { certificateChallenge } from './challenge.ts'
import { certificatePaths } from './paths.ts'
import { requestCertificate } from './request-certificate.ts'
import { certificateRoutes } from './routes.tsx'

const pieces = { passphrase: authorityTestPassphrase, tenantName: 'Tỉnh Nam Định', isSample: false, now: morning }

const routePieces = {
  passphrase: authorityTestPassphrase,
  isSample: false,
  announce: async () => {},
  sharesBloc: async () => false,
}

async function open() {
  const { db } = await testDatabase()
  const cast = await makeCast(db)
  const [leader] = await giveMandates(db, cast)
  if (leader === undefined) throw new Error('the cast has leaders')
  return { db, leader, mandate: leader.mandates[0]?.id ?? '' }
}

async function requestOf(mandate: string, { account }: Actor) {
  const { publicKey, sealed, key } = await makeOpenKey()
  const proof = await proveKey(key, new TextEncoder().encode(certificateChallenge(mandate, account)))
  return { mandate, publicKey: toBase64(publicKey), proof: toBase64(proof), sealedKey: sealed }
}

test('of two certificates asked for at the same moment the later replaces the earlier', async () => {
  const { db, leader, mandate } = await open()
  const asked = await Promise.all([requestOf(mandate, leader), requestOf(mandate, leader)])
  await Promise.all(asked.map((request) => requestCertificate(db, leader, request, pieces)))
  const kept = await db
    .selectFrom('signer_certificate')
    .select('revoked_reason')
    .where('mandate_id', '=', mandate)
    .execute()
  expect(kept.map((row) => row.revoked_reason)).toEqual(expect.arrayContaining([null, 'superseded']))
  expect(kept).toHaveLength(2)
})

/** Until some transaction of this tenant waits for another. */
async function someoneWaits(db: Db): Promise<void> {
  const waiting = sql`select from pg_stat_activity where usename = current_user and wait_event_type = 'Lock'`
  while ((await waiting.execute(db)).rows.length === 0) await new Promise((resolve) => setTimeout(resolve, 20))
}

test.each([
  ['ends', '2023-01-02', new Forbidden()],
  ['is given an end', '2023-03-01', { key: 'certificates.outOfTerm' }],
])('no certificate is issued on a mandate that %s while it is being asked for', async (_what, endedOn, reason) => {
  const { db, leader, mandate } = await open()
  const request = await requestOf(mandate, leader)
  const ended = { state: 'ended', ended_on: endedOn, ended_reason: 'Nghỉ hưu' } as const
  const asked = await db.transaction().execute(async (tx) => {
    await tx.updateTable('mandate').set(ended).where('id', '=', mandate).execute()
    const asking = Promise.allSettled([requestCertificate(db, leader, request, pieces)])
    await someoneWaits(db)
    return { asking }
  })
  expect(await asked.asking).toMatchObject([{ status: 'rejected', reason }])
})

test('a mandate whose end is set gives a certificate until then, not until the end of its term', async () => {
  const { db, leader, mandate } = await open()
  await db
    .updateTable('mandate')
    .set({ state: 'ended', ended_on: '2023-03-01', ended_reason: 'Nghỉ hưu' })
    .where('id', '=', mandate)
    .execute()
  await requestCertificate(db, leader, await requestOf(mandate, leader), pieces)
  const kept = await db
    .selectFrom('signer_certificate')
    .select('valid_to')
    .where('mandate_id', '=', mandate)
    .executeTakeFirstOrThrow()
  expect(kept.valid_to).toEqual(new Date('2023-02-28T23:59:59+07:00'))
})

test('another passphrase than the authority’s is not blamed on the person’s key', async () => {
  const { db, leader, mandate } = await open()
  await requestCertificate(db, leader, await requestOf(mandate, leader), pieces)
  const web = openTestWeb(db, certificateRoutes({ ...routePieces, passphrase: 'not the one of the authority' }))
  const request = await requestOf(mandate, leader)
  const answer = await web.as(leader).postJson(certificatePaths.request(mandate), request)
  expect(answer.status).toBe(422)
  expect(JSON.parse(answer.text)).toMatchObject({ problem: 'certificates.authorityClosed' })
})

test('a mandate that outlives the authority has a certificate until the authority’s last moment', async () => {
  const { db, leader, mandate } = await open()
  await db.updateTable('mandate').set({ to_on: '2060-12-31' }).where('id', '=', mandate).execute()
  await requestCertificate(db, leader, await requestOf(mandate, leader), pieces)
  const { certificate } = await db.selectFrom('certificate_authority').select('certificate').executeTakeFirstOrThrow()
  const issued = await db
    .selectFrom('signer_certificate')
    .select('valid_to')
    .where('mandate_id', '=', mandate)
    .executeTakeFirstOrThrow()
  expect(issued.valid_to).toEqual(readCertificate(certificate).notAfter)
})
