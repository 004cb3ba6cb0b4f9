import { expect, test } from 'vitest'
import { makeCast, morning } from '../../../../test/cast.ts'
import { testDatabase } from '../../../../test/database.ts'
import { newId } from '#platform/id.ts'
import { addUnitRole } from './add-unit-role.ts'
import { endUnitRole } from './end-unit-role.ts'
import { peopleOfUnit } from '../queries.ts'

async function opened() {
  const { db } = await testDatabase()
  const cast = await makeCast(db)
  const officer = { unit: cast.headUnit, account: cast.chi.account, role: 'officer' as const, fromOn: '2023-02-01' }
  return { db, cast, officer, leader: { ...officer, role: 'leader' as const } }
}

test('a leader names the officers of the own unit and no others', async () => {
  const { db, cast, officer } = await opened()
  await addUnitRole(db, cast.an, officer, morning)
  const people = await peopleOfUnit(db, cast.headUnit, '2023-02-20')
  expect(people.map((person) => person.role)).toEqual(['leader', 'officer'])
  await expect(addUnitRole(db, cast.binh, officer, morning)).rejects.toThrow('not-allowed')
})

test('leaders are named by the authority or the administrator alone', async () => {
  const { db, cast, leader } = await opened()
  await expect(addUnitRole(db, cast.an, leader, morning)).rejects.toThrow('not-allowed')
  await expect(addUnitRole(db, cast.em, leader, morning)).resolves.toBeTypeOf('string')
})

test('nobody names themselves', async () => {
  const { db, cast, leader } = await opened()
  for (const actor of [cast.em, cast.dung]) {
    await expect(addUnitRole(db, actor, { ...leader, account: actor.account }, morning)).rejects.toThrow('not-allowed')
  }
})

test('nobody holds the same role twice, not even when named twice at once', async () => {
  const { db, cast, officer } = await opened()
  const both = await Promise.allSettled([
    addUnitRole(db, cast.an, officer, morning),
    addUnitRole(db, cast.dung, officer, morning),
  ])
  expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
  await expect(addUnitRole(db, cast.an, officer, morning)).rejects.toMatchObject({ key: 'units.roleHeld' })
})

test('a unit that is no more takes nobody, nor does a closed account', async () => {
  const { db, cast, officer } = await opened()
  await db.updateTable('account').set({ state: 'closed' }).where('id', '=', cast.chi.account).execute()
  await expect(addUnitRole(db, cast.an, officer, morning)).rejects.toMatchObject({ key: 'units.accountClosed' })
  await db
    .insertInto('unit_status')
    .values({ id: newId(), unit_id: cast.headUnit, status: 'ended', from_on: '2023-01-15' })
    .execute()
  await expect(addUnitRole(db, cast.an, officer, morning)).rejects.toMatchObject({ key: 'units.unitEnded' })
})

test('a role ends once, on a day of its own time, by who may name for it', async () => {
  const { db, cast, officer } = await opened()
  const id = await addUnitRole(db, cast.an, officer, morning)
  const end = (toOn: string) => ({ id, toOn })
  await expect(endUnitRole(db, cast.binh, end('2023-03-01'), morning)).rejects.toThrow('not-allowed')
  await expect(endUnitRole(db, cast.an, end('2023-01-31'), morning)).rejects.toMatchObject({
    key: 'units.roleEndTooEarly',
  })
  await endUnitRole(db, cast.an, end('2023-03-01'), morning)
  expect(await peopleOfUnit(db, cast.headUnit, '2023-03-01')).toHaveLength(2)
  expect(await peopleOfUnit(db, cast.headUnit, '2023-03-02')).toHaveLength(1)
  await expect(endUnitRole(db, cast.an, end('2023-04-01'), morning)).rejects.toMatchObject({ key: 'units.roleEnded' })
})

test('who holds a mandate of the unit stays until it is ended', async () => {
  const { db, cast, officer } = await opened()
  const id = await addUnitRole(db, cast.an, officer, morning)
  const mandate = {
    id: newId(),
    unit_id: cast.headUnit,
    account_id: cast.chi.account,
    post: 'Chuyên viên',
    may_act: true,
    may_sign: false,
    may_vote: false,
    from_on: '2023-02-01',
    to_on: '2023-12-31',
    document_name: 'Giấy 05',
    asked_by: cast.an.account,
    asked_at: morning,
  }
  await db.insertInto('mandate').values(mandate).execute()
  const end = { id, toOn: '2023-03-01' }
  await expect(endUnitRole(db, cast.an, end, morning)).rejects.toMatchObject({ key: 'units.mandateInForce' })
  await db.updateTable('mandate').set({ state: 'withdrawn' }).where('id', '=', mandate.id).execute()
  await expect(endUnitRole(db, cast.an, end, morning)).resolves.toBeUndefined()
})
