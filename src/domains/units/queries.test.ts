import { expect, test } from 'vitest'
import { seedUnitLevels } from '../../../db/seed/unit-levels.ts'
import { makeCast } from '../../../test/cast.ts'
import { testDatabase } from '../../../test/database.ts'
import { newCode, newId } from '#platform/id.ts'
import { findUnits, levelsOn, nameOn, namesOn, unitsNamedLike, unitsOfAccount } from './queries.ts'

const today = '2023-02-20'

/** A unit under names that no other test uses: the code stands in each of them. */
async function addNamed(names: { full: string; short: string; from: string; to?: string }[]) {
  const { db } = await testDatabase()
  await seedUnitLevels(db)
  const unit = newId()
  await db.insertInto('unit').values({ id: unit, level_code: 'tinh' }).execute()
  await db
    .insertInto('unit_name')
    .values(
      names.map(({ full, short, from, to }) => ({
        id: newId(),
        unit_id: unit,
        full_name: full,
        short_name: short,
        from_on: from,
        to_on: to ?? null,
      })),
    )
    .execute()
  return unit
}

const find = async (text: string, day = today) => {
  const { db } = await testDatabase()
  return (await findUnits(db, { text, day, size: 100 })).units
}

test('a unit bears the name of the day, both ends included', async () => {
  const { db } = await testDatabase()
  const unit = await addNamed([
    { full: 'Sở Lao động', short: 'Sở LĐ', from: '2008-03-01', to: '2025-02-28' },
    { full: 'Sở Nội vụ mới', short: 'Sở NV', from: '2025-03-01' },
  ])
  const named = async (day: string) => (await nameOn(db, unit, day)).short_name
  expect(await named('2025-02-28')).toBe('Sở LĐ')
  expect(await named('2025-03-01')).toBe('Sở NV')
  expect(await named('1999-01-01')).toBe('Sở LĐ')
  expect((await namesOn(db, [], today)).size).toBe(0)
})

test('search finds by old name, without tone marks, by part and by initials', async () => {
  const code = newCode(8).toLowerCase()
  const unit = await addNamed([
    { full: `Hội Liên hiệp Phụ nữ ${code}`, short: `Hội PN ${code}`, from: '2000-01-01', to: '2020-12-31' },
    { full: `Hội Phụ nữ ${code}`, short: `HPN ${code}`, from: '2021-01-01' },
  ])
  for (const text of [`phu nu ${code}`, `LHPN ${code}`, `liên hiệp ${code}`, `${code} hoi lien`, `hội pn ${code}`]) {
    expect((await find(text)).map((found) => found.id)).toEqual([unit])
  }
  const [found] = await find(`lien hiep ${code}`)
  expect(found).toMatchObject({ full_name: `Hội Phụ nữ ${code}`, matched_name: `Hội Liên hiệp Phụ nữ ${code}` })
  expect(await find(`nông dân ${code}`)).toEqual([])
})

test('search in decomposed letters finds the same', async () => {
  const code = newCode(8).toLowerCase()
  const unit = await addNamed([{ full: `Liên đoàn Lao động ${code}`, short: `LĐLĐ ${code}`, from: '2000-01-01' }])
  expect((await find(`Liên đoàn ${code}`.normalize('NFD'))).map((found) => found.id)).toEqual([unit])
})

test('i and y at the end of a word are one sound', async () => {
  const code = newCode(8).toLowerCase()
  const unit = await addNamed([{ full: `Trường Lý Tự Trọng ${code}`, short: `THPT ${code}`, from: '2000-01-01' }])
  expect((await find(`li tu trong ${code}`)).map((found) => found.id)).toEqual([unit])
  expect((await find(`lý ${code}`)).map((found) => found.id)).toEqual([unit])
})

test('the very tone marks come before other readings of the same letters', async () => {
  const code = newCode(8).toLowerCase()
  const other = await addNamed([{ full: `A Hội đống ${code}`, short: `x ${code}`, from: '2000-01-01' }])
  const exact = await addNamed([{ full: `B Hội đồng ${code}`, short: `x ${code}`, from: '2000-01-01' }])
  expect((await find(`hội đồng ${code}`)).map((found) => found.id)).toEqual([exact, other])
  expect((await find(`hoi dong ${code}`)).map((found) => found.id)).toEqual([other, exact])
})

test('signs in the search are no pattern', async () => {
  await expect(find('(.*')).resolves.toBeInstanceOf(Array)
  await expect(find("'; drop table unit; --")).resolves.toEqual([])
})

test('a list is cut into pages with the whole count', async () => {
  const { db } = await testDatabase()
  const code = newCode(8).toLowerCase()
  for (const letter of ['a', 'b', 'c']) {
    await addNamed([{ full: `Xã ${letter} ${code}`, short: `x ${code}`, from: '2000-01-01' }])
  }
  const second = await findUnits(db, { text: code, day: today, page: 2, size: 2 })
  expect(second.total).toBe(3)
  expect(second.units.map((unit) => unit.full_name)).toEqual([`Xã c ${code}`])
})

test('search keeps to a level and a status', async () => {
  const { db } = await testDatabase()
  const code = newCode(8).toLowerCase()
  const unit = await addNamed([{ full: `Sở ${code}`, short: `Sở ${code}`, from: '2000-01-01' }])
  await db
    .insertInto('unit_status')
    .values({ id: newId(), unit_id: unit, status: 'ended', from_on: '2025-07-01' })
    .execute()
  const count = async (filter: object) => (await findUnits(db, { text: code, day: today, ...filter })).total
  expect(await count({ level: 'tinh', status: 'active' })).toBe(1)
  expect(await count({ level: 'xa' })).toBe(0)
  expect(await count({ day: '2025-07-01', status: 'active' })).toBe(0)
  expect(await count({ day: '2025-07-01', status: 'ended' })).toBe(1)
})

test('the same name is recognised without tone marks', async () => {
  const { db } = await testDatabase()
  const code = newCode(8).toLowerCase()
  const unit = await addNamed([{ full: `Hội Nông dân ${code}`, short: 'HND', from: '2000-01-01' }])
  expect((await unitsNamedLike(db, `Hoi nong dan ${code}`)).map((found) => found.unit_id)).toEqual([unit])
})

test('the district level is offered until 30/06/2025', async () => {
  const { db } = await testDatabase()
  await seedUnitLevels(db)
  await seedUnitLevels(db)
  const codes = async (day: string) => (await levelsOn(db, day)).map((level) => level.code)
  expect(await codes('2025-06-30')).toEqual(['tw', 'tinh', 'huyen', 'xa'])
  expect(await codes('2025-07-01')).toEqual(['tw', 'tinh', 'xa'])
})

test('a role counts from its first to its last day', async () => {
  const { db } = await testDatabase()
  const { binh, units } = await makeCast(db)
  await db.updateTable('unit_role').set({ to_on: '2023-06-30' }).where('account_id', '=', binh.account).execute()
  const held = [{ unit: units[0], role: 'leader' }]
  expect(await unitsOfAccount(db, binh.account, '2021-12-31')).toEqual([])
  expect(await unitsOfAccount(db, binh.account, '2023-06-30')).toEqual(held)
  expect(await unitsOfAccount(db, binh.account, '2023-07-01')).toEqual([])
})
