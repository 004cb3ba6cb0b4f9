import { expect, test } from 'vitest'
import { latestRevision, revisionsOf } from '#capabilities/signatures/keeping/documents.ts'
import { trustedRoots } from '#capabilities/signatures/keeping/authorities.ts'
import { revokeCertificates } from '#capabilities/signatures/keeping/certificates.ts'
import { toBase64 } from '#capabilities/signatures/base64.ts'
import { signWith, type SignerKey } from '#capabilities/signatures/keys/signer-key.ts'
import { verifyPdf } from '#capabilities/signatures/verify-pdf.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { Forbidden, NotFound, RuleViolation } from '#platform/errors.ts'
import { makeCast, morning } from '../../../../test/cast.ts'
import { testDatabase } from '../../../../test/database.ts'
import {
  freezeTestAgreement,
  giveMandates,
  makeTestSigner,
  memoryFiles,
  signAsTest,
  testRenderer,
} from '../../../../test/signing.ts'
import { agreementById, signersOf } from '../queries.ts'
import { beginSignature } from './begin-signature.ts'
import { giveAgreementSignature } from './give-agreement-signature.ts'
import { openNextVersion } from './open-next-version.ts'
import { refuseSigning } from './refuse-signing.ts'
import { remindSigners } from './remind-signers.ts'
import { unfreezeAgreement } from '../drafting/unfreeze-agreement.ts'

async function frozen() {
  const { db } = await testDatabase()
  const cast = await makeCast(db)
  const leaders = await giveMandates(db, cast)
  const files = memoryFiles()
  const agreement = await freezeTestAgreement(db, cast, files)
  const document = (await agreementById(db, agreement)).document_id ?? ''
  return { db, cast, leaders, files, agreement, document }
}

async function withSigners(db: Db, leaders: readonly Actor[]): Promise<{ actor: Actor; key: SignerKey }[]> {
  return Promise.all(leaders.map(async (actor) => ({ actor, key: await makeTestSigner(db, actor) })))
}

const busy = (error: unknown) => error instanceof RuleViolation && error.key === 'signatures.busy'

/** As the browser does: whoever does not get the turn asks again. */
async function signWhenFree(...[db, actor, key, test]: Parameters<typeof signAsTest>): Promise<void> {
  for (;;) {
    try {
      await signAsTest(db, actor, key, test)
      return
    } catch (error) {
      if (!busy(error)) throw error
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
}

test('six people who sign at the same moment all succeed in turn, and the paper verifies', async () => {
  const { db, leaders, files, agreement, document } = await frozen()
  const signers = await withSigners(db, leaders)
  await Promise.all(signers.map(({ actor, key }) => signWhenFree(db, actor, key, { agreement, files })))
  expect((await agreementById(db, agreement)).state).toBe('signed')
  expect((await revisionsOf(db, document)).map(({ number }) => number)).toEqual([0, 1, 2, 3, 4, 5, 6])
  const pdf = await files.get((await latestRevision(db, document)).sha256)
  const known = (await revisionsOf(db, document)).map(({ sha256, length }) => ({ sha256, length }))
  const report = await verifyPdf(pdf, { trust: await trustedRoots(db), knownRevisions: known, at: morning })
  expect(report).toMatchObject({ fields: { prepared: 6, signed: 6 }, verdict: 'valid' })
})

test('the signing stop of the road is done with the last signature, each unit’s task closes, and the head is asked about the dates in it', async () => {
  const { db, cast, leaders, files, agreement } = await frozen()
  const stop = () =>
    db
      .selectFrom('bloc_year_stop')
      .select('state')
      .where('bloc_year_id', '=', cast.blocYear)
      .where('stop', '=', 'signing')
      .executeTakeFirstOrThrow()
  for (const { actor, key } of await withSigners(db, leaders)) {
    expect((await stop()).state).not.toBe('done')
    await signAsTest(db, actor, key, { agreement, files })
  }
  expect((await stop()).state).toBe('done')
  const open = await db
    .selectFrom('task')
    .select('kind')
    .where('bloc_year_id', '=', cast.blocYear)
    .where('closed_at', 'is', null)
    .execute()
  expect(open).toEqual([{ kind: 'agreement.dates' }])
})

test('only the person named at the freezing signs, by a mandate in force and after the password', async () => {
  const { db, cast, leaders, files, agreement } = await frozen()
  const [binh] = leaders
  if (!binh) throw new Error('the cast has leaders')
  const pieces = { now: morning, files, renderer: testRenderer() }
  await expect(beginSignature(db, binh, { agreement }, pieces)).rejects.toMatchObject({
    key: 'signatures.noCertificate',
  })
  await makeTestSigner(db, binh)
  await expect(beginSignature(db, { ...binh, steppedUpAt: null }, { agreement }, pieces)).rejects.toMatchObject({
    reason: 'step-up',
  })
  await expect(beginSignature(db, { ...binh, mandates: [] }, { agreement }, pieces)).rejects.toThrow(Forbidden)
  for (const other of [cast.chi, cast.dung, cast.em]) {
    await expect(beginSignature(db, other, { agreement }, pieces)).rejects.toThrow(Forbidden)
  }
})

test('a signature by another key is refused and leaves nothing behind', async () => {
  const { db, leaders, files, agreement, document } = await frozen()
  const [first, second] = await withSigners(db, leaders.slice(0, 2))
  if (!first || !second) throw new Error('two signers')
  const turn = await beginSignature(db, first.actor, { agreement }, { now: morning, files, renderer: testRenderer() })
  const forged = toBase64(await signWith(second.key, new Uint8Array(turn.signedAttributes)))
  const give = (actor: Actor, signature: string) =>
    giveAgreementSignature(db, actor, { agreement, job: turn.job, signature }, { now: morning, files })
  await expect(give(first.actor, forged)).rejects.toMatchObject({ problem: 'signature.wrongKey' })
  await expect(give(second.actor, forged)).rejects.toThrow(NotFound)
  expect(await revisionsOf(db, document)).toHaveLength(1)
  await give(first.actor, toBase64(await signWith(first.key, new Uint8Array(turn.signedAttributes))))
  expect(await revisionsOf(db, document)).toHaveLength(2)
})

test('a turn that was not used in a minute is over, and the next signer gets it', async () => {
  const { db, leaders, files, agreement } = await frozen()
  const [slow, quick] = await withSigners(db, leaders.slice(0, 2))
  if (!slow || !quick) throw new Error('two signers')
  const turn = await beginSignature(db, slow.actor, { agreement }, { now: morning, files, renderer: testRenderer() })
  const signature = toBase64(await signWith(slow.key, new Uint8Array(turn.signedAttributes)))
  await expect(signAsTest(db, quick.actor, quick.key, { agreement, files })).rejects.toMatchObject({
    key: 'signatures.busy',
  })
  const later = new Date(morning.getTime() + 61_000)
  await signAsTest(db, quick.actor, quick.key, { agreement, files, now: later })
  const late = giveAgreementSignature(db, slow.actor, { agreement, job: turn.job, signature }, { now: later, files })
  await expect(late).rejects.toMatchObject({ key: 'signatures.turnIsOver' })
})

test('nobody signs twice, nor with a revoked certificate', async () => {
  const { db, leaders, files, agreement } = await frozen()
  const [first, second] = await withSigners(db, leaders.slice(0, 2))
  if (!first || !second) throw new Error('two signers')
  await signAsTest(db, first.actor, first.key, { agreement, files })
  await expect(signAsTest(db, first.actor, first.key, { agreement, files })).rejects.toMatchObject({
    key: 'agreement.alreadyDecided',
  })
  await db
    .transaction()
    .execute((tx) =>
      revokeCertificates(tx, second.actor.mandates[0]?.id ?? '', { reason: 'cessation_of_operation', at: morning }),
    )
  await expect(signAsTest(db, second.actor, second.key, { agreement, files })).rejects.toMatchObject({
    key: 'signatures.noCertificate',
  })
})

test('a refusal with its reason ends the signing; the next version keeps the void signatures', async () => {
  const { db, cast, leaders, files, agreement, document } = await frozen()
  const [first, second, third] = await withSigners(db, leaders.slice(0, 3))
  if (!first || !second || !third) throw new Error('three signers')
  await signAsTest(db, first.actor, first.key, { agreement, files })
  await expect(openNextVersion(db, cast.an, { agreement }, morning)).rejects.toMatchObject({
    key: 'agreement.notRefused',
  })
  await expect(refuseSigning(db, cast.chi, { agreement, reason: 'không' }, morning)).rejects.toThrow(Forbidden)
  await refuseSigning(db, second.actor, { agreement, reason: 'Chỉ tiêu 2 chưa hợp với đơn vị.' }, morning)
  await expect(signAsTest(db, third.actor, third.key, { agreement, files })).rejects.toMatchObject({
    key: 'agreement.wasRefused',
  })
  await expect(openNextVersion(db, third.actor, { agreement }, morning)).rejects.toThrow(Forbidden)
  const next = await openNextVersion(db, cast.an, { agreement }, morning)
  expect(await agreementById(db, next)).toMatchObject({ version: 2, state: 'drafting', follows_id: agreement })
  expect(await agreementById(db, agreement)).toMatchObject({
    state: 'void',
    void_reason: 'Chỉ tiêu 2 chưa hợp với đơn vị.',
  })
  expect((await signersOf(db, agreement)).map(({ state }) => state)).toEqual([
    'void',
    'refused',
    'void',
    'void',
    'void',
    'void',
  ])
  expect(await revisionsOf(db, document)).toHaveLength(2)
})

test('a signature that is under way when the text is opened again is not given', async () => {
  const { db, cast, leaders, files, agreement } = await frozen()
  const [first] = await withSigners(db, leaders.slice(0, 1))
  if (!first) throw new Error('a signer')
  const turn = await beginSignature(db, first.actor, { agreement }, { now: morning, files, renderer: testRenderer() })
  const signature = toBase64(await signWith(first.key, new Uint8Array(turn.signedAttributes)))
  await unfreezeAgreement(db, cast.an, { agreement, reason: 'Sửa một lỗi chính tả' }, morning)
  const given = giveAgreementSignature(
    db,
    first.actor,
    { agreement, job: turn.job, signature },
    { now: morning, files },
  )
  await expect(given).rejects.toThrow(Forbidden)
  expect((await agreementById(db, agreement)).state).toBe('drafting')
})

test('opening again and signing at the same moment: one of the two, never half of each', async () => {
  const { db, cast, leaders, files, agreement } = await frozen()
  const [first] = await withSigners(db, leaders.slice(0, 1))
  if (!first) throw new Error('a signer')
  const turn = await beginSignature(db, first.actor, { agreement }, { now: morning, files, renderer: testRenderer() })
  const signature = toBase64(await signWith(first.key, new Uint8Array(turn.signedAttributes)))
  const results = await Promise.allSettled([
    giveAgreementSignature(db, first.actor, { agreement, job: turn.job, signature }, { now: morning, files }),
    unfreezeAgreement(db, cast.an, { agreement, reason: 'Sửa lại' }, morning),
  ])
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const signedFirst = results[0]?.status === 'fulfilled'
  expect((await agreementById(db, agreement)).state).toBe(signedFirst ? 'signing' : 'drafting')
})

test('the head reminds once a day the units that have not signed', async () => {
  const { db, cast, leaders, files, agreement } = await frozen()
  const [first] = await withSigners(db, leaders.slice(0, 1))
  if (!first) throw new Error('a signer')
  await signAsTest(db, first.actor, first.key, { agreement, files })
  const remind = (now: Date) => remindSigners(db, cast.an, { agreement }, { now, signingUrl: 'http://namdinh.test/ky' })
  expect(await remind(morning)).toBe(5)
  await expect(remind(morning)).rejects.toMatchObject({ key: 'agreement.remindedToday' })
  expect(await remind(new Date(morning.getTime() + 86_400_000))).toBe(5)
  await expect(remindSigners(db, cast.binh, { agreement }, { now: morning, signingUrl: '' })).rejects.toThrow(Forbidden)
})
