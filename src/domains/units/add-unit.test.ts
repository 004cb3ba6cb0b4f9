import { describe, expect, test } from 'vitest'
import { seedUnitLevels } from '../../../db/seed/unit-levels.ts'
import { makeCast, morning } from '../../../test/cast.ts'
import { testDatabase } from '../../../test/database.ts'
import { newCode } from '#platform/id.ts'
import { addUnit, addUnitInput } from './add-unit.ts'
import { endUnit } from './end-unit.ts'
import { moveUnit } from './move-unit.ts'
import { nameOn, pastOfUnit, statusOn } from './queries.ts'
import { renameUnit } from './rename-unit.ts'

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

const decision = { fromOn: '2020-05-01', document: 'Quyết định 12/QĐ-UBND' }

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
    await expect(addUnit(db, cast.dung, { ...fresh(), level: 'huyen' }, later)).rejects.toMatchObject({
      key: 'units.noSuchLevel',
    })
  })

  test('the form tells what is missing', () => {
    const typed = { fullName: ' ', shortName: 'Sở', level: 'tinh', fromOn: '31/02/2023' }
    const result = addUnitInput.safeParse(typed)
    expect(result.error?.issues.map((issue) => issue.path[0])).toEqual(['fullName', 'fromOn'])
  })
})

describe('renaming a unit', () => {
  test('the name so far ends the day before', async () => {
    const { db, cast } = await opened()
    const unit = await addUnit(db, cast.dung, fresh('Ban Thi đua cũ'.concat(newCode(6))), morning)
    const renamed = { unit, fullName: `Sở mới ${newCode(6)}`, shortName: 'Sở mới', ...decision }
    await renameUnit(db, cast.em, renamed, morning)
    const { names } = await pastOfUnit(db, unit, '2023-01-01')
    expect(names.map((name) => [name.from_on, name.to_on])).toEqual([
      ['2020-05-01', null],
      ['2010-01-01', '2020-04-30'],
    ])
    await expect(renameUnit(db, cast.em, renamed, morning)).rejects.toMatchObject({ key: 'units.nameTooEarly' })
    const same = { ...renamed, fromOn: '2021-01-01' }
    await expect(renameUnit(db, cast.em, same, morning)).rejects.toMatchObject({ key: 'units.sameAsBefore' })
    await expect(renameUnit(db, cast.an, same, morning)).rejects.toThrow('not-allowed')
  })

  test('two names for the same day never both stand', async () => {
    const { db, cast } = await opened()
    const unit = await addUnit(db, cast.dung, fresh(), morning)
    const both = ['một', 'hai'].map((name) =>
      renameUnit(db, cast.dung, { unit, fullName: name, shortName: name, ...decision }, morning),
    )
    const results = await Promise.allSettled(both)
    expect(results.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
  })
})

describe('moving a unit', () => {
  test('it stands under its new parent from that day on', async () => {
    const { db, cast } = await opened()
    const [unit, first, second] = await Promise.all([1, 2, 3].map(() => addUnit(db, cast.dung, fresh(), morning)))
    if (!unit || !first || !second) throw new Error('three units were added')
    await moveUnit(db, cast.dung, { unit, parent: first, fromOn: '2012-01-01', document: 'QĐ 1' }, morning)
    await moveUnit(db, cast.dung, { unit, parent: second, ...decision }, morning)
    const { parents } = await pastOfUnit(db, unit, '2023-01-01')
    expect(parents.map((parent) => [parent.parent_id, parent.from_on, parent.to_on])).toEqual([
      [second, '2020-05-01', null],
      [first, '2012-01-01', '2020-04-30'],
    ])
    const back = moveUnit(db, cast.dung, { unit, parent: first, ...decision }, morning)
    await expect(back).rejects.toMatchObject({ key: 'units.movedLater' })
  })

  test('no unit comes to stand above itself, not even when two move at once', async () => {
    const { db, cast } = await opened()
    const [one, other] = await Promise.all([1, 2].map(() => addUnit(db, cast.dung, fresh(), morning)))
    if (!one || !other) throw new Error('two units were added')
    const circle = [
      moveUnit(db, cast.dung, { unit: one, parent: other, ...decision }, morning),
      moveUnit(db, cast.em, { unit: other, parent: one, ...decision }, morning),
    ]
    const results = await Promise.allSettled(circle)
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected'])
    const itself = moveUnit(db, cast.dung, { unit: one, parent: one, ...decision }, morning)
    await expect(itself).rejects.toMatchObject({ key: 'units.aboveItself' })
    await expect(moveUnit(db, cast.an, { unit: one, parent: other, ...decision }, morning)).rejects.toThrow(
      'not-allowed',
    )
  })
})

describe('ending a unit', () => {
  test('it is no more from that day on, once', async () => {
    const { db, cast } = await opened()
    const unit = await addUnit(db, cast.dung, fresh(), morning)
    await expect(endUnit(db, cast.binh, { unit, ...decision }, morning)).rejects.toThrow('not-allowed')
    await expect(endUnit(db, cast.dung, { unit, ...decision, fromOn: '2009-01-01' }, morning)).rejects.toMatchObject({
      key: 'units.endTooEarly',
    })
    await endUnit(db, cast.dung, { unit, ...decision }, morning)
    expect(await statusOn(db, unit, '2020-04-30')).toBe('active')
    expect(await statusOn(db, unit, '2020-05-01')).toBe('ended')
    const again = endUnit(db, cast.dung, { unit, ...decision, fromOn: '2021-01-01' }, morning)
    await expect(again).rejects.toMatchObject({ key: 'units.alreadyEnded' })
  })
})
