import { expect, test } from 'vitest'
import { trustedRoots } from '#capabilities/signatures/keeping/authorities.ts'
import { trustOf } from '#capabilities/signatures/keeping/trust.ts'
import { describeReport } from '#capabilities/signatures/report/describe-report.ts'
import { latestRevision, revisionsOf } from '#capabilities/signatures/keeping/documents.ts'
import { toBase64 } from '#capabilities/signatures/base64.ts'
import { signWith } from '#capabilities/signatures/keys/signer-key.ts'
import { verifyPdf } from '#capabilities/signatures/verify-pdf.ts'
import { wordsOf } from '#capabilities/documents/pdf.fixture.ts'
import type { Actor } from '#platform/actor.ts'
import { Forbidden } from '#platform/errors.ts'
import { newId } from '#platform/id.ts'
import { addOfficer, makeCast, morning } from '../../../../test/cast.ts'
import { freshDatabase, testDatabase } from '../../../../test/database.ts'
import {
  freezeTestAgreement,
  giveMandates,
  makeTestSigner,
  memoryFiles,
  sealPieces,
  signAsTest,
  testRenderer,
} from '../../../../test/signing.ts'
import { agreementById, signersOf } from '../queries.ts'
import { beginSignature } from '../signing/begin-signature.ts'
import { giveAgreementSignature } from '../signing/give-agreement-signature.ts'
import { refuseSigning } from '../signing/refuse-signing.ts'
import { unfreezeAgreement } from '../drafting/unfreeze-agreement.ts'
import { scanById, witnessesOf } from './queries.ts'
import { refuseScan } from './refuse-scan.ts'
import { bringScan, confirmAs, signByPen, someScan, type PenTest } from './testing/scans.ts'
import { withdrawScan } from './withdraw-scan.ts'

async function frozen() {
  const { db } = await testDatabase()
  const cast = await makeCast(db)
  const files = memoryFiles()
  const [binh, lien, ccb, an, dat, yen] = await giveMandates(db, cast)
  if (!binh || !lien || !ccb || !an || !dat || !yen) throw new Error('the cast has six leaders')
  const agreement = await freezeTestAgreement(db, cast, files)
  const document = (await agreementById(db, agreement)).document_id ?? ''
  const pen: PenTest = { db, files, agreement }
  const unitOf = (actor: Actor) => actor.actingUnit ?? ''
  const place = async (actor: Actor) =>
    (await signersOf(db, agreement)).find(({ unit_id }) => unit_id === unitOf(actor))
  return { db, cast, files, agreement, document, pen, place, unitOf, binh, lien, ccb, an, dat, yen }
}

test('a unit has signed by pen once two people of two other units have seen the scan', async () => {
  const { db, pen, place, binh, lien, ccb, document, files } = await frozen()
  const scan = await bringScan(pen, binh, binh.actingUnit ?? '')
  expect((await place(binh))?.state).toBe('waiting')
  expect(await confirmAs(pen, lien, scan)).toEqual({ signed: false })
  expect((await place(binh))?.state).toBe('waiting')
  expect(await confirmAs(pen, ccb, scan)).toEqual({ signed: true })
  expect(await place(binh)).toMatchObject({ state: 'signed', way: 'pen', signed_name: binh.name, device: null })
  const pdf = await files.get((await latestRevision(db, document)).sha256)
  const report = await verifyPdf(pdf, { trust: await trustedRoots(db), at: morning })
  if ('problem' in report) throw new Error(report.problem)
  const [seal] = report.signatures
  const { scan_sha256 } = await scanById(db, scan)
  expect(seal).toMatchObject({ state: 'intact', signer: { commonName: 'Hệ thống Giao Ước - Tỉnh Nam Định' } })
  expect(seal?.reason).toContain(scan_sha256)
  const words = wordsOf(pdf)
  expect(words).toContain('Đã ký trên giấy ngày 20/02/2023')
  expect(words).toContain(scan_sha256.slice(0, 16))
  expect(words.replaceAll(/\s+/g, ' ')).toContain(
    `Người làm chứng: ${lien.name} (LĐLĐ tỉnh), ${ccb.name} (Hội CCB tỉnh)`,
  )
})

test('two sign by pen and four by key, in any order, and the paper holds six', async () => {
  const { db, pen, agreement, files, document, binh, lien, ccb, an, dat, yen } = await frozen()
  const byKey = async (actor: Actor) => signAsTest(db, actor, await makeTestSigner(db, actor), { agreement, files })
  await byKey(lien)
  await signByPen(pen, binh, [lien, an])
  await byKey(ccb)
  await byKey(an)
  await signByPen(pen, yen, [binh, dat])
  await byKey(dat)
  expect((await agreementById(db, agreement)).state).toBe('signed')
  const pdf = await files.get((await latestRevision(db, document)).sha256)
  const known = (await revisionsOf(db, document)).map(({ sha256, length }) => ({ sha256, length }))
  const report = await verifyPdf(pdf, { trust: await trustedRoots(db), knownRevisions: known, at: morning })
  expect(report).toMatchObject({ fields: { prepared: 6, signed: 6 }, verdict: 'valid' })
  expect((await signersOf(db, agreement)).map(({ way }) => way)).toEqual(['pen', 'key', 'key', 'key', 'key', 'pen'])
})

test('six by pen make a whole agreement, before the tenant has an authority too', async () => {
  const { db } = await freshDatabase()
  const cast = await makeCast(db)
  const files = memoryFiles()
  const leaders = await giveMandates(db, cast)
  const agreement = await freezeTestAgreement(db, cast, files)
  const pen: PenTest = { db, files, agreement, seal: { ...sealPieces, secretKey: newId(), passphrase: undefined } }
  for (const [index, unit] of leaders.entries()) {
    const [one, two] = [leaders[(index + 1) % 6], leaders[(index + 2) % 6]]
    if (one && two) await signByPen(pen, unit, [one, two])
  }
  const { state, document_id } = await agreementById(db, agreement)
  expect(state).toBe('signed')
  const pdf = await files.get((await latestRevision(db, document_id ?? '')).sha256)
  const report = await verifyPdf(pdf, { ...(await trustOf(db)), at: morning })
  if ('problem' in report) throw new Error(report.problem)
  expect([report.verdict, report.signatures.length]).toEqual(['valid', 6])
  expect(report.signatures.every(({ certificate }) => certificate?.seal)).toBe(true)
  const text = describeReport(report, 'vi').signatures.map(({ sentence }) => sentence)
  expect(text.every((sentence) => sentence.includes('hệ thống ghi nhận chữ ký trên giấy'))).toBe(true)
  expect(await verifyPdf(pdf, { trust: [], at: morning })).toMatchObject({ verdict: 'untrusted' })
})

test('nobody witnesses what is their own: not the bringer, the signer, the signer’s unit, or a witness’s unit', async () => {
  const { db, cast, pen, binh, lien, ccb, an } = await frozen()
  const scan = await bringScan(pen, an, binh.actingUnit ?? '')
  const colleague = await addOfficer(db, 'Lê Na', binh.actingUnit ?? '')
  const member = { memberships: binh.memberships, steppedUpAt: morning }
  for (const own of [an, binh, { ...colleague, ...member }, cast.chi, cast.dung, cast.em])
    await expect(confirmAs(pen, own, scan)).rejects.toThrow(Forbidden)
  await expect(confirmAs(pen, { ...lien, steppedUpAt: null }, scan)).rejects.toMatchObject({ reason: 'step-up' })
  await confirmAs(pen, lien, scan)
  const second = { ...(await addOfficer(db, 'Vũ Mai', lien.actingUnit ?? '')), memberships: lien.memberships }
  await expect(confirmAs(pen, lien, scan)).rejects.toThrow(Forbidden)
  await expect(confirmAs(pen, second, scan)).rejects.toThrow(Forbidden)
  expect(await confirmAs(pen, ccb, scan)).toEqual({ signed: true })
})

test('a scan is taken only with the printed code, as a picture or PDF, for whom could sign on that day', async () => {
  const { cast, pen, files, document, db, binh, lien } = await frozen()
  const unit = binh.actingUnit ?? ''
  const bring = (other: Parameters<typeof bringScan>[3]) => bringScan(pen, binh, unit, other)
  await expect(bring({ code: '7K3M-9QXD-2HTA' })).rejects.toMatchObject({ key: 'pen.wrongCode' })
  await expect(bring({ scan: new Uint8Array() })).rejects.toMatchObject({ key: 'pen.noScan' })
  await expect(bring({ scan: Buffer.from('MZ a program') })).rejects.toMatchObject({ key: 'pen.notAScan' })
  await expect(bring({ signedOn: '2023-02-19' })).rejects.toMatchObject({ key: 'pen.signedBeforeText' })
  await expect(bring({ signedOn: '2023-02-21' })).rejects.toMatchObject({ key: 'pen.signedInFuture' })
  await expect(bring({ mandate: lien.mandates[0]?.id ?? '' })).rejects.toMatchObject({ key: 'pen.notSignerThen' })
  const own = await files.get((await latestRevision(db, document)).sha256)
  await expect(bring({ scan: own })).rejects.toMatchObject({ key: 'pen.scanIsThePaper' })
  for (const other of [lien, cast.chi, cast.dung]) await expect(bringScan(pen, other, unit)).rejects.toThrow(Forbidden)
})

test('a scan that a witness does not confirm may be replaced, one that was sent by mistake taken back', async () => {
  const { db, pen, place, binh, lien, ccb } = await frozen()
  const unit = binh.actingUnit ?? ''
  const first = await bringScan(pen, binh, unit)
  await refuseScan(db, lien, { scan: first, reason: 'Trang cuối mờ, không đọc được tên.' }, morning)
  await expect(confirmAs(pen, ccb, first)).rejects.toMatchObject({ key: 'pen.notWaiting' })
  const second = await bringScan(pen, binh, unit)
  await expect(withdrawScan(db, lien, { scan: second, reason: 'nhầm' }, morning)).rejects.toThrow(Forbidden)
  await withdrawScan(db, binh, { scan: second, reason: 'Nhầm tệp' }, morning)
  const third = await bringScan(pen, binh, unit)
  await confirmAs(pen, lien, third)
  const fourth = await bringScan(pen, binh, unit)
  expect((await scanById(db, third)).state).toBe('dropped')
  expect(await confirmAs(pen, lien, fourth)).toEqual({ signed: false })
  expect((await place(binh))?.state).toBe('waiting')
})

test('two witnesses at the same moment are both heard, and the place is signed once', async () => {
  const { db, pen, document, binh, lien, ccb, an } = await frozen()
  const scan = await bringScan(pen, binh, binh.actingUnit ?? '')
  const heard = await Promise.allSettled([lien, ccb, an].map((actor) => confirmAs(pen, actor, scan)))
  const signed = heard.filter((one) => one.status === 'fulfilled' && one.value.signed)
  expect(signed).toHaveLength(1)
  expect(await witnessesOf(db, [scan])).toHaveLength(2)
  expect(await revisionsOf(db, document)).toHaveLength(2)
})

test('by key and by pen for the same place at once: one of the two', async () => {
  const { db, pen, place, agreement, files, document, binh, lien, ccb } = await frozen()
  const key = await makeTestSigner(db, binh)
  const scan = await bringScan(pen, binh, binh.actingUnit ?? '')
  await confirmAs(pen, lien, scan)
  const turn = await beginSignature(db, binh, { agreement }, { now: morning, files, renderer: testRenderer() })
  await expect(confirmAs(pen, ccb, scan)).rejects.toMatchObject({ key: 'signatures.busy' })
  const signature = toBase64(await signWith(key, new Uint8Array(turn.signedAttributes)))
  await giveAgreementSignature(db, binh, { agreement, job: turn.job, signature }, { now: morning, files })
  expect(await place(binh)).toMatchObject({ state: 'signed', way: 'key' })
  expect((await scanById(db, scan)).state).toBe('dropped')
  await expect(confirmAs(pen, ccb, scan)).rejects.toMatchObject({ key: 'agreement.alreadyDecided' })
  expect(await revisionsOf(db, document)).toHaveLength(2)
})

test('a refusal, and a text that is opened again, set the scans aside', async () => {
  const { db, cast, pen, agreement, binh, lien, ccb } = await frozen()
  const scan = await bringScan(pen, binh, binh.actingUnit ?? '')
  await confirmAs(pen, lien, scan)
  await unfreezeAgreement(db, cast.an, { agreement, reason: 'Sửa một lỗi' }, morning)
  expect((await scanById(db, scan)).state).toBe('dropped')
  await expect(confirmAs(pen, ccb, scan)).rejects.toMatchObject({ key: 'pen.otherText' })
  const other = await frozen()
  const waiting = await bringScan(other.pen, other.binh, other.binh.actingUnit ?? '')
  await refuseSigning(other.db, other.yen, { agreement: other.agreement, reason: 'Chưa thống nhất' }, morning)
  await expect(confirmAs(other.pen, other.lien, waiting)).rejects.toMatchObject({ key: 'agreement.wasRefused' })
})

test('what waits is asked of every other unit, and of nobody once two have confirmed', async () => {
  const { db, cast, pen, binh, lien, ccb } = await frozen()
  const asked = async () => {
    const tasks = db.selectFrom('task').select('unit_id').where('kind', '=', 'agreement.witness')
    const open = await tasks.where('bloc_year_id', '=', cast.blocYear).where('closed_at', 'is', null).execute()
    return open.map(({ unit_id }) => unit_id)
  }
  const scan = await bringScan(pen, binh, binh.actingUnit ?? '', { scan: someScan() })
  expect(new Set(await asked())).toEqual(new Set(cast.units.filter((unit) => unit !== binh.actingUnit)))
  await confirmAs(pen, lien, scan)
  expect(await asked()).toHaveLength(4)
  await confirmAs(pen, ccb, scan)
  expect(await asked()).toEqual([])
})

test('a unit hears of a scan that the head brought in its name, and of none that it brought itself', async () => {
  const { db, pen, binh, an, unitOf } = await frozen()
  const waiting = async () => {
    const tasks = db
      .selectFrom('task')
      .select('kind')
      .where('unit_id', '=', unitOf(binh))
      .where('closed_at', 'is', null)
    return (await tasks.execute()).map(({ kind }) => kind)
  }
  await bringScan(pen, binh, unitOf(binh))
  expect(await waiting()).not.toContain('agreement.scanBrought')
  await bringScan(pen, an, unitOf(binh))
  expect(await waiting()).toContain('agreement.scanBrought')
})
