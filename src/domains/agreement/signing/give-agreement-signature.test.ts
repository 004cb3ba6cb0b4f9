import { expect, test } from 'vitest'
import { toBase64 } from '#capabilities/signatures/base64.ts'
import { revokeCertificates } from '#capabilities/signatures/keeping/certificates.ts'
import { revisionsOf } from '#capabilities/signatures/keeping/documents.ts'
import { signWith } from '#capabilities/signatures/keys/signer-key.ts'
import { timestampClient } from '#capabilities/signatures/cms/timestamp.ts'
import { makeCast, morning } from '../../../../test/cast.ts'
import { testDatabase } from '../../../../test/database.ts'
import {
  freezeTestAgreement,
  giveMandates,
  makeTestSigner,
  memoryFiles,
  testRenderer,
} from '../../../../test/signing.ts'
import { openTestWeb } from '../../../../test/web.ts'
import { paths } from '../paths.ts'
import { agreementById, signersOf } from '../queries.ts'
import { beginSignature } from './begin-signature.ts'
import { giveAgreementSignature } from './give-agreement-signature.ts'
import { signingRoutes } from './routes.tsx'

/** The first leader holds the turn, and has signed what the paper asked for. */
async function turnOfFirst() {
  const { db } = await testDatabase()
  const cast = await makeCast(db)
  const [actor] = await giveMandates(db, cast)
  if (actor === undefined) throw new Error('the cast has leaders')
  const files = memoryFiles()
  const agreement = await freezeTestAgreement(db, cast, files)
  const key = await makeTestSigner(db, actor)
  const { job, signedAttributes } = await beginSignature(
    db,
    actor,
    { agreement },
    { now: morning, files, renderer: testRenderer() },
  )
  const signature = toBase64(await signWith(key, new Uint8Array(signedAttributes)))
  const document = (await agreementById(db, agreement)).document_id ?? ''
  const states = async () => ({
    revisions: (await revisionsOf(db, document)).length,
    first: (await signersOf(db, agreement))[0]?.state,
  })
  return { db, cast, actor, files, key, given: { agreement, job, signature }, states }
}

test('a certificate revoked in the middle of a turn signs nothing any more', async () => {
  const { db, actor, files, given, states } = await turnOfFirst()
  const mandate = actor.mandates[0]?.id ?? ''
  await db
    .transaction()
    .execute((tx) => revokeCertificates(tx, mandate, { reason: 'cessation_of_operation', at: morning }))
  await expect(giveAgreementSignature(db, actor, given, { now: morning, files })).rejects.toMatchObject({
    key: 'signatures.certificateOver',
  })
  expect(await states()).toEqual({ revisions: 1, first: 'waiting' })
})

test('a certificate replaced in the middle of a turn signs nothing either', async () => {
  const { db, actor, files, given, states } = await turnOfFirst()
  await makeTestSigner(db, actor)
  await expect(giveAgreementSignature(db, actor, given, { now: morning, files })).rejects.toMatchObject({
    key: 'signatures.certificateOver',
  })
  expect(await states()).toEqual({ revisions: 1, first: 'waiting' })
})

test('two answers to one turn, at the same moment, sign once', async () => {
  const { db, actor, files, given, states } = await turnOfFirst()
  const give = () => giveAgreementSignature(db, actor, given, { now: morning, files })
  const results = await Promise.allSettled([give(), give()])
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await states()).toEqual({ revisions: 2, first: 'signed' })
})

test('a time stamp service that does not answer is named, and the turn can be used again', async () => {
  const { db, cast, actor, files, given, states } = await turnOfFirst()
  const pieces = { files, renderer: testRenderer(), baseUrl: () => 'http://namdinh.test' }
  const at = paths.signature(cast.blocSlug, '2023')
  const body = { job: given.job, signature: given.signature }
  const silent = timestampClient({ url: 'http://127.0.0.1:1/' })
  const refused = await openTestWeb(db, signingRoutes({ ...pieces, timestamp: silent }))
    .as(actor)
    .postJson(at, body)
  expect([refused.status, JSON.parse(refused.text).problem]).toEqual([422, 'signatures.noTimestamp'])
  expect(await states()).toEqual({ revisions: 1, first: 'waiting' })
  expect((await openTestWeb(db, signingRoutes(pieces)).as(actor).postJson(at, body)).status).toBe(200)
})
