import { describe, expect, test } from 'vitest'
import { makeCast, morning } from '../../../../test/cast.ts'
import { testDatabase } from '../../../../test/database.ts'
import { newId } from '#platform/id.ts'
import { admitMember } from './admit-member.ts'
import { appointOffice } from './appoint-office.ts'
import type { BlocFact } from '../bloc-year.ts'
import { endMembership } from './end-membership.ts'
import { endOffice } from './end-office.ts'
import { endSecretary } from './end-secretary.ts'
import { nameSecretary } from './name-secretary.ts'
import { orderMembers } from './order-members.ts'
import { blocRolesOfAccount, membersOn, pastOfYear } from '../queries.ts'
import { secretariesOf } from './queries.ts'

async function opened() {
  const { db } = await testDatabase()
  const cast = await makeCast(db)
  const told: BlocFact[] = []
  const telling = { now: morning, announce: async (_tx: unknown, _now: Date, fact: BlocFact) => void told.push(fact) }
  const officeOn = async (day: string) =>
    (await membersOn(db, cast.blocYear, day)).flatMap(({ unit, office }) => (office ? [[unit, office]] : []))
  return { db, cast, told, telling, officeOn, blocYear: cast.blocYear, other: cast.units[1] ?? '' }
}

const statuses = (results: PromiseSettledResult<unknown>[]) => results.map((one) => one.status).sort()

describe('offices', () => {
  test('a new head ends the term of the one before, the day before', async () => {
    const { db, cast, told, telling, officeOn, blocYear, other } = await opened()
    const input = { blocYear, unit: other, office: 'head' as const, fromOn: '2023-07-01', document: '' }
    await appointOffice(db, cast.an, input, telling)
    expect(await officeOn('2023-06-30')).toEqual([[cast.headUnit, 'head']])
    expect(await officeOn('2023-07-01')).toEqual([[other, 'head']])
    expect(told.map((fact) => fact.name)).toEqual(['blocs.headAppointed', 'handover.wanted'])
  })

  test('two heads named at once: one is', async () => {
    const { db, cast, telling, blocYear } = await opened()
    const input = { blocYear, office: 'head' as const, fromOn: '2023-07-01', document: '' }
    const both = await Promise.allSettled(
      cast.units.slice(0, 2).map((unit) => appointOffice(db, cast.dung, { ...input, unit }, telling)),
    )
    expect(statuses(both)).toEqual(['fulfilled', 'rejected'])
  })

  test('there may be two deputies, and a deputy that steps up is deputy no more', async () => {
    const { db, cast, telling, officeOn, blocYear, other } = await opened()
    const third = cast.units[2] ?? ''
    const deputy = { blocYear, office: 'deputy' as const, fromOn: '2023-02-01', document: '' }
    await appointOffice(db, cast.an, { ...deputy, unit: other }, telling)
    await appointOffice(db, cast.dung, { ...deputy, unit: third }, telling)
    await expect(appointOffice(db, cast.an, { ...deputy, unit: third }, telling)).rejects.toMatchObject({
      key: 'blocs.officeHeld',
    })
    await appointOffice(db, cast.an, { ...deputy, unit: other, office: 'head', fromOn: '2023-07-01' }, telling)
    expect(await officeOn('2023-07-01')).toEqual([
      [other, 'head'],
      [third, 'deputy'],
    ])
  })

  test('offices go to members, within the year, from those who may give them', async () => {
    const { db, cast, telling, blocYear, other } = await opened()
    const input = { blocYear, unit: other, office: 'deputy' as const, fromOn: '2023-02-01', document: '' }
    const refused = (change: object) => appointOffice(db, cast.an, { ...input, ...change }, telling)
    await expect(refused({ unit: cast.outsideUnit })).rejects.toMatchObject({ key: 'blocs.officeNotMember' })
    await expect(refused({ fromOn: '2024-01-01' })).rejects.toMatchObject({ key: 'blocs.notInYear' })
    await expect(refused({ office: 'head', fromOn: '2023-01-01' })).rejects.toMatchObject({
      key: 'blocs.officeTooEarly',
    })
    for (const actor of [cast.binh, cast.chi, cast.em]) {
      await expect(appointOffice(db, actor, input, telling)).rejects.toThrow('not-allowed')
    }
  })

  test('a term ends once, within the year', async () => {
    const { db, cast, told, telling, officeOn, blocYear } = await opened()
    const [held] = (await pastOfYear(db, blocYear, '2023-01-01')).offices
    const input = { blocYear, id: held?.id ?? '', toOn: '2023-05-31' }
    await expect(endOffice(db, cast.binh, input, telling)).rejects.toThrow('not-allowed')
    await expect(endOffice(db, cast.an, { ...input, toOn: '2022-12-31' }, telling)).rejects.toMatchObject({
      key: 'blocs.notInYear',
    })
    await endOffice(db, cast.an, input, telling)
    expect(await officeOn('2023-06-01')).toEqual([])
    expect(told.map((fact) => fact.name)).toEqual(['blocs.headWanted'])
    await expect(endOffice(db, cast.an, input, telling)).rejects.toMatchObject({ key: 'blocs.officeEnded' })
  })
})

describe('members', () => {
  test('a new member comes last, and two at once take two places', async () => {
    const { db, cast, blocYear } = await opened()
    const second = newId()
    await db.insertInto('unit').values({ id: second, level_code: 'tinh' }).execute()
    await db
      .insertInto('unit_name')
      .values({ id: newId(), unit_id: second, full_name: 'Hội B', short_name: 'Hội B', from_on: '2000-01-01' })
      .execute()
    const admit = (unit: string) =>
      admitMember(db, cast.dung, { blocYear, unit, fromOn: '2023-03-01', document: 'QĐ 1' }, morning)
    await Promise.all([admit(cast.outsideUnit), admit(second)])
    const members = await membersOn(db, blocYear, '2023-03-01')
    expect(members.map((member) => member.position)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    expect(await membersOn(db, blocYear, '2023-02-28')).toHaveLength(6)
    await expect(admit(second)).rejects.toMatchObject({ key: 'blocs.alreadyMember' })
  })

  test('the authority alone admits, within the year, a unit that is there', async () => {
    const { db, cast, blocYear } = await opened()
    const input = { blocYear, unit: cast.outsideUnit, fromOn: '2023-03-01', document: '' }
    for (const actor of [cast.an, cast.chi, cast.em]) {
      await expect(admitMember(db, actor, input, morning)).rejects.toThrow('not-allowed')
    }
    const late = { ...input, fromOn: '2024-03-01' }
    await expect(admitMember(db, cast.dung, late, morning)).rejects.toMatchObject({ key: 'blocs.notInYear' })
    await db
      .insertInto('unit_status')
      .values({ id: newId(), unit_id: cast.outsideUnit, status: 'ended', from_on: '2023-02-01' })
      .execute()
    await expect(admitMember(db, cast.dung, input, morning)).rejects.toMatchObject({ key: 'blocs.unitEnded' })
  })

  test('a unit that leaves loses its office that day, keeps its past, and may come back later', async () => {
    const { db, cast, told, telling, officeOn, blocYear } = await opened()
    const head = (await membersOn(db, blocYear, '2023-02-20')).find((member) => member.office === 'head')
    const input = { blocYear, id: head?.membership ?? '', toOn: '2023-06-30', document: 'NQ 01' }
    await expect(endMembership(db, cast.an, input, telling)).rejects.toThrow('not-allowed')
    await expect(endMembership(db, cast.dung, { ...input, toOn: '2024-06-30' }, telling)).rejects.toMatchObject({
      key: 'blocs.notInYear',
    })
    await endMembership(db, cast.dung, input, telling)
    expect(await officeOn('2023-06-30')).toEqual([[cast.headUnit, 'head']])
    expect(await officeOn('2023-07-01')).toEqual([])
    expect(told.map((fact) => fact.name)).toEqual(['blocs.headWanted'])
    expect((await pastOfYear(db, blocYear, '2023-07-01')).ended).toMatchObject([{ name: 'Hội Liên hiệp Phụ nữ tỉnh' }])
    await expect(endMembership(db, cast.dung, input, telling)).rejects.toMatchObject({ key: 'blocs.membershipEnded' })
    const back = { blocYear, unit: cast.headUnit, fromOn: '2023-10-01', document: '' }
    await expect(admitMember(db, cast.dung, back, morning)).resolves.toBeTypeOf('string')
  })

  test('the order is set for all members at once', async () => {
    const { db, cast, blocYear } = await opened()
    const members = await membersOn(db, blocYear, '2023-02-20')
    const memberships = members.map((member) => member.membership).toReversed()
    await orderMembers(db, cast.an, { blocYear, memberships }, morning)
    expect((await membersOn(db, blocYear, '2023-02-20')).map((member) => member.unit)).toEqual(cast.units.toReversed())
    await expect(orderMembers(db, cast.binh, { blocYear, memberships }, morning)).rejects.toThrow('not-allowed')
    for (const wrong of [memberships.slice(1), [...memberships.slice(1), newId()], [...memberships, newId()]]) {
      const refused = orderMembers(db, cast.an, { blocYear, memberships: wrong }, morning)
      await expect(refused).rejects.toMatchObject({ name: 'Conflict' })
    }
  })

  test('two orders set at once leave one of them whole', async () => {
    const { db, cast, blocYear } = await opened()
    const memberships = (await membersOn(db, blocYear, '2023-02-20')).map((member) => member.membership)
    const orders = [memberships.toReversed(), [...memberships.slice(2), ...memberships.slice(0, 2)]]
    await Promise.all(orders.map((order) => orderMembers(db, cast.dung, { blocYear, memberships: order }, morning)))
    const now = (await membersOn(db, blocYear, '2023-02-20')).map((member) => member.membership)
    expect(orders).toContainEqual(now)
  })
})

describe('the secretary', () => {
  test('the head names someone of a member unit, who serves until let go', async () => {
    const { db, cast, blocYear } = await opened()
    const input = { blocYear, account: cast.binh.account }
    await nameSecretary(db, cast.an, input, morning)
    expect(await blocRolesOfAccount(db, cast.binh.account, '2023-02-20')).toEqual([{ blocYear, role: 'secretary' }])
    await expect(nameSecretary(db, cast.an, input, morning)).rejects.toMatchObject({ key: 'blocs.alreadySecretary' })
    const [named] = await secretariesOf(db, blocYear)
    await expect(endSecretary(db, cast.binh, { blocYear, id: named?.id ?? '' }, morning)).rejects.toThrow('not-allowed')
    await endSecretary(db, cast.an, { blocYear, id: named?.id ?? '' }, morning)
    expect(await blocRolesOfAccount(db, cast.binh.account, '2023-02-20')).toEqual([])
    expect(await secretariesOf(db, blocYear)).toEqual([])
  })

  test('nobody else names one, and nobody from outside is named', async () => {
    const { db, cast, blocYear } = await opened()
    for (const actor of [cast.binh, cast.chi, cast.dung, cast.em]) {
      await expect(nameSecretary(db, actor, { blocYear, account: cast.binh.account }, morning)).rejects.toThrow(
        'not-allowed',
      )
    }
    const outsider = nameSecretary(db, cast.an, { blocYear, account: cast.chi.account }, morning)
    await expect(outsider).rejects.toMatchObject({ key: 'blocs.secretaryNotMember' })
  })
})
