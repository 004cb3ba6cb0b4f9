import { beforeAll, expect, test } from 'vitest'
import { periodRoutes } from '../periods/routes.tsx'
import type { Db } from '#platform/database/database.ts'
import { makeCast, type Cast } from '../../../../test/cast.ts'
import { testDatabase } from '../../../../test/database.ts'
import { openTestWeb } from '../../../../test/web.ts'
import { reportingPaths } from './paths.ts'
import { reportingRoutes } from './routes.tsx'
import { addPeriod, addTarget, assign, february } from './testing/months.ts'

let db: Db
let cast: Cast
let target: string
const now = new Date('2023-02-26T00:01:00+07:00')
const unit = () => cast.units[0] ?? ''
const at = () => [cast.blocSlug, '2023', 'thang-2023-02-01', unit()] as const

beforeAll(async () => {
  db = (await testDatabase()).db
})

async function begin() {
  cast = await makeCast(db)
  target = await addTarget(db, { blocYear: cast.blocYear, by: cast.an.account }, { code: 'A1', measure: 'percent' })
  await assign(db, target, { unit: unit(), planned: '90' })
  await addPeriod(db, cast.blocYear, february)
  const web = openTestWeb(db, [...reportingRoutes({ announce: async () => {} }), ...periodRoutes()], now)
  return { ours: web.as(cast.binh), head: web.as(cast.an), other: web.as(cast.leaders[1] ?? cast.an) }
}

const cell = (text: string, version = 0) => ({ [`v.${target}`]: text, [`r.${target}`]: String(version) })

test('the grid shows the plan and takes figures; what is wrong stays typed beside its sentence', async () => {
  const { ours } = await begin()
  const page = await ours.get(reportingPaths.report(...at()))
  expect(page.status).toBe(200)
  expect(page.text).toContain('90\u00a0%')
  const wrong = await ours.post(reportingPaths.entries(...at()), cell('chín mươi'))
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('value="chín mươi"')
  expect(wrong.text).toContain('Chưa phải là số')
  const right = await ours.post(reportingPaths.entries(...at()), cell('88'))
  expect(right.location).toBe(reportingPaths.report(...at()))
})

test('who was overtaken sees what stands, by whom, and keeps what was typed', async () => {
  const { ours } = await begin()
  await ours.post(reportingPaths.entries(...at()), cell('88'))
  const late = await ours.post(reportingPaths.entries(...at()), cell('77'))
  expect(late.status).toBe(409)
  expect(late.text).toContain('value="77"')
  expect(late.text).toContain(`Hiện đang là 88\u00a0%, do ${cast.binh.name}`)
})

test('a script is told the versions that stand now and what to look at again', async () => {
  const { ours } = await begin()
  const answer = await ours.postQuietly(reportingPaths.entries(...at()), cell('0,9'))
  const body = JSON.parse(answer.text) as Record<string, unknown>
  expect(answer.status).toBe(200)
  expect(body['fields']).toEqual({ [`r.${target}`]: '1' })
  expect(body['message']).toContain('A1: Chỉ tiêu này tính bằng phần trăm')
})

test('a late report asks why on its page and is sent with the reason', async () => {
  const { ours } = await begin()
  await ours.post(reportingPaths.entries(...at()), cell('88'))
  expect((await ours.get(reportingPaths.sending(...at()))).text).toContain('Lý do gửi muộn')
  const bare = await ours.post(reportingPaths.sending(...at()))
  expect(bare.status).toBe(422)
  expect(bare.text).toContain('Hạn nộp 25/02/2023 đã qua')
  const sent = await ours.post(reportingPaths.sending(...at()), { lateReason: 'Mất điện' })
  expect(sent.location).toBe(reportingPaths.report(...at()))
  const log = await ours.get(reportingPaths.log(cast.blocSlug, '2023'))
  expect(log.text).toContain('26/02/2023')
})

test('figures that were not sent are nobody else’s to read; what was sent is the head’s to judge', async () => {
  const { ours, head, other } = await begin()
  await ours.post(reportingPaths.entries(...at()), cell('88'))
  expect((await head.get(reportingPaths.report(...at()))).text).not.toContain('88\u00a0%')
  await ours.post(reportingPaths.sending(...at()), { lateReason: 'Mất điện' })
  expect((await head.get(reportingPaths.report(...at()))).text).toContain('Duyệt báo cáo')
  const read = await other.get(reportingPaths.report(...at()))
  expect(read.text).toContain('88\u00a0%')
  expect(read.text).not.toContain('Duyệt báo cáo')
})

test('the log goes out as a workbook', async () => {
  const { head } = await begin()
  const sheet = await head.get(reportingPaths.logSheet(cast.blocSlug, '2023'))
  expect(sheet.headers.get('content-type')).toContain('spreadsheetml')
  expect(sheet.text.slice(0, 2)).toBe('PK')
})
