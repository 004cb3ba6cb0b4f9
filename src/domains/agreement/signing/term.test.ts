import { expect, test } from 'vitest'
import { announce } from '#app/announce.ts'
import { confirmMandate } from '#domains/units/mandates/confirm-mandate.ts'
import { endMandate } from '#domains/units/mandates/end-mandate.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { Forbidden } from '#platform/errors.ts'
import { newId } from '#platform/id.ts'
import { addOfficer, makeCast, morning, type Cast } from '../../../../test/cast.ts'
import { testDatabase } from '../../../../test/database.ts'
import { freezeTestAgreement, giveMandates, makeTestSigner, memoryFiles, signAsTest } from '../../../../test/signing.ts'
import { bringScan, confirmAs } from '../pen/testing/scans.ts'
import { agreementById, signersOf } from '../queries.ts'
import { closeOverdueSignings } from './close-overdue-signings.ts'
import { extendSigning } from './extend-signing.ts'
import { openNextVersion } from './open-next-version.ts'
import { refuseSigning } from './refuse-signing.ts'
import { withdrawSignature } from './withdraw-signature.ts'

async function frozen() {
  const { db } = await testDatabase()
  const cast = await makeCast(db)
  const files = memoryFiles()
  const leaders = await giveMandates(db, cast)
  const [binh, lien, ccb] = leaders
  if (!binh || !lien || !ccb) throw new Error('the cast has leaders')
  const agreement = await freezeTestAgreement(db, cast, files)
  const sign = async (actor: Actor, now = morning) =>
    signAsTest(db, actor, await makeTestSigner(db, actor, now), { agreement, files, now })
  const place = async (actor: Actor) =>
    (await signersOf(db, agreement)).find(({ unit_id }) => unit_id === actor.actingUnit)
  return { db, cast, files, leaders, binh, lien, ccb, agreement, sign, place }
}

const at = (moment: string) => new Date(`${moment}+07:00`)
const since = (actor: Actor, now: Date): Actor => ({ ...actor, steppedUpAt: now })

async function openTasks(db: Db, cast: Cast) {
  const tasks = db.selectFrom('task').select('kind').where('bloc_year_id', '=', cast.blocYear)
  return (await tasks.where('closed_at', 'is', null).execute()).map(({ kind }) => kind)
}

test('a signature is taken back with a reason while others wait: the signing ends, the signature is kept', async () => {
  const { db, cast, agreement, binh, lien, sign, place } = await frozen()
  await sign(binh)
  const withdraw = (actor: Actor) => withdrawSignature(db, actor, { agreement, reason: 'Ký khi chưa họp' }, morning)
  await expect(withdraw(lien)).rejects.toThrow(Forbidden)
  await expect(withdraw({ ...binh, steppedUpAt: null })).rejects.toMatchObject({ reason: 'step-up' })
  await withdraw(binh)
  expect(await place(binh)).toMatchObject({ state: 'withdrawn', way: 'key', withdrawal_reason: 'Ký khi chưa họp' })
  await expect(sign(lien)).rejects.toMatchObject({ key: 'signing.wasWithdrawn' })
  await expect(withdraw(binh)).rejects.toThrow(Forbidden)
  expect(await openTasks(db, cast)).toEqual(['agreement.withdrawn'])
  await openNextVersion(db, cast.an, { agreement }, morning)
  expect((await agreementById(db, agreement)).void_reason).toBe('Ký khi chưa họp')
  expect((await place(binh))?.state).toBe('withdrawn')
})

test('after the last signature nothing is taken back', async () => {
  const { db, agreement, leaders, binh, sign } = await frozen()
  for (const actor of leaders) await sign(actor)
  const late = withdrawSignature(db, binh, { agreement, reason: 'Đổi ý' }, morning)
  await expect(late).rejects.toMatchObject({ key: 'signing.signedByAll' })
})

async function dueOn(db: Db, agreement: string, signBy: string) {
  await db.updateTable('agreement').set({ sign_by: signBy }).where('id', '=', agreement).execute()
}

test('the last day to sign counts to its last minute in Vietnam; a minute later nobody signs', async () => {
  const { db, cast, agreement, binh, lien, ccb, sign, files } = await frozen()
  await dueOn(db, agreement, '2023-02-28')
  const [lastMinute, midnight] = [at('2023-02-28T23:59:59'), at('2023-03-01T00:00:00')]
  await sign(since(binh, lastMinute), lastMinute)
  await closeOverdueSignings(db, lastMinute)
  expect((await agreementById(db, agreement)).expired_at).toBeNull()
  await expect(sign(since(lien, midnight), midnight)).rejects.toMatchObject({ key: 'signing.signingOver' })
  const refusal = refuseSigning(db, since(lien, midnight), { agreement, reason: 'Muộn' }, midnight)
  await expect(refusal).rejects.toMatchObject({ key: 'signing.signingOver' })
  const scan = bringScan({ db, files, agreement, now: midnight }, ccb, ccb.actingUnit ?? '')
  await expect(scan).rejects.toMatchObject({ key: 'signing.signingOver' })
  await closeOverdueSignings(db, midnight)
  await closeOverdueSignings(db, midnight)
  expect((await agreementById(db, agreement)).expired_at).toEqual(midnight)
  expect(await openTasks(db, cast)).toEqual(['agreement.expired'])
  const told = db.selectFrom('audit_entry').select('account_id').where('subject_id', '=', agreement)
  expect(await told.where('action', '=', 'agreement.expired').execute()).toEqual([{ account_id: null }])
})

test('the head gives more time, only forward and with a reason; then signing goes on where it stopped', async () => {
  const { db, cast, agreement, binh, lien, ccb, sign, files } = await frozen()
  await dueOn(db, agreement, '2023-02-28')
  const scan = await bringScan({ db, files, agreement }, binh, binh.actingUnit ?? '')
  const later = at('2023-03-02T09:00:00')
  await closeOverdueSignings(db, later)
  const extend = (actor: Actor, signBy: string) =>
    extendSigning(db, actor, { agreement, signBy, reason: 'Lãnh đạo đi công tác' }, later)
  await expect(extend(binh, '2023-03-10')).rejects.toThrow(Forbidden)
  await expect(extend(cast.an, '2023-03-01')).rejects.toMatchObject({ key: 'signing.extendedToPast' })
  await extend(cast.an, '2023-03-10')
  await expect(extend(cast.an, '2023-03-09')).rejects.toMatchObject({ key: 'signing.notLater' })
  expect(await openTasks(db, cast)).not.toContain('agreement.expired')
  await sign(since(lien, later), later)
  await confirmAs({ db, files, agreement, now: later }, since(lien, later), scan)
  expect(await confirmAs({ db, files, agreement, now: later }, since(ccb, later), scan)).toEqual({ signed: true })
})

test('a text whose time is over may be followed by a new version, which asks for a day of its own', async () => {
  const { db, cast, agreement } = await frozen()
  await dueOn(db, agreement, '2023-02-28')
  const next = await openNextVersion(db, cast.an, { agreement }, at('2023-03-01T08:00:00'))
  expect(await agreementById(db, next)).toMatchObject({ state: 'drafting', sign_by: null })
  expect((await agreementById(db, agreement)).void_reason).toBe('Quá hạn ký ngày 28/02/2023')
})

/** The unit asks for its new leader; nobody but the authority makes the mandate hold. */
async function askFor(db: Db, leader: Actor, name: string, by: Actor): Promise<Actor> {
  const unit = leader.actingUnit ?? ''
  const successor = await addOfficer(db, name, unit)
  const mandate = newId()
  const rights = { may_act: true, may_sign: true, may_vote: false }
  const term = { from_on: '2023-01-01', to_on: '2027-12-31', document_name: 'Quyết định bổ nhiệm' }
  const asked = { asked_by: by.account, asked_at: morning }
  await db
    .insertInto('mandate')
    .values({
      id: mandate,
      unit_id: unit,
      account_id: successor.account,
      post: 'Quyền Chủ tịch',
      ...rights,
      ...term,
      ...asked,
    })
    .execute()
  const held = { id: mandate, unit, post: 'Quyền Chủ tịch', mayAct: true, maySign: true, mayVote: false }
  return { ...successor, mandates: [held], memberships: leader.memberships }
}

async function replace(db: Db, cast: Cast, leader: Actor): Promise<Actor> {
  const successor = await askFor(db, leader, 'Lương Thị Kế', leader)
  const old = { id: leader.mandates[0]?.id ?? '', endedOn: '2023-02-20', reason: 'Nghỉ hưu' }
  await endMandate(db, cast.dung, old, { now: morning, announce })
  await confirmMandate(db, cast.dung, { id: successor.mandates[0]?.id ?? '' }, { now: morning, announce })
  return successor
}

test('the successor signs the same text in the unit’s place, and the paper names both', async () => {
  const { db, cast, agreement, binh, lien, sign, place } = await frozen()
  await sign(lien)
  const successor = await replace(db, cast, binh)
  await expect(sign({ ...binh, mandates: [] })).rejects.toThrow(Forbidden)
  const task = db.selectFrom('task').select('facts').where('kind', '=', 'agreement.sign')
  const open = await task
    .where('unit_id', '=', binh.actingUnit ?? '')
    .where('closed_at', 'is', null)
    .execute()
  expect(open.map(({ facts }) => facts)).toEqual([expect.objectContaining({ signer: 'Lương Thị Kế' })])
  await sign(successor)
  expect(await place(binh)).toMatchObject({
    state: 'signed',
    signer_name: binh.name,
    signed_name: 'Lương Thị Kế',
    signed_post: 'Quyền Chủ tịch',
  })
  expect((await place(lien))?.state).toBe('signed')
  await expect(openNextVersion(db, cast.an, { agreement }, morning)).rejects.toMatchObject({
    key: 'agreement.notRefused',
  })
})

test('a leader who left after signing has signed', async () => {
  const { db, cast, binh, sign, place } = await frozen()
  await sign(binh)
  const successor = await replace(db, cast, binh)
  expect(await place(binh)).toMatchObject({ state: 'signed', signed_name: binh.name })
  await expect(sign(successor)).rejects.toMatchObject({ key: 'agreement.alreadyDecided' })
})

test('a mandate that is only asked for, or a text that says nothing of successors, lets nobody in', async () => {
  const { db, cast, agreement, binh, sign } = await frozen()
  const waiting = await askFor(db, binh, 'Người Chưa Được', binh)
  const old = { id: binh.mandates[0]?.id ?? '', endedOn: '2023-02-20', reason: 'Nghỉ hưu' }
  await endMandate(db, cast.dung, old, { now: morning, announce })
  await expect(sign(waiting)).rejects.toThrow(Forbidden)
  await confirmMandate(db, cast.dung, { id: waiting.mandates[0]?.id ?? '' }, { now: morning, announce })
  await db.updateTable('agreement').set({ allows_substitute: false }).where('id', '=', agreement).execute()
  await expect(sign(waiting)).rejects.toThrow(Forbidden)
  await openNextVersion(db, cast.an, { agreement }, morning)
})
