import { beforeEach, describe, expect, test } from 'vitest'
import { makeCast, morning, type Cast } from '../../../../test/cast.ts'
import { testDatabase } from '../../../../test/database.ts'
import type { Db } from '#platform/database/database.ts'
import { tasksOf } from '#domains/calendar/queries.ts'
import { Conflict, Forbidden } from '#platform/errors.ts'
import { newId } from '#platform/id.ts'
import { openPeriods, openPeriodsInput } from '../periods/open-periods.ts'
import { assignmentsOfTarget, milestonesOf, targetByCode, targetsOf } from '../queries.ts'
import { draftTarget, lockedTarget, newMembers, quiet } from '../testing/locked-target.ts'
import { addTarget, addTemplate } from './add-target.ts'
import { adoptTargets } from './adopt-targets.ts'
import { orderTargets } from './order-targets.ts'
import { publicTargets, unitsWithPlans } from './queries.ts'
import { removeTarget } from './remove-target.ts'
import { usualDraft } from './target-draft.ts'
import { withdrawTarget } from './withdraw-target.ts'
import { writeMilestones } from './write-milestones.ts'
import { writePlan } from './write-plan.ts'
import { writeShares } from './write-shares.ts'
import { writeTarget } from './write-target.ts'
import { yearById } from '#domains/blocs/queries.ts'

let db: Db
let cast: Cast
beforeEach(async () => {
  ;({ db } = await testDatabase())
  cast = await makeCast(db)
})

const plan = (unit: string, planned: string | null, isAssigned = true) => ({
  unit,
  isAssigned,
  planned,
  baseline: null,
  weight: null,
  dueOn: null,
})
const planned = async (target: string) =>
  (await assignmentsOfTarget(db, target)).map((one) => (one.is_assigned ? one.planned : 'not assigned'))

describe('a target', () => {
  test('is added by the head for all members, and by nobody else', async () => {
    const { id } = await draftTarget(db, cast)
    expect(await planned(id)).toEqual(Array.from({ length: 6 }, () => '10'))
    for (const other of [cast.binh, cast.chi, cast.dung, cast.em]) {
      const added = addTarget(db, other, { ...newMembers, blocYear: cast.blocYear }, morning)
      await expect(added).rejects.toThrow(Forbidden)
    }
  })

  test('has a code of its own, also where two are added at once', async () => {
    const add = () => addTarget(db, cast.an, { ...newMembers, blocYear: cast.blocYear }, morning)
    const both = await Promise.allSettled([add(), add()])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    await expect(add()).rejects.toMatchObject({ key: 'targets.codeTaken' })
  })

  test('changes places with its neighbour of the same topic, by the head alone, and stops at an end', async () => {
    const ids: string[] = []
    for (const code of ['CT01', 'CT02', 'CT03', 'CT04'])
      ids.push((await draftTarget(db, cast, { code, topic: code === 'CT02' ? 'Quỹ' : '' })).id)
    const [first = '', , third = ''] = ids
    const codes = async () => (await targetsOf(db, cast.blocYear)).map(({ code }) => code)
    await expect(orderTargets(db, cast.binh, { id: third, step: 'up' }, morning)).rejects.toThrow(Forbidden)
    await Promise.all([
      orderTargets(db, cast.an, { id: third, step: 'up' }, morning),
      orderTargets(db, cast.an, { id: third, step: 'up' }, morning),
    ])
    expect(await codes()).toEqual(['CT03', 'CT02', 'CT01', 'CT04'])
    await orderTargets(db, cast.an, { id: first, step: 'down' }, morning)
    await orderTargets(db, cast.an, { id: first, step: 'down' }, morning)
    expect(await codes()).toEqual(['CT03', 'CT02', 'CT04', 'CT01'])
  })

  test('is computed only from two others that are typed', async () => {
    await draftTarget(db, cast)
    const ratio = (...of: string[]) =>
      draftTarget(db, cast, { ...usualDraft('percent'), code: 'CT09', name: 'Tỷ lệ', formula: { kind: 'ratio', of } })
    await expect(ratio('CT01')).rejects.toMatchObject({ key: 'targets.formulaCount' })
    await expect(ratio('CT01', 'CT77')).rejects.toMatchObject({ key: 'targets.formulaUnknown' })
    await draftTarget(db, cast, { code: 'CT02' })
    expect((await ratio('CT01', 'CT02')).formula).toEqual({ kind: 'ratio', of: ['CT01', 'CT02'] })
    const over = { kind: 'ratio' as const, of: ['CT09', 'CT01'] }
    const second = draftTarget(db, cast, { ...usualDraft('percent'), code: 'CT10', name: 'Nữa', formula: over })
    await expect(second).rejects.toMatchObject({ key: 'targets.formulaOfFormula' })
    const { id } = await targetByCode(db, cast.blocYear, 'CT01')
    await expect(removeTarget(db, cast.an, id, morning)).rejects.toMatchObject({ key: 'targets.namedInFormula' })
  })

  test('is edited on the version that was on screen, and not measured otherwise once figures stand', async () => {
    const { id, code } = await draftTarget(db, cast)
    const write = (version: number, given = {}) =>
      writeTarget(db, cast.an, { id, version, draft: { ...newMembers, name: 'Tên mới', ...given } }, morning)
    await write(1)
    await expect(write(1)).rejects.toThrow(Conflict)
    await expect(writeTarget(db, cast.binh, { id, version: 2, draft: newMembers }, morning)).rejects.toThrow(Forbidden)
    const [period, report] = [newId(), newId()]
    const span = { starts_on: '2023-01-01', ends_on: '2023-03-31', due_on: '2023-03-25' }
    const year = { bloc_year_id: cast.blocYear, frequency: 'quarter' as const }
    await db
      .insertInto('report_period')
      .values({ id: period, ...year, ...span })
      .execute()
    await db.insertInto('progress_report').values({ id: report, period_id: period, unit_id: cast.headUnit }).execute()
    const entry = { report_id: report, target_id: id, value: '1', entered_by: cast.an.account, entered_at: morning }
    await db.insertInto('progress_entry').values(entry).execute()
    await expect(write(2, { accumulation: 'running' })).rejects.toMatchObject({ key: 'targets.hasFigures' })
    await write(2, { name: 'Tên khác' })
    expect(await targetByCode(db, cast.blocYear, code)).toMatchObject({ name: 'Tên khác', version: 3 })
  })

  test('is put in force with its list, tells every member, and is withdrawn with a reason', async () => {
    const { id } = await draftTarget(db, cast)
    await expect(adoptTargets(db, cast.binh, cast.blocYear, quiet)).rejects.toThrow(Forbidden)
    await openPeriods(
      db,
      cast.an,
      openPeriodsInput.parse({ blocYear: cast.blocYear, frequencies: ['quarter'] }),
      morning,
    )
    const due = async () => (await tasksOf(db, cast.binh)).filter(({ kind }) => kind === 'reports.due').length
    expect(await due()).toBe(0)
    await adoptTargets(db, cast.an, cast.blocYear, quiet)
    // The first quarter has begun.
    expect(await due()).toBe(1)
    const again = adoptTargets(db, cast.an, cast.blocYear, quiet)
    await expect(again).rejects.toMatchObject({ key: 'targets.nothingToAdopt' })
    const tasks = await db.selectFrom('task').select('unit_id').where('bloc_year_id', '=', cast.blocYear).execute()
    expect(new Set(tasks.map((task) => task.unit_id))).toEqual(new Set(cast.units))
    await expect(removeTarget(db, cast.an, id, morning)).rejects.toMatchObject({ key: 'targets.wrongState' })
    await withdrawTarget(db, cast.an, { id, reason: 'Trùng nội dung' }, morning)
    expect(await targetsOf(db, cast.blocYear, { states: ['in_force'] })).toEqual([])
  })

  test('that a signed paper holds is neither edited nor withdrawn nor planned anew', async () => {
    const { id, version } = await lockedTarget(db, cast)
    const locked = { key: 'targets.lockedByDocument' }
    await expect(writeTarget(db, cast.an, { id, version, draft: newMembers }, morning)).rejects.toMatchObject(locked)
    await expect(withdrawTarget(db, cast.an, { id, reason: 'Thôi' }, morning)).rejects.toMatchObject(locked)
    const rows = [plan(cast.headUnit, '1')]
    await expect(writePlan(db, cast.an, { id, version, rows }, morning)).rejects.toMatchObject(locked)
  })

  test('comes from the template into an empty list alone', async () => {
    const take = () => addTemplate(db, cast.an, cast.blocYear, { template: [newMembers], now: morning })
    await take()
    await expect(take()).rejects.toMatchObject({ key: 'targets.alreadyThere' })
  })

  test('is shown to the public when it is marked so and in force, and without figures', async () => {
    await draftTarget(db, cast, { isPublic: true })
    await draftTarget(db, cast, { code: 'CT02' })
    expect(await publicTargets(db, cast.blocYear)).toEqual([])
    await adoptTargets(db, cast.an, cast.blocYear, quiet)
    const [shown, ...others] = await publicTargets(db, cast.blocYear)
    expect([shown?.target.code, shown?.plans.length, others.length]).toEqual(['CT01', 6, 0])
  })
})

describe('the plans of a target', () => {
  test('are written for all units at once, and "not assigned" is no zero', async () => {
    const { id } = await draftTarget(db, cast)
    const [first = '', second = '', third = ''] = cast.units
    const rows = [plan(first, '0'), plan(second, null), plan(third, '7', false), plan(cast.outsideUnit, '5')]
    await writePlan(db, cast.an, { id, version: 1, rows }, morning)
    expect((await planned(id)).map(String).toSorted()).toEqual(['0', '10', '10', '10', 'not assigned', 'null'])
    await expect(writePlan(db, cast.an, { id, version: 1, rows }, morning)).rejects.toThrow(Conflict)
    await expect(writePlan(db, cast.binh, { id, version: 2, rows }, morning)).rejects.toThrow(Forbidden)
  })

  test('are divided by a unit among its sub-units, and by no other unit', async () => {
    const { id } = await draftTarget(db, cast)
    const [unit = '', other = ''] = cast.units
    const below = newId()
    await db.insertInto('unit').values({ id: below, level_code: 'tinh' }).execute()
    const name = { unit_id: below, full_name: 'Mặt trận huyện', short_name: 'MTTQ huyện', from_on: '2000-01-01' }
    await db
      .insertInto('unit_name')
      .values({ id: newId(), ...name })
      .execute()
    const parent = { unit_id: below, parent_id: unit, from_on: '2000-01-01' }
    await db
      .insertInto('unit_parent')
      .values({ id: newId(), ...parent })
      .execute()
    const rows = [plan(below, '4'), plan(other, '9')]
    await writeShares(db, cast.binh, { id, unit, rows }, morning)
    const shares = await unitsWithPlans(db, await yearById(db, cast.blocYear), id, '2023-02-20')
    expect(shares.filter((one) => one.parent_unit_id !== null)).toMatchObject([
      { unit_id: below, parent_unit_id: unit, planned: '4', name: 'MTTQ huyện' },
    ])
    expect(shares.find((one) => one.unit_id === other)?.planned).toBe('10')
    await expect(writeShares(db, cast.binh, { id, unit: other, rows: [] }, morning)).rejects.toThrow(Forbidden)
  })

  test('are spread over the periods by hand, and evenly again', async () => {
    const { id } = await draftTarget(db, cast, { planned: '8' })
    const [unit = ''] = cast.units
    const ends = ['2023-03-31', '2023-06-30', '2023-09-30', '2023-12-31']
    const marks = (...plans: string[]) => ends.map((by_on, index) => ({ by_on, planned: plans[index] ?? '' }))
    const write = (...plans: string[]) => writeMilestones(db, cast.binh, { id, unit, marks: marks(...plans) }, morning)
    await expect(write('1', '2', '3', '7')).rejects.toMatchObject({ key: 'targets.milestonesEndElsewhere' })
    await write('0', '6', '7', '8')
    expect((await milestonesOf(db, cast.blocYear)).map((mark) => mark.planned)).toEqual(['0', '6', '7', '8'])
    await write('2', '4', '6', '8')
    expect(await milestonesOf(db, cast.blocYear)).toEqual([])
  })
})
