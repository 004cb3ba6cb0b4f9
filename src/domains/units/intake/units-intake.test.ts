import { beforeAll, describe, expect, test } from 'vitest'
import { seedUnitLevels } from '../../../../db/seed/unit-levels.ts'
import { makeCast, morning, type Cast } from '../../../../test/cast.ts'
import { testDatabase } from '../../../../test/database.ts'
import { memoryFiles } from '../../../../test/signing.ts'
import { historyOf } from '#capabilities/audit/history.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { newId } from '#platform/id.ts'
import { addUnit } from '../add-unit.ts'
import { nameOn, pastOfUnit, unitsNamedLike } from '../queries.ts'
import { addUnitRole } from '../people/add-unit-role.ts'
import { checkRows } from './check-rows.ts'
import { chooseRows } from './choose-rows.ts'
import { confirmIntake } from './confirm-intake.ts'
import { countsOf } from './intake.ts'
import { keepIntake } from './keep-intake.ts'
import { intakeById } from './queries.ts'
import { freshName, putIntake, unitRow, unitsFile } from './testing/lists.ts'
import { undoIntake } from './undo-intake.ts'
import { withdrawIntake } from './withdraw-intake.ts'

const files = memoryFiles()
const env = { now: morning, origin: 'http://namdinh.test' }
let db: Db
let cast: Cast

beforeAll(async () => {
  db = (await testDatabase()).db
  await seedUnitLevels(db)
  cast = await makeCast(db)
})

type Rows = Parameters<typeof unitsFile>[0]

const put = (rows: Rows) => putIntake(db, 'units', cast.dung.account, rows)

async function keep(rows: Rows, actor: Actor = cast.dung) {
  const bytes = await unitsFile(rows)
  return keepIntake(db, actor, { kind: 'units', fileName: 'đơn vị.xlsx', bytes }, { files, now: morning })
}

const judged = (id: string) => checkRows(db, { id, kind: 'units' }, morning)

async function told(id: string) {
  return (await judged(id)).map(({ number, outcome, faults, likenesses }) => ({
    number,
    outcome,
    faults: faults.map(({ column, key }) => `${column} ${key}`),
    like: likenesses.map(({ name, why }) => `${name}: ${why}`),
  }))
}

async function confirm(intake: string, actor: Actor = cast.dung) {
  const { add, same, skip } = countsOf(await judged(intake))
  return confirmIntake(db, actor, { intake, add, same, skip }, env)
}

const choose = (intake: string, rows: { number: number; picked: string }[]) =>
  chooseRows(db, cast.dung, { intake, sweep: undefined, rows }, morning)

const unitNamed = async (name: string) => (await unitsNamedLike(db, name))[0]?.unit_id

async function addByHand(fullName: string, more = {}) {
  const input = { fullName, shortName: fullName, level: 'tinh', fromOn: '2010-01-01', document: '', anotherUnit: false }
  return addUnit(db, cast.dung, { ...input, ...more }, morning)
}

describe('a list of units', () => {
  test('is entered as adding and moving each by hand would, parents in any order', async () => {
    const [above, below] = [freshName('Ban'), freshName('Phòng')]
    const intake = await keep([unitRow(below, { parent: above.toLowerCase() }), unitRow(above)])
    expect(await unitNamed(above)).toBeUndefined()
    await confirm(intake)
    const child = (await unitNamed(below)) ?? ''
    expect(await pastOfUnit(db, child, '2023-02-20')).toMatchObject({
      names: [{ full_name: below, from_on: '2020-02-01', document: 'Quyết định 7/QĐ-UBND' }],
      parents: [{ parent_id: await unitNamed(above), name: above }],
      statuses: [{ status: 'active' }],
    })
    expect((await historyOf(db, child)).map(({ action }) => action)).toEqual(['unit.moved', 'unit.added'])
    expect(await historyOf(db, intake)).toMatchObject([
      { action: 'intake.entered', facts: { added: 2, joined: 0, skipped: 0 } },
      { action: 'intake.kept', facts: { rows: 2 } },
    ])
    expect(await intakeById(db, intake)).toMatchObject({ state: 'applied', added: 2, file_name: 'đơn vị.xlsx' })
  })

  test('may be brought by the authority and the administrator, and by nobody else at any step', async () => {
    const row = [unitRow(freshName())]
    await expect(keep(row, cast.an)).rejects.toThrow('not-allowed')
    const intake = await keep(row, cast.em)
    await expect(confirm(intake, cast.an)).rejects.toThrow('not-allowed')
    await expect(chooseRows(db, cast.an, { intake, sweep: undefined, rows: [] }, morning)).rejects.toThrow(
      'not-allowed',
    )
    await expect(withdrawIntake(db, cast.an, { intake }, morning)).rejects.toThrow('not-allowed')
    await confirm(intake, cast.em)
    await expect(undoIntake(db, cast.an, { intake }, morning)).rejects.toThrow('not-allowed')
  })

  test('with a fault in one row enters none until that row is mended or left out', async () => {
    const [good, bad] = [freshName(), freshName()]
    const intake = await put([
      unitRow(good),
      unitRow(bad, { level: 'Cấp trời' }),
      unitRow(freshName(), { parent: 'Không có' }),
    ])
    expect((await told(intake)).map(({ faults }) => faults)).toEqual([
      [],
      ['2 sheet.notAChoice'],
      ['3 intake.noParent'],
    ])
    await expect(confirm(intake)).rejects.toMatchObject({ key: 'intake.faultsLeft', values: { count: 2 } })
    expect(await unitNamed(good)).toBeUndefined()
    await chooseRows(db, cast.dung, { intake, sweep: 'skip-faulty', rows: [] }, morning)
    await confirm(intake)
    expect(await unitNamed(good)).toBeTypeOf('string')
    expect(await unitNamed(bad)).toBeUndefined()
    expect(await intakeById(db, intake)).toMatchObject({ added: 1, skipped: 2 })
  })

  test('knows what is there already, and asks where it only looks alike', async () => {
    const [same, moved, twice] = [freshName('Hội'), freshName('Hội'), freshName('Hội')]
    await addByHand(same)
    await addByHand(moved)
    const longer = `${freshName('Hội Người')} tỉnh Nam Định`
    await addByHand(longer)
    const shorter = freshName('Liên hiệp')
    await addByHand(shorter, { shortName: `lh-${same}` })
    const intake = await put([
      unitRow(same.toUpperCase()),
      unitRow(moved, { parent: same }),
      unitRow(freshName(), { short: `LH-${same}` }),
      unitRow(twice),
      unitRow(twice),
      unitRow(longer.replace(' Nam Định', '')),
    ])
    expect((await told(intake)).map(({ outcome, like }) => [outcome, like])).toEqual([
      ['same', [`${same}: name`]],
      [null, [`${moved}: name`]],
      [null, [`${shorter}: shortName`]],
      ['add', []],
      [null, [`${twice}: name`]],
      [null, [`${longer}: beginning`]],
    ])
    await expect(confirm(intake)).rejects.toMatchObject({ key: 'intake.choicesLeft', values: { count: 4 } })
    await choose(intake, [
      { number: 3, picked: `same:unit:${await unitNamed(moved)}` },
      { number: 4, picked: 'add' },
      { number: 6, picked: 'same:row:5' },
      { number: 7, picked: 'skip' },
    ])
    await confirm(intake)
    expect(await intakeById(db, intake)).toMatchObject({ added: 2, joined: 3, skipped: 1 })
    expect(await unitsNamedLike(db, twice)).toHaveLength(1)
  })

  test('knows a short name by the initials of a full one', async () => {
    const intake = await put([unitRow('Hội Liên hiệp Phụ nữ Giao Ước', { short: freshName() })])
    await confirm(intake)
    const again = await put([unitRow(freshName('Hội nữ'), { short: 'HLHPNGU' })])
    expect(await told(again)).toMatchObject([{ outcome: null, like: ['Hội Liên hiệp Phụ nữ Giao Ước: initials'] }])
  })

  test('tells circles, names that mean two units, codes that are taken, and moves without a document', async () => {
    const [one, other, double, holder] = [freshName(), freshName(), freshName(), freshName()]
    await addByHand(holder, { code: `H${one.slice(-8)}` })
    await addByHand(double)
    await addByHand(double, { anotherUnit: true })
    const bare = unitRow(freshName(), { parent: holder }).with(5, '')
    const intake = await put([
      unitRow(one, { parent: other }),
      unitRow(other, { parent: one }),
      unitRow(freshName(), { parent: double }),
      unitRow(freshName(), { code: `h${one.slice(-8)}` }),
      unitRow(freshName(), { code: 'mã lạ' }),
      bare,
    ])
    expect((await told(intake)).map(({ faults }) => faults)).toEqual([
      ['3 intake.circle'],
      ['3 intake.circle'],
      ['3 intake.manyParents'],
      ['6 intake.codeTaken'],
      ['6 intake.badCode'],
      ['5 intake.documentNeeded'],
    ])
    const byCode = await put([unitRow(freshName(), { parent: `H${one.slice(-8)}` })])
    await confirm(byCode)
  })

  test('that was confirmed twice at once is entered once', async () => {
    const name = freshName()
    const intake = await put([unitRow(name)])
    const both = await Promise.allSettled([confirm(intake), confirm(intake)])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(await unitsNamedLike(db, name)).toHaveLength(1)
  })

  test('is asked again when somebody was quicker with the same units', async () => {
    const name = freshName()
    const [first, second] = [await put([unitRow(name)]), await put([unitRow(name)])]
    const seen = countsOf(await judged(second))
    await confirm(first)
    await expect(confirmIntake(db, cast.dung, { intake: second, ...seen }, env)).rejects.toThrow('intake.changedSince')
    await confirm(second)
    expect(await intakeById(db, second)).toMatchObject({ added: 0, joined: 1 })
  })

  test('that was set aside or entered takes no choice and no other end', async () => {
    const intake = await put([unitRow(freshName())])
    await withdrawIntake(db, cast.dung, { intake }, morning)
    await expect(confirm(intake)).rejects.toThrow('intake.decided')
    await expect(choose(intake, [{ number: 2, picked: 'skip' }])).rejects.toThrow('intake.decided')
    await expect(withdrawIntake(db, cast.dung, { intake }, morning)).rejects.toThrow('intake.decided')
    await expect(undoIntake(db, cast.dung, { intake }, morning)).rejects.toThrow('intake.notEntered')
  })

  test('of five thousand rows is entered whole, and undone whole', async () => {
    const above = freshName('Huyện')
    const commune = (index: number) => unitRow(`${above} xã ${index}`, { parent: above, level: 'Cấp xã' })
    const intake = await keep([unitRow(above), ...Array.from({ length: 4_999 }, (_none, index) => commune(index))])
    await confirm(intake)
    expect(await unitNamed(`${above} xã 4998`)).toBeTypeOf('string')
    await undoIntake(db, cast.dung, { intake }, morning)
    expect(await unitNamed(`${above} xã 4998`)).toBeUndefined()
    expect(await unitNamed(above)).toBeUndefined()
    expect(await intakeById(db, intake)).toMatchObject({ state: 'undone', rows: 5_000 })
  }, 90_000)
})

describe('undoing', () => {
  const entered = async () => {
    const name = freshName()
    const intake = await put([unitRow(name)])
    await confirm(intake)
    return { intake, unit: (await unitNamed(name)) ?? '' }
  }
  const undo = (intake: string) => undoIntake(db, cast.dung, { intake }, morning)

  test('takes back what the list brought and keeps its history', async () => {
    const { intake, unit } = await entered()
    await undo(intake)
    expect(await db.selectFrom('unit').select('id').where('id', '=', unit).execute()).toEqual([])
    expect((await historyOf(db, intake))[0]).toMatchObject({ action: 'intake.undone', facts: { units: 1, people: 0 } })
    await expect(undo(intake)).rejects.toThrow('intake.notEntered')
  })

  test('twice at once happens once', async () => {
    const { intake } = await entered()
    const both = await Promise.allSettled([undo(intake), undo(intake)])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  test('is refused once somebody works for a unit, and takes back nothing then', async () => {
    const { intake, unit } = await entered()
    const role = { unit, account: cast.chi.account, role: 'officer' as const, fromOn: '2023-01-01' }
    await addUnitRole(db, cast.dung, role, morning)
    await expect(undo(intake)).rejects.toMatchObject({ key: 'intake.builtOn', values: { count: 1 } })
    expect(await unitNamed((await nameOn(db, unit, '2023-01-01')).full_name)).toBe(unit)
  })

  test('is refused once a unit stands under one of them, or one joined a bloc', async () => {
    const { intake, unit } = await entered()
    const child = await addByHand(freshName())
    await db
      .insertInto('unit_parent')
      .values({ id: newId(), unit_id: child, parent_id: unit, from_on: '2022-01-01' })
      .execute()
    await expect(undo(intake)).rejects.toThrow('intake.builtOn')
    const other = await entered()
    const member = { bloc_year_id: cast.blocYear, unit_id: other.unit, position: 99, from_on: '2023-01-01' }
    await db
      .insertInto('membership')
      .values({ id: newId(), ...member })
      .execute()
    await expect(undo(other.intake)).rejects.toThrow('intake.builtOn')
  })
})
