import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { legalRules } from '../../../../db/seed/legal-rules.ts'
import { makeCast, morning, type Cast } from '../../../../test/cast.ts'
import { freshDatabase, testDatabase } from '../../../../test/database.ts'
import type { Db } from '#platform/database/database.ts'
import { newId } from '#platform/id.ts'
import { addNextYear, inYear, launchTestMovement, openTestMovement, waitingTasks } from '../testing/movements.ts'
import { beginMovement } from './begin-movement.ts'
import { carryMovements } from '../carry-over/carry-movements.ts'
import { closeMovement } from './close-movement.ts'
import { correctMovement, correctMovementInput } from './correct-movement.ts'
import { holdReview } from './hold-review.ts'
import { launchMovement, launchMovementInput } from './launch-movement.ts'
import { goesOnIn, wholeYears } from './movement.ts'
import { planReview } from './plan-review.ts'
import { adoptionsOf, movementOf, movementsOfYear, movementsToCarry, reviewsOf } from './queries.ts'
import { recordAdoption } from './record-adoption.ts'
import { removeMovement } from './remove-movement.ts'
import { yearById } from '#domains/blocs/queries.ts'

let db: Db
let cast: Cast

beforeAll(async () => {
  db = (await testDatabase()).db
  cast = await makeCast(db)
})

const of = (movement: string) => ({ blocYear: cast.blocYear, movement })
const launchOf = (movement: string, launchedOn = '2023-02-01') =>
  launchMovementInput.parse({ ...of(movement), launchedOn, launcher: 'Hội LHPN tỉnh' })

test('the head enters movements, a unit its own; others do not, and no name stands twice', async () => {
  await openTestMovement(db, cast, { title: 'Xanh, sạch, đẹp' })
  await expect(openTestMovement(db, cast, { title: 'Xanh - SẠCH đep' })).rejects.toMatchObject({
    key: 'movements.titleTaken',
  })
  await expect(openTestMovement(db, cast, { title: 'Việc khác' }, cast.binh)).rejects.toMatchObject({
    name: 'Forbidden',
  })
  const own = { level: 'unit', unit: cast.units[0] ?? '', title: 'Của riêng một đơn vị' }
  await openTestMovement(db, cast, own, cast.binh)
  await expect(openTestMovement(db, cast, own, cast.chi)).rejects.toMatchObject({ name: 'Forbidden' })
  await expect(openTestMovement(db, cast, { level: 'unit', title: 'Không đơn vị' })).rejects.toMatchObject({
    key: 'movements.unitMissing',
  })
  const outside = { title: 'Ngoài khối', chargeUnit: cast.outsideUnit }
  await expect(openTestMovement(db, cast, outside)).rejects.toMatchObject({ key: 'movements.notMember' })
})

test('a title that carries its period gives it away, whatever stands around the dash', async () => {
  const title = '“Cán bộ thi đua thực hiện văn hóa công sở”, giai đoạn 2019 - 2025'
  const id = await openTestMovement(db, cast, { title, period: '' })
  expect(await movementOf(db, cast.blocYear, id)).toMatchObject({
    title: 'Cán bộ thi đua thực hiện văn hóa công sở',
    from_on: '2019-01-01',
    to_on: '2025-12-31',
    by_years: true,
  })
})

test('a movement walks from draft to closed in this order and no other', async () => {
  const id = await openTestMovement(db, cast, { title: 'Đi hết chặng' })
  await expect(beginMovement(db, cast.an, of(id), morning)).rejects.toMatchObject({ key: 'movements.not_begin' })
  await expect(launchMovement(db, cast.binh, launchOf(id), morning)).rejects.toMatchObject({ name: 'Forbidden' })
  const twice = await Promise.allSettled([1, 2].map(() => launchMovement(db, cast.an, launchOf(id), morning)))
  expect(twice.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  await beginMovement(db, cast.an, of(id), morning)
  await expect(closeMovement(db, cast.an, of(id), morning)).rejects.toMatchObject({ key: 'movements.not_close' })
  const review = await planReview(db, cast.an, { ...of(id), kind: 'final', plannedOn: '2023-02-15' }, morning)
  expect(await waitingTasks(db, cast.blocYear, 'movements.review')).toMatchObject([
    { unit_id: cast.headUnit, due_on: '2023-02-15' },
  ])
  await holdReview(db, cast.an, { ...of(id), review, heldOn: '2023-02-16', result: 'Đạt' }, morning)
  expect(await waitingTasks(db, cast.blocYear, 'movements.review')).toEqual([])
  await closeMovement(db, cast.an, of(id), morning)
  expect(await movementOf(db, cast.blocYear, id)).toMatchObject({ state: 'closed', closed_on: '2023-02-20' })
  await expect(closeMovement(db, cast.an, of(id), morning)).rejects.toMatchObject({ key: 'movements.not_close' })
})

test('a launch needs content, subjects and period, and lies neither ahead nor after the end', async () => {
  const empty = await openTestMovement(db, cast, { title: 'Chưa đủ', content: '', period: '' })
  await expect(launchMovement(db, cast.an, launchOf(empty), morning)).rejects.toMatchObject({
    key: 'movements.notReady',
  })
  const id = await openTestMovement(db, cast, { title: 'Đã hết hạn', period: '2021-2022' })
  await expect(launchMovement(db, cast.an, launchOf(id), morning)).rejects.toMatchObject({
    key: 'movements.launchAfterEnd',
  })
  await expect(launchMovement(db, cast.an, launchOf(id, '2023-02-21'), morning)).rejects.toMatchObject({
    key: 'movements.launchInFuture',
  })
})

test('members are asked to join within the days that the law of the launch gives; without a rule without a deadline', async () => {
  const own = await freshDatabase()
  const others = await makeCast(own.db)
  await launchTestMovement(own.db, others, { title: 'Trước khi có quy định' })
  const asked = await waitingTasks(own.db, others.blocYear, 'movements.join')
  expect(asked.map(({ due_on }) => due_on)).toEqual([null, null, null, null, null, null])
  const rules = legalRules.map((rule) => ({ id: newId(), ...rule }))
  await own.db.insertInto('legal_rule').values(rules).execute()
  await openTestMovement(own.db, others, { title: 'Sau khi có quy định' })
  const second = (await movementsOfYear(own.db, others.blocYear)).find(({ title }) => title === 'Sau khi có quy định')
  const launch = { blocYear: others.blocYear, movement: second?.id, launchedOn: '2023-02-10', launcher: 'Khối' }
  await launchMovement(own.db, others.an, launchMovementInput.parse(launch), morning)
  const after = await waitingTasks(own.db, others.blocYear, 'movements.join')
  const dated = after.filter(({ due_on }) => due_on !== null)
  expect(dated.map(({ due_on }) => due_on)).toEqual(Array.from({ length: 6 }, () => '2023-02-25'))
})

test('who corrects what another has changed meanwhile is told so, and nothing is overwritten', async () => {
  const id = await openTestMovement(db, cast, { title: 'Hai người sửa' })
  const typed = {
    ...of(id),
    version: '1',
    form: 'regular',
    level: 'bloc',
    title: 'Một người sửa',
    milestone: '10 mô hình',
  }
  const input = correctMovementInput.parse(typed)
  await correctMovement(db, cast.an, input, morning)
  await expect(correctMovement(db, cast.an, input, morning)).rejects.toMatchObject({ name: 'Conflict' })
  expect(await movementOf(db, cast.blocYear, id)).toMatchObject({ title: 'Một người sửa', milestone: '10 mô hình' })
  await expect(correctMovement(db, cast.binh, { ...input, version: 2 }, morning)).rejects.toMatchObject({
    name: 'Forbidden',
  })
})

test('a movement follows one of the same or a higher level, and never itself', async () => {
  const national = await openTestMovement(db, cast, { title: 'Cả nước chung sức', level: 'national' })
  const child = await openTestMovement(db, cast, { title: 'Tỉnh chung sức', level: 'provincial', parent: national })
  expect(await movementOf(db, cast.blocYear, child)).toMatchObject({ parent_title: 'Cả nước chung sức' })
  const below = { title: 'Ngược cấp', level: 'national', parent: child }
  await expect(openTestMovement(db, cast, below)).rejects.toMatchObject({ key: 'movements.parentBelow' })
})

test('each level takes a movement up once; a member says so of itself', async () => {
  const id = await launchTestMovement(db, cast, { title: 'Từ trung ương' })
  const adopted = { ...of(id), adoptedOn: '2023-02-02', document: '', unit: undefined }
  await recordAdoption(db, cast.an, { ...adopted, level: 'provincial', adopter: 'Tỉnh Nam Định' }, morning)
  const again = recordAdoption(db, cast.an, { ...adopted, level: 'provincial', adopter: 'tỉnh Nam Định' }, morning)
  await expect(again).rejects.toMatchObject({ key: 'movements.adoptedAlready' })
  const own = { ...adopted, level: 'unit' as const, adopter: '', unit: cast.units[0] }
  await recordAdoption(db, cast.binh, own, morning)
  const forAnother = recordAdoption(db, cast.binh, { ...own, unit: cast.units[1] }, morning)
  await expect(forAnother).rejects.toMatchObject({ name: 'Forbidden' })
  expect((await adoptionsOf(db, id)).map(({ adopter }) => adopter)).toEqual([
    'Tỉnh Nam Định',
    'Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh',
  ])
  await expect(sql`delete from movement_adoption where movement_id = ${id}`.execute(db)).rejects.toThrow(/permission/)
})

test('an interim review lets a movement go on; the final one ends the asking', async () => {
  const id = await launchTestMovement(db, cast, { title: 'Sơ kết rồi tổng kết' })
  const plan = (kind: 'interim' | 'final') =>
    planReview(db, cast.an, { ...of(id), kind, plannedOn: '2023-02-10' }, morning)
  const interim = await plan('interim')
  await expect(plan('interim')).rejects.toMatchObject({ key: 'movements.reviewPlanned' })
  const final = await plan('final')
  const hold = (review: string, heldOn = '2023-02-10') =>
    holdReview(db, cast.an, { ...of(id), review, heldOn, result: 'Tốt' }, morning)
  await expect(hold(interim, '2023-01-31')).rejects.toMatchObject({ key: 'movements.reviewBeforeLaunch' })
  await hold(interim)
  await expect(hold(interim)).rejects.toMatchObject({ key: 'movements.reviewHeld' })
  expect((await movementOf(db, cast.blocYear, id)).state).toBe('launched')
  await hold(final)
  expect((await movementOf(db, cast.blocYear, id)).state).toBe('reviewed')
  expect((await reviewsOf(db, id)).map(({ held_on }) => held_on)).toEqual(['2023-02-10', '2023-02-10'])
})

test('a draft that nobody follows is dropped; what was launched stays', async () => {
  const draft = await openTestMovement(db, cast, { title: 'Bỏ đi' })
  await removeMovement(db, cast.an, of(draft), morning)
  expect((await movementsOfYear(db, cast.blocYear)).some(({ id }) => id === draft)).toBe(false)
  const launched = await launchTestMovement(db, cast, { title: 'Không bỏ được' })
  await expect(removeMovement(db, cast.an, of(launched), morning)).rejects.toMatchObject({
    key: 'movements.not_remove',
  })
})

test('movements whose period goes on are offered to the next year, and carried once', async () => {
  const others = await makeCast(db)
  const standing = await launchTestMovement(db, others, { title: 'Giai đoạn dài', period: '2021-2025' })
  await launchTestMovement(db, others, { title: 'Chỉ năm nay', period: '2023' })
  const next = await addNextYear(db, others)
  const year = await yearById(db, next)
  expect((await movementsToCarry(db, year)).map(({ id }) => id)).toEqual([standing])
  const input = { blocYear: next, movements: [standing] }
  await expect(carryMovements(db, inYear(others.binh, next), input, morning)).rejects.toMatchObject({
    name: 'Forbidden',
  })
  await carryMovements(db, inYear(others.an, next), input, morning)
  await expect(carryMovements(db, inYear(others.an, next), input, morning)).rejects.toMatchObject({
    key: 'movements.nothingToCarry',
  })
  expect(await movementsOfYear(db, next)).toMatchObject([{ id: standing, carried_from: others.blocYear }])
  expect(await movementsToCarry(db, year)).toEqual([])
})

test('a period without an end goes on until the movement is reviewed', () => {
  const year = { starts_on: '2024-01-01' }
  const movement = { state: 'running' as const, from_on: null, to_on: null }
  expect(goesOnIn(movement, year)).toBe(true)
  expect(goesOnIn({ ...movement, to_on: '2023-12-31' }, year)).toBe(false)
  expect(goesOnIn({ ...movement, state: 'reviewed' }, year)).toBe(false)
})

test('years are counted whole', () => {
  expect(wholeYears('2021-01-01', '2025-12-31')).toBe(4)
  expect(wholeYears('2021-03-02', '2024-03-01')).toBe(2)
  expect(wholeYears('2021-03-02', '2024-03-02')).toBe(3)
})
