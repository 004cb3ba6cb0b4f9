import { describe, expect, test } from 'vitest'
import { seedUnitLevels } from '../../../db/seed/unit-levels.ts'
import { makeCast, morning } from '../../../test/cast.ts'
import { testDatabase } from '../../../test/database.ts'
import { newCode } from '#platform/id.ts'
import { addUnit, addUnitInput } from './add-unit.ts'
import { nameOn, statusOn } from './queries.ts'

async function opened() {
  const { db } = await testDatabase()
  await seedUnitLevels(db)
  return { db, cast: await makeCast(db) }
}

const fresh = (name = `Sở ${newCode(8)}`) => ({
  fullName: name,
  shortName: name,
  level: 'tinh',
  fromOn: '2010-01-01',
  document: '',
  anotherUnit: false,
})

describe('adding a unit', () => {
  test('the authority and the administrator add units, a leader does not', async () => {
    const { db, cast } = await opened()
    for (const actor of [cast.dung, cast.em]) {
      const input = fresh()
      const unit = await addUnit(db, actor, input, morning)
      expect((await nameOn(db, unit, '2023-01-01')).full_name).toBe(input.fullName)
      expect(await statusOn(db, unit, '2023-01-01')).toBe('active')
    }
    await expect(addUnit(db, cast.an, fresh(), morning)).rejects.toThrow('not-allowed')
  })

  test('a name that is there already needs the word that another unit is meant', async () => {
    const { db, cast } = await opened()
    const input = fresh()
    await addUnit(db, cast.dung, input, morning)
    const again = { ...input, fullName: input.fullName.replace('Sở', 'SO') }
    await expect(addUnit(db, cast.dung, again, morning)).rejects.toMatchObject({
      key: 'units.sameName',
      values: { name: input.fullName },
    })
    await expect(addUnit(db, cast.dung, { ...again, anotherUnit: true }, morning)).resolves.toBeTypeOf('string')
  })

  test('of two people who add the same unit at once one is warned', async () => {
    const { db, cast } = await opened()
    const input = fresh()
    const both = await Promise.allSettled([
      addUnit(db, cast.dung, input, morning),
      addUnit(db, cast.em, input, morning),
    ])
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('no unit is added at a level that is no more', async () => {
    const { db, cast } = await opened()
    const later = new Date('2025-07-01T08:00:00+07:00')
    const founded = { ...fresh(), level: 'huyen', fromOn: '2025-07-01' }
    await expect(addUnit(db, cast.dung, founded, later)).rejects.toMatchObject({ key: 'units.noSuchLevel' })
    const before = { ...founded, fromOn: '2010-01-01' }
    await expect(addUnit(db, cast.dung, before, later)).resolves.toBeTypeOf('string')
  })

  test('the form tells what is missing', () => {
    const typed = { fullName: ' ', shortName: 'Sở', level: 'tinh', fromOn: '31/02/2023' }
    const result = addUnitInput.safeParse(typed)
    expect(result.error?.issues.map((issue) => issue.path[0])).toEqual(['fullName', 'fromOn'])
  })
})
