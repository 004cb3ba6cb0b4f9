import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { greatDays as seedDays } from '../../../../db/seed/great-days.ts'
import { makeCast, morning } from '../../../../test/cast.ts'
import { freshDatabase, testDatabase, type TestDatabase } from '../../../../test/database.ts'
import { nameOf } from '#domains/calendar/notices/name-of.ts'
import { noticesOf } from '#domains/calendar/notices/queries.ts'
import { newId } from '#platform/id.ts'
import { waitingTasks } from '../testing/movements.ts'
import { addGreatDay, addGreatDayInput } from './add-great-day.ts'
import { cancelActivity } from './cancel-activity.ts'
import { correctActivity } from './correct-activity.ts'
import { endGreatDay } from './end-great-day.ts'
import { holdActivity } from './hold-activity.ts'
import { markNews } from './mark-news.ts'
import { planActivity, planActivityInput } from './plan-activity.ts'
import { activityOf, greatDays, newsOfActivities } from './queries.ts'
import { remindGreatDays } from './remind-great-days.ts'
import { reportActivity, reportActivityInput } from './report-activity.ts'

async function stage(database: Promise<TestDatabase> = testDatabase()) {
  const { db } = await database
  const cast = await makeCast(db)
  const { blocYear, units } = cast
  const typed = { blocYear, title: 'Tết trồng cây', startsOn: '18/02/2023', chargeUnit: units[0], units: [units[1]] }
  const plan = (more: Record<string, unknown> = {}, actor = cast.an) =>
    planActivity(db, actor, planActivityInput.parse({ ...typed, ...more }), morning)
  const of = (activity: string) => ({ blocYear, activity })
  const reportOf = (activity: string, more: Record<string, string> = {}) =>
    reportActivityInput.parse({ id: newId(), ...of(activity), heldOn: '18/02/2023', result: '600 cây', ...more })
  return { db, cast, typed, plan, of, reportOf }
}

test('the head plans; the unit in charge is asked for a report, holds and reports', async () => {
  const { db, cast, plan, of, reportOf } = await stage()
  const id = await plan()
  expect(await waitingTasks(db, cast.blocYear, 'activities.report')).toMatchObject([
    { unit_id: cast.units[0], due_on: '2023-02-25' },
  ])
  expect((await activityOf(db, cast.blocYear, id)).units.map(({ name }) => name)).toEqual([
    'Ủy ban MTTQ tỉnh',
    'LĐLĐ tỉnh',
  ])
  const other = cast.leaders[1] ?? cast.chi
  await expect(holdActivity(db, other, { ...of(id), heldOn: '2023-02-18' }, morning)).rejects.toMatchObject({
    name: 'Forbidden',
  })
  await holdActivity(db, cast.binh, { ...of(id), heldOn: '2023-02-18' }, morning)
  await expect(cancelActivity(db, cast.binh, { ...of(id), reason: 'Mưa' }, morning)).rejects.toMatchObject({
    key: 'activities.not_cancel',
  })
  await reportActivity(db, cast.binh, reportOf(id, { participants: '0', money: '12,50' }), morning)
  expect(await activityOf(db, cast.blocYear, id)).toMatchObject({
    state: 'reported',
    report: { participants: 0, money: '12.5', result: '600 cây' },
  })
  expect(await waitingTasks(db, cast.blocYear, 'activities.report')).toEqual([])
})

test('a report that arrives twice, even at once, stands once; another one needs a reason', async () => {
  const { db, cast, plan, reportOf } = await stage()
  const id = await plan()
  const report = reportOf(id)
  await Promise.all([reportActivity(db, cast.binh, report, morning), reportActivity(db, cast.binh, report, morning)])
  const count = async () =>
    (await sql<{ n: number }>`select count(*) as n from activity_report where activity_id = ${id}`.execute(db)).rows
  expect(await count()).toEqual([{ n: 1 }])
  await expect(reportActivity(db, cast.binh, reportOf(id), morning)).rejects.toMatchObject({
    key: 'activities.reasonMissing',
  })
  await expect(reportActivity(db, cast.an, report, morning)).rejects.toMatchObject({ name: 'Conflict' })
  await reportActivity(db, cast.binh, reportOf(id, { reason: 'Đếm lại', result: '650 cây' }), morning)
  expect((await activityOf(db, cast.blocYear, id)).report).toMatchObject({ result: '650 cây', participants: null })
  expect(await count()).toEqual([{ n: 2 }])
  const ahead = reportActivity(db, cast.binh, reportOf(id, { reason: 'x', heldOn: '21/02/2023' }), morning)
  await expect(ahead).rejects.toMatchObject({ key: 'activities.heldInFuture' })
})

test('a member plans what it is in charge of itself, within the year and among the members', async () => {
  const { cast, plan } = await stage()
  await plan({}, cast.binh)
  await expect(plan({ chargeUnit: cast.units[1] }, cast.binh)).rejects.toMatchObject({ name: 'Forbidden' })
  await expect(plan({ endsOn: '17/02/2023' })).rejects.toMatchObject({ key: 'activities.endsBeforeStart' })
  await expect(plan({ endsOn: '01/01/2024' })).rejects.toMatchObject({ key: 'activities.outsideYear' })
  await expect(plan({ units: [cast.outsideUnit] })).rejects.toMatchObject({ key: 'activities.notMember' })
})

test('a plan is changed until it was held, and its task goes with the charge', async () => {
  const { db, cast, typed, plan, of } = await stage()
  const id = await plan()
  const fields = planActivityInput.parse({ ...typed, chargeUnit: cast.units[2], startsOn: '19/02/2023' })
  const input = { ...fields, ...of(id), version: 1 }
  await correctActivity(db, cast.an, input, morning)
  await expect(correctActivity(db, cast.an, input, morning)).rejects.toMatchObject({ name: 'Conflict' })
  expect(await waitingTasks(db, cast.blocYear, 'activities.report')).toMatchObject([
    { unit_id: cast.units[2], due_on: '2023-02-26' },
  ])
  const told = async (account: string) =>
    (await noticesOf(db, account)).notices.map((notice) => nameOf(notice, 'vi')).filter((text) => text.includes('Tết'))
  expect(await told(cast.binh.account)).toEqual(['Lịch thay đổi: Tết trồng cây, nay là 19/02/2023'])
  await cancelActivity(db, cast.an, { ...of(id), reason: 'Bão số 1' }, morning)
  expect((await told(cast.binh.account)).toSorted()).toEqual([
    'Lịch thay đổi: Tết trồng cây, nay là 19/02/2023',
    'Đã hủy: Tết trồng cây. Lý do: Bão số 1',
  ])
  expect([await told(cast.an.account), await told(cast.chi.account)]).toEqual([[], []])
  expect(await waitingTasks(db, cast.blocYear, 'activities.report')).toEqual([])
  await expect(correctActivity(db, cast.an, { ...input, version: 3 }, morning)).rejects.toMatchObject({
    key: 'activities.not_correct',
  })
})

test('the head alone chooses what was reported as news', async () => {
  const { db, cast, plan, of, reportOf } = await stage()
  const id = await plan()
  const mark = (actor = cast.an, isNews = true) => markNews(db, actor, { ...of(id), isNews }, morning)
  await expect(mark()).rejects.toMatchObject({ key: 'activities.not_mark' })
  await reportActivity(db, cast.binh, reportOf(id), morning)
  await expect(mark(cast.binh)).rejects.toMatchObject({ name: 'Forbidden' })
  await mark()
  expect(await newsOfActivities(db, cast.blocYear)).toHaveLength(1)
  await mark(cast.an, false)
  expect(await newsOfActivities(db, cast.blocYear)).toEqual([])
})

test('great days: the authority adds and ends local ones', async () => {
  const { db, cast } = await stage()
  const name = `Ngày truyền thống ${cast.blocSlug}`
  const input = addGreatDayInput.parse({ on: '28/2', name })
  await expect(addGreatDay(db, cast.an, input, morning)).rejects.toMatchObject({ name: 'Forbidden' })
  const id = await addGreatDay(db, cast.dung, input, morning)
  await expect(addGreatDay(db, cast.dung, input, morning)).rejects.toMatchObject({ key: 'activities.greatDayTaken' })
  expect(addGreatDayInput.safeParse({ on: '31/4', name }).success).toBe(false)
  await endGreatDay(db, cast.dung, { id }, morning)
  await expect(endGreatDay(db, cast.dung, { id }, morning)).rejects.toMatchObject({ key: 'activities.greatDayEnded' })
})

test('heads are reminded of great days that come near, until something is planned or the day is over', async () => {
  const { db, cast, plan } = await stage(freshDatabase())
  await db
    .insertInto('great_day')
    .values(seedDays.map((day) => ({ id: newId(), ...day })))
    .execute()
  await remindGreatDays(db, morning)
  await remindGreatDays(db, morning)
  const waiting = () => waitingTasks(db, cast.blocYear, 'activities.plan')
  expect(await waiting()).toMatchObject([{ unit_id: cast.headUnit, due_on: '2023-03-08' }])
  const womensDay = (await greatDays(db)).find(({ month, day }) => month === 3 && day === 8)
  await plan({ greatDay: womensDay?.id, startsOn: '08/03/2023' })
  expect(await waiting()).toEqual([])
  await remindGreatDays(db, new Date('2023-03-10T08:00:00+07:00'))
  expect(await waiting()).toMatchObject([{ due_on: '2023-03-26' }])
  await remindGreatDays(db, new Date('2023-03-27T00:30:00+07:00'))
  expect(await waiting()).toEqual([])
})
