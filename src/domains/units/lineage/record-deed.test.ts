import { describe, expect, test } from 'vitest'
import { seedUnitLevels } from '../../../../db/seed/unit-levels.ts'
import { makeCast, morning, type Cast } from '../../../../test/cast.ts'
import { testDatabase } from '../../../../test/database.ts'
import { giveMandates, memoryFiles } from '../../../../test/signing.ts'
import { announce } from '../../../app/announce.ts'
import { membersOn } from '#domains/blocs/queries.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { newCode, newId } from '#platform/id.ts'
import { addUnit } from '../add-unit.ts'
import { mandatesOfUnit } from '../mandates/queries.ts'
import { findUnits, nameOn, pastOfUnit, statusOn } from '../queries.ts'
import { correctDeed } from './correct-deed.ts'
import { waysOn } from './lineage.ts'
import { nameAwardingOffice } from './name-awarding-office.ts'
import { awardingOffices, deedById, familyOf, unitsOfEndedLevels } from './queries.ts'
import { recordDeed, recordDeedInput } from './record-deed.ts'
import { undoDeed } from './undo-deed.ts'

const july = new Date('2023-07-10T08:00:00+07:00')
const telling = { now: july, announce, files: memoryFiles() }

const document = {
  documentName: 'Quyết định về việc sắp xếp',
  documentNumber: '12/QĐ-UBND',
  documentIssuer: 'UBND tỉnh',
}

const typed = (deed: object) => recordDeedInput.parse({ effectiveOn: '2023-07-01', ...document, ...deed })

async function opened() {
  const { db } = await testDatabase()
  await seedUnitLevels(db)
  const cast = await makeCast(db)
  const deed = (input: object, actor: Actor = cast.dung) => recordDeed(db, actor, typed(input), telling)
  return { db, cast, deed }
}

const unitNamed = async (db: Db, cast: Cast, name = `Sở ${newCode(10)}`, level = 'tinh') =>
  addUnit(
    db,
    cast.dung,
    { fullName: name, shortName: name.slice(0, 80), level, fromOn: '2010-01-01', document: '', anotherUnit: true },
    morning,
  )

async function newNamed(db: Db, name: string): Promise<string> {
  const row = db.selectFrom('unit_name').select('unit_id').where('full_name', '=', name)
  return (await row.executeTakeFirstOrThrow()).unit_id
}

const states = (results: PromiseSettledResult<unknown>[]) => results.map((one) => one.status).sort()

test('a unit is found by the name of a unit elsewhere that it continues, until the deed is undone', async () => {
  const { db, cast, deed } = await opened()
  const own = await unitNamed(db, cast)
  const far = `Hội Nông dân ${newCode(10)}`
  const found = async () => (await findUnits(db, { text: far.replace('ô', 'o'), day: '2023-07-10' })).units
  const id = await deed({
    kind: 'absorb',
    after: own,
    beforeElsewhere: `${far}; Tỉnh Hà Nam`,
    before: await unitNamed(db, cast),
  })
  expect(await found()).toMatchObject([{ id: own, matched_name: far }])
  await undoDeed(db, cast.dung, { deed: id, reason: 'Ghi nhầm tỉnh' }, telling)
  expect(await found()).toEqual([])
})

describe('renaming', () => {
  test('the name so far ends the day before; the authority and the administrator may, others not', async () => {
    const { db, cast, deed } = await opened()
    const unit = await unitNamed(db, cast)
    const input = { kind: 'rename', before: unit, afterNew: `Sở mới ${unit}; Sở mới`, effectiveOn: '2020-05-01' }
    await expect(deed(input, cast.an)).rejects.toThrow('not-allowed')
    await deed(input, cast.em)
    const { names } = await pastOfUnit(db, unit, '2023-01-01')
    expect(names.map((name) => [name.from_on, name.to_on])).toEqual([
      ['2020-05-01', null],
      ['2010-01-01', '2020-04-30'],
    ])
    await expect(deed(input)).rejects.toMatchObject({ key: 'units.nameTooEarly' })
    const same = { ...input, effectiveOn: '2021-01-01' }
    await expect(deed(same)).rejects.toMatchObject({ key: 'units.sameAsBefore' })
  })

  test('of two names for one day one stands', async () => {
    const { db, cast, deed } = await opened()
    const unit = await unitNamed(db, cast)
    const both = ['Một', 'Hai'].map((name) => deed({ kind: 'rename', before: unit, afterNew: name }))
    expect(states(await Promise.allSettled(both))).toEqual(['fulfilled', 'rejected'])
  })
})

describe('moving under another', () => {
  test('several units stand under their new parent from that day on', async () => {
    const { db, cast, deed } = await opened()
    const [one, two, first, second] = await Promise.all([1, 2, 3, 4].map(() => unitNamed(db, cast)))
    await deed({ kind: 'move', before: one, after: first, effectiveOn: '2012-01-01' })
    await deed({ kind: 'move', before: `${one},${two}`, after: second, effectiveOn: '2020-05-01' })
    const { parents } = await pastOfUnit(db, one ?? '', '2023-01-01')
    expect(parents.map((parent) => [parent.parent_id, parent.from_on, parent.to_on])).toEqual([
      [second, '2020-05-01', null],
      [first, '2012-01-01', '2020-04-30'],
    ])
    expect(await statusOn(db, one ?? '', '2023-07-10')).toBe('active')
    const back = deed({ kind: 'move', before: one, after: first, effectiveOn: '2020-05-01' })
    await expect(back).rejects.toMatchObject({ key: 'units.movedLater' })
  })

  test('no unit comes to stand above itself, not even when two move at once', async () => {
    const { db, cast, deed } = await opened()
    const [one, other] = await Promise.all([1, 2].map(() => unitNamed(db, cast)))
    const circle = [
      deed({ kind: 'move', before: one, after: other }),
      deed({ kind: 'move', before: other, after: one }),
    ]
    expect(states(await Promise.allSettled(circle))).toEqual(['fulfilled', 'rejected'])
    const itself = deed({ kind: 'move', before: one, after: one })
    await expect(itself).rejects.toMatchObject({ key: 'lineage.bothSides' })
  })
})

describe('a merger in July', () => {
  test('ends two members, their mandates and their places, and tells the head; what was before stays', async () => {
    const { db, cast, deed } = await opened()
    await giveMandates(db, cast)
    const [first = '', second = ''] = cast.units
    const name = `Hội hợp nhất ${newCode(8)}`
    await deed({ kind: 'merge', before: `${first},${second}`, afterNew: `${name}; Hội HN` })
    const merged = await newNamed(db, name)
    expect(await statusOn(db, first, '2023-06-30')).toBe('active')
    expect(await statusOn(db, first, '2023-07-01')).toBe('ended')
    expect(await statusOn(db, merged, '2023-07-01')).toBe('active')
    expect((await nameOn(db, first, '2023-06-30')).full_name).toBe('Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh')
    expect(await mandatesOfUnit(db, first)).toMatchObject([{ state: 'ended', ended_on: '2023-07-01' }])
    expect((await membersOn(db, cast.blocYear, '2023-06-30')).map(({ unit }) => unit)).toEqual(cast.units)
    expect((await membersOn(db, cast.blocYear, '2023-07-01')).map(({ unit }) => unit)).toEqual(cast.units.slice(2))
    const tasks = await db
      .selectFrom('task')
      .select('kind')
      .where('unit_id', '=', cast.headUnit)
      .where('bloc_year_id', '=', cast.blocYear)
      .execute()
    expect(tasks).toEqual([{ kind: 'blocs.memberEnded' }, { kind: 'blocs.memberEnded' }])
  })

  test('of the head asks the authority for another; a year that is over is left alone', async () => {
    const { db, cast, deed } = await opened()
    const past = newId()
    const year = {
      bloc_id: cast.bloc,
      slug: '2022',
      kind: 'calendar',
      starts_on: '2022-01-01',
      ends_on: '2022-12-31',
    } as const
    await db
      .insertInto('bloc_year')
      .values({ id: past, ...year })
      .execute()
    const member = { bloc_year_id: past, unit_id: cast.headUnit, position: 1, from_on: '2022-01-01' }
    await db
      .insertInto('membership')
      .values({ id: newId(), ...member })
      .execute()
    await deed({ kind: 'dissolve', before: cast.headUnit })
    const wanted = db.selectFrom('task').select('kind').where('bloc_year_id', '=', cast.blocYear)
    expect(await wanted.execute()).toEqual([{ kind: 'blocs.headWanted' }])
    expect((await membersOn(db, past, '2022-12-31')).map(({ unit, to_on }) => [unit, to_on])).toEqual([
      [cast.headUnit, null],
    ])
  })

  test('of the same unit twice at once is recorded once', async () => {
    const { db, cast, deed } = await opened()
    const unit = await unitNamed(db, cast)
    const both = [deed({ kind: 'dissolve', before: unit }), deed({ kind: 'dissolve', before: unit })]
    expect(states(await Promise.allSettled(both))).toEqual(['fulfilled', 'rejected'])
  })
})

describe('chains', () => {
  test('lead from an old name through every step to who goes on, elsewhere too', async () => {
    const { db, cast, deed } = await opened()
    const key = newCode(8)
    const [one, other, sink] = await Promise.all([1, 2, 3].map(() => unitNamed(db, cast)))
    await deed({ kind: 'merge', before: `${one} ${other}`, afterNew: `Giữa ${key}`, effectiveOn: '2015-01-01' })
    const middle = await newNamed(db, `Giữa ${key}`)
    await deed({ kind: 'absorb', before: middle, after: sink, effectiveOn: '2018-01-01' })
    await deed({ kind: 'absorb', before: sink, afterElsewhere: `Sở Chung ${key}; Tỉnh Ninh Bình` })
    const ways = waysOn(one ?? '', await familyOf(db, [one ?? '']))
    expect(ways.map((way) => way.map(({ unit, name }) => unit ?? name))).toEqual([[middle, sink, `Sở Chung ${key}`]])
  })

  test('never turn back: what ended takes no part in a later deed, nor an earlier one', async () => {
    const { db, cast, deed } = await opened()
    const [one, other] = await Promise.all([1, 2].map(() => unitNamed(db, cast)))
    await deed({ kind: 'absorb', before: one, after: other, effectiveOn: '2018-01-01' })
    const back = deed({ kind: 'absorb', before: other, after: one, effectiveOn: '2019-01-01' })
    await expect(back).rejects.toMatchObject({ key: 'lineage.ofEnded' })
    const before = deed({ kind: 'absorb', before: other, after: one, effectiveOn: '2017-01-01' })
    await expect(before).rejects.toMatchObject({ key: 'lineage.tooEarly' })
  })

  test('a split may leave the old unit standing beside the new one', async () => {
    const { db, cast, deed } = await opened()
    const unit = await unitNamed(db, cast)
    const id = await deed({ kind: 'split', before: unit, after: unit, afterNew: `Tách ${unit}; Tách` })
    expect(await statusOn(db, unit, '2023-07-10')).toBe('active')
    expect((await deedById(db, id)).parties.map(({ side, isNew }) => [side, isNew])).toEqual([
      ['before', false],
      ['after', false],
      ['after', true],
    ])
  })

  test('an old name finds the unit, without tone marks and by initials, in NFD as in NFC', async () => {
    const { db, cast, deed } = await opened()
    const key = newCode(6).toLowerCase()
    const unit = await unitNamed(db, cast, `Ban Tôn giáo ${key}`)
    const afterNew = `Sở Dân tộc và Tôn giáo ${key}; Sở DTTG`.normalize('NFD')
    await deed({ kind: 'rename', before: unit, afterNew })
    for (const text of [`ban ton giao ${key}`, `btg${key.charAt(0)}`, `Ban Tôn giáo ${key}`.normalize('NFD')]) {
      const { units } = await findUnits(db, { text, day: '2023-07-10', size: 100 })
      const found = units.find(({ id }) => id === unit)
      expect(found?.full_name).toBe(`Sở Dân tộc và Tôn giáo ${key}`.normalize('NFC'))
      expect(found?.matched_name).toBe(`Ban Tôn giáo ${key}`)
    }
  })
})

describe('what a deed may not be', () => {
  test.each([
    ['nothingHere', { kind: 'dissolve', beforeElsewhere: 'Hội A; Tỉnh Hà Nam' }],
    ['beforeCount', { kind: 'merge', before: 'one', afterNew: 'Mới' }],
    ['afterCount', { kind: 'absorb', before: 'one' }],
    ['foundsNothing', { kind: 'absorb', before: 'one', afterNew: 'Mới' }],
    ['needsNew', { kind: 'rename', before: 'one', after: 'two' }],
    ['noPlace', { kind: 'absorb', before: 'one', afterElsewhere: 'Sở B' }],
    ['number', { kind: 'dissolve', before: 'one', documentNumber: '' }],
    ['numberBoth', { kind: 'dissolve', before: 'one', numberUnknown: 'on' }],
    ['documentLater', { kind: 'dissolve', before: 'one', documentOn: '2023-07-02' }],
    ['notYet', { kind: 'dissolve', before: 'one', effectiveOn: '2023-07-11' }],
    ['beforeUnit', { kind: 'dissolve', before: 'one', effectiveOn: '2010-01-01' }],
  ])('%s', async (key, input) => {
    const { db, cast, deed } = await opened()
    const ids: Record<string, string> = { one: await unitNamed(db, cast), two: await unitNamed(db, cast) }
    const filled = Object.fromEntries(Object.entries(input).map(([name, value]) => [name, ids[value] ?? value]))
    await expect(deed(filled)).rejects.toMatchObject({ key: `lineage.${key}` })
  })

  test('a unit of a level that is over is not founded; those that still stand are told', async () => {
    const { db, cast } = await opened()
    const later = new Date('2025-07-02T08:00:00+07:00')
    const district = await unitNamed(db, cast, `UBND huyện ${newCode(8)}`, 'huyen')
    const founding = { kind: 'split', before: district, afterNew: 'Một; 1\nHai; 2', level: 'huyen' }
    const input = typed({ ...founding, effectiveOn: '2025-07-01' })
    const refused = recordDeed(db, cast.dung, input, { ...telling, now: later })
    await expect(refused).rejects.toMatchObject({ key: 'lineage.levelOver' })
    expect((await unitsOfEndedLevels(db, '2025-06-30')).map(({ id }) => id)).not.toContain(district)
    expect((await unitsOfEndedLevels(db, '2025-07-01')).map(({ id }) => id)).toContain(district)
    const ending = typed({ kind: 'dissolve', before: district, effectiveOn: '2025-07-01' })
    await recordDeed(db, cast.dung, ending, { ...telling, now: later })
    expect((await unitsOfEndedLevels(db, '2025-07-02')).map(({ id }) => id)).not.toContain(district)
  })
})

describe('the awarding office', () => {
  test('goes by date, and on into the unit that takes its work over', async () => {
    const { db, cast, deed } = await opened()
    const [board, department] = await Promise.all([1, 2].map(() => unitNamed(db, cast)))
    await db.deleteFrom('awarding_office').execute()
    const input = { unit: board ?? '', fromOn: '2010-01-01' }
    await expect(nameAwardingOffice(db, cast.an, input, july)).rejects.toThrow('not-allowed')
    await nameAwardingOffice(db, cast.dung, input, july)
    const again = nameAwardingOffice(db, cast.dung, { ...input, fromOn: '2011-01-01' }, july)
    await expect(again).rejects.toMatchObject({ key: 'lineage.officeHeld' })
    await deed({ kind: 'absorb', before: board, after: department })
    expect((await awardingOffices(db)).map(({ unit, from_on, to_on }) => [unit, from_on, to_on])).toEqual([
      [department, '2023-07-01', null],
      [board, '2010-01-01', '2023-06-30'],
    ])
  })
})

describe('mending', () => {
  test('the document is corrected everywhere it is cited, with a reason', async () => {
    const { db, cast, deed } = await opened()
    const unit = await unitNamed(db, cast)
    const id = await deed({ kind: 'dissolve', before: unit })
    const right = { ...document, deed: id, documentNumber: '13/QĐ-UBND', numberUnknown: false, documentOn: undefined }
    const input = { ...right, reason: 'Gõ nhầm số' }
    await expect(correctDeed(db, cast.binh, input, july)).rejects.toThrow('not-allowed')
    await correctDeed(db, cast.dung, input, july)
    expect((await pastOfUnit(db, unit, '2023-07-10')).statuses[0]?.document).toContain('13/QĐ-UBND')
    await expect(correctDeed(db, cast.dung, input, july)).rejects.toMatchObject({ key: 'lineage.unchanged' })
  })

  test('a deed recorded by mistake is undone, and what it ended stands again', async () => {
    const { db, cast, deed } = await opened()
    const name = `Hội nhầm ${newCode(8)}`
    const id = await deed({ kind: 'merge', before: cast.units.slice(2, 4).join(), afterNew: `${name}; Nhầm` })
    const input = { deed: id, reason: 'Nhầm đơn vị' }
    await expect(undoDeed(db, cast.an, input, telling)).rejects.toThrow('not-allowed')
    await undoDeed(db, cast.dung, input, telling)
    expect(await statusOn(db, cast.headUnit, '2023-07-10')).toBe('active')
    const members = await membersOn(db, cast.blocYear, '2023-07-10')
    expect(members.map(({ unit }) => unit)).toEqual(cast.units)
    expect(members.find(({ unit }) => unit === cast.headUnit)?.office).toBe('head')
    expect(await db.selectFrom('unit_name').select('id').where('full_name', '=', name).execute()).toEqual([])
    expect(await deedById(db, id)).toMatchObject({ undone_reason: 'Nhầm đơn vị' })
    await expect(undoDeed(db, cast.dung, input, telling)).rejects.toMatchObject({ key: 'lineage.undone' })
    await expect(deed({ kind: 'dissolve', before: cast.headUnit })).resolves.toBeTypeOf('string')
  })

  test('nothing is undone once something was built on it', async () => {
    const { db, cast, deed } = await opened()
    const unit = await unitNamed(db, cast)
    const id = await deed({
      kind: 'split',
      before: unit,
      afterNew: `Một ${unit}; 1\nHai ${unit}; 2`,
      effectiveOn: '2023-05-01',
    })
    const half = await newNamed(db, `Một ${unit}`)
    const member = { bloc_year_id: cast.blocYear, unit_id: half, position: 99, from_on: '2023-06-01' }
    const membership = newId()
    await db
      .insertInto('membership')
      .values({ id: membership, ...member })
      .execute()
    const undo = () => undoDeed(db, cast.dung, { deed: id, reason: 'Thử' }, telling)
    await expect(undo()).rejects.toMatchObject({ key: 'lineage.unitInUse' })
    await db.deleteFrom('membership').where('id', '=', membership).execute()
    const later = await deed({ kind: 'dissolve', before: half })
    await expect(undo()).rejects.toMatchObject({ key: 'lineage.builtOn' })
    await undoDeed(db, cast.dung, { deed: later, reason: 'Thử' }, telling)
    await undo()
    expect(await statusOn(db, unit, '2023-07-10')).toBe('active')
  })
})
