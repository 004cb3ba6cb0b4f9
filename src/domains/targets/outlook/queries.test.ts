import { beforeAll, expect, test } from 'vitest'
import type { Db } from '#platform/database/database.ts'
import { newId } from '#platform/id.ts'
import { makeCast, type Cast } from '../../../../test/cast.ts'
import { testDatabase } from '../../../../test/database.ts'
import { returnReport } from '../reporting/return-report.ts'
import { saveEntries } from '../reporting/save-entries.ts'
import { sendReport, sendReportInput } from '../reporting/send-report.ts'
import { addPeriod, addTarget, assign, february, january, march } from '../reporting/testing/months.ts'
import { report as tellReport } from '../review/testing/half-year.ts'
import { verifyReport } from '../reporting/verify-report.ts'
import { forecastsOf, redLaneOf, reportLogOf } from './queries.ts'

let db: Db
let cast: Cast
let people: string
const at = (day: string) => new Date(`${day}T08:00:00+07:00`)
const unit = () => cast.units[0] ?? ''
const telling = (day: string) => ({ now: at(day), announce: async () => {} })

beforeAll(async () => {
  db = (await testDatabase()).db
})

async function begin() {
  cast = await makeCast(db)
  people = await addTarget(db, { blocYear: cast.blocYear, by: cast.an.account }, { code: 'A1' })
  await assign(db, people, { unit: unit(), planned: '1200' })
  const [first, second, third] = [january, february, { ...march, state: 'ahead' as const }]
  return {
    january: await addPeriod(db, cast.blocYear, first),
    february: await addPeriod(db, cast.blocYear, second),
    march: await addPeriod(db, cast.blocYear, third),
  }
}

async function report(period: string, text: string, day: string) {
  const cells = [{ target: people, text, version: 0, isMeant: true }]
  await saveEntries(db, cast.binh, { period, unit: unit(), cells }, at(day))
  const input = sendReportInput.parse({ period, unit: unit(), lateReason: 'Chờ số liệu cấp huyện' })
  await sendReport(db, cast.binh, input, telling(day))
}

test('the log says when each report came, how late, how often it went back and whether it was verified', async () => {
  const months = await begin()
  await report(months.january, '100', '2023-01-28')
  const of = { period: months.january, unit: unit() }
  await returnReport(db, cast.an, { ...of, reason: 'Thiếu thuyết minh' }, telling('2023-01-29'))
  await sendReport(db, cast.binh, sendReportInput.parse(of), telling('2023-01-30'))
  const { version } = await db
    .selectFrom('progress_report')
    .select('version')
    .where('period_id', '=', months.january)
    .executeTakeFirstOrThrow()
  await verifyReport(db, cast.an, { ...of, version }, telling('2023-02-01'))
  const log = await reportLogOf(db, cast.blocYear, '2023-02-27')
  expect(log.map(({ period: _period, ...line }) => line)).toMatchObject([
    {
      state: 'verified',
      first_sent_on: '2023-01-28',
      sent_on: '2023-01-30',
      late: 3,
      returned: 1,
      verified_on: '2023-02-01',
    },
    { state: 'none', first_sent_on: null, late: 2, returned: 0, verified_on: null },
  ])
})

test('a report that never came is missing once its period is closed, and was not late by zero days', async () => {
  const months = await begin()
  await db
    .updateTable('report_period')
    .set({ state: 'closed', closed_at: at('2023-01-30') })
    .where('id', '=', months.january)
    .execute()
  const [line] = await reportLogOf(db, cast.blocYear, '2023-01-30')
  expect(line).toMatchObject({ state: 'missing', late: 5 })
})

test('the red lane names who is behind, by how much and since when, by what was sent alone', async () => {
  const months = await begin()
  await report(months.january, '150', '2023-01-20')
  await report(months.february, '10', '2023-02-20')
  const lane = await redLaneOf(db, cast.blocYear, '2023-03-02')
  expect(lane.reports).toEqual([])
  // 1.200 × 59 / 365 days = 194 of which 160 came.
  expect(lane.targets).toMatchObject([{ unit: unit(), since: '2023-02-28', figure: '160', due: '194', by: '34' }])
  const late = await redLaneOf(db, cast.blocYear, '2023-03-28')
  expect(late.reports).toMatchObject([{ unit: unit(), late: 3 }])
})

test('a forecast rests on what was sent, and says so when that is too little', async () => {
  const months = await begin()
  await report(months.january, '100', '2023-01-20')
  expect((await forecastsOf(db, cast.blocYear, '2023-02-01'))[0]?.forecast).toBeUndefined()
  await report(months.february, '77', '2023-02-20')
  // 177 in 59 of 365 days.
  expect((await forecastsOf(db, cast.blocYear, '2023-03-01'))[0]?.forecast).toEqual({
    value: '1095',
    method: 'elapsed',
  })
})

test('where the year before is known to its end, a forecast goes as that year went', async () => {
  const months = await begin()
  const before = newId()
  const days = { starts_on: '2022-01-01', ends_on: '2022-12-31' }
  await db
    .insertInto('bloc_year')
    .values({ id: before, bloc_id: cast.bloc, slug: '2022', kind: 'calendar', ...days })
    .execute()
  // The same name, another code.
  const former = await addTarget(db, { blocYear: before, by: cast.an.account }, { code: 'B7', name: 'Chỉ tiêu A1' })
  for (const [month, value] of [
    ['01', '20'],
    ['02', '20'],
    ['12', '160'],
  ] as const) {
    const lastDay = month === '02' ? '28' : '31'
    const span = { startsOn: `2022-${month}-01`, endsOn: `2022-${month}-${lastDay}`, dueOn: `2022-${month}-25` }
    const period = await addPeriod(db, before, span)
    await tellReport(db, { cast, target: former, periods: [] }, { period, unit: unit(), value })
  }
  await report(months.january, '30', '2023-01-20')
  await report(months.february, '20', '2023-02-20')
  // 50 now, 40 of 200 then.
  expect((await forecastsOf(db, cast.blocYear, '2023-03-01'))[0]?.forecast).toEqual({
    value: '250',
    method: 'lastYear',
  })
})
