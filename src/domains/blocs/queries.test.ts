import { expect, test } from 'vitest'
import { makeCast } from '../../../test/cast.ts'
import { testDatabase } from '../../../test/database.ts'
import { newId } from '#platform/id.ts'
import {
  blocRolesOfAccount,
  blocYear,
  blocYearsOfActor,
  findBlocs,
  membersOn,
  membershipsOfUnits,
  officesOfUnits,
  roadOf,
  sharesBloc,
} from './queries.ts'

async function opened() {
  const { db } = await testDatabase()
  const cast = await makeCast(db)
  return { db, cast, first: cast.units[0] ?? '' }
}

test('members stand in official order under the names of the day', async () => {
  const { db, cast, first } = await opened()
  await db.updateTable('unit_name').set({ to_on: '2023-06-30' }).where('unit_id', '=', first).execute()
  await db
    .insertInto('unit_name')
    .values({ id: newId(), unit_id: first, full_name: 'Tên mới', short_name: 'Mới', from_on: '2023-07-01' })
    .execute()
  const before = await membersOn(db, cast.blocYear, '2023-06-30')
  expect(before.map((member) => member.unit)).toEqual(cast.units)
  expect(before.map((member) => member.office)).toEqual([null, null, null, 'head', null, null])
  expect(before[0]?.short_name).toBe('Ủy ban MTTQ tỉnh')
  expect((await membersOn(db, cast.blocYear, '2023-07-01'))[0]?.short_name).toBe('Mới')
})

test('a unit that left in July is a member until its last day', async () => {
  const { db, cast, first } = await opened()
  await db
    .updateTable('membership')
    .set({ to_on: '2023-07-31' })
    .where('unit_id', '=', first)
    .where('bloc_year_id', '=', cast.blocYear)
    .execute()
  expect(await membersOn(db, cast.blocYear, '2023-07-31')).toHaveLength(6)
  expect(await membersOn(db, cast.blocYear, '2023-08-01')).toHaveLength(5)
  expect(await membershipsOfUnits(db, [first], '2023-07-31')).toEqual([{ blocYear: cast.blocYear, unit: first }])
  expect(await membershipsOfUnits(db, [first], '2023-08-01')).toEqual([])
})

test('a year is prepared before it begins and closed after it ends', async () => {
  const { db, cast } = await opened()
  for (const day of ['2022-12-12', '2023-05-05', '2026-11-23']) {
    expect(await membersOn(db, cast.blocYear, day)).toHaveLength(6)
    expect(await membershipsOfUnits(db, [cast.headUnit], day)).toHaveLength(1)
    expect(await officesOfUnits(db, cast.units, day)).toEqual([
      { blocYear: cast.blocYear, unit: cast.headUnit, office: 'head' },
    ])
  }
  expect(await membershipsOfUnits(db, [], '2023-05-05')).toEqual([])
  expect(await officesOfUnits(db, [], '2023-05-05')).toEqual([])
})

test('a secretary is one from the first day and no more on the last', async () => {
  const { db, cast } = await opened()
  await db
    .insertInto('bloc_role')
    .values({
      id: newId(),
      bloc_year_id: cast.blocYear,
      account_id: cast.binh.account,
      role: 'secretary',
      from_on: '2023-02-01',
      to_on: '2023-03-01',
    })
    .execute()
  const on = async (day: string) => (await blocRolesOfAccount(db, cast.binh.account, day)).length
  expect([await on('2023-01-31'), await on('2023-02-01'), await on('2023-02-28'), await on('2023-03-01')]).toEqual([
    0, 1, 1, 0,
  ])
})

test('a year is found by the addresses of bloc and year', async () => {
  const { db, cast } = await opened()
  expect(await blocYear(db, cast.blocSlug, '2023')).toMatchObject({
    id: cast.blocYear,
    label: '2023',
    bloc: { slug: cast.blocSlug },
  })
  await expect(blocYear(db, cast.blocSlug, '2024')).rejects.toMatchObject({ name: 'NotFound' })
  expect((await blocYearsOfActor(db, cast.an)).map((year) => year.id)).toEqual([cast.blocYear])
  expect(await blocYearsOfActor(db, cast.dung)).toEqual([])
  expect((await roadOf(db, cast.blocYear)).map((stop) => stop.stop).slice(0, 3)).toEqual([
    'signing',
    'launching',
    'reporting',
  ])
})

test('blocs are found without tone marks and by code', async () => {
  const { db, cast } = await opened()
  const { blocs, total } = await findBlocs(db, { text: `mat tran ${cast.blocSlug.slice(5)}` })
  expect(total).toBe(1)
  expect(blocs[0]).toMatchObject({ slug: cast.blocSlug, year_slug: '2023', members: 6 })
  expect((await findBlocs(db, { text: 'không có khối này' })).total).toBe(0)
})

test('those of the same bloc share it, those of another do not', async () => {
  const { db, cast } = await opened()
  expect(await sharesBloc(db, cast.binh, cast.headUnit)).toBe(true)
  expect(await sharesBloc(db, cast.chi, cast.headUnit)).toBe(false)
  expect(await sharesBloc(db, cast.dung, cast.headUnit)).toBe(false)
})
