import { beforeAll, expect, test } from 'vitest'
import { logKinds } from '../../../db/seed/year-template.ts'
import { makeCast, type Cast } from '../../../test/cast.ts'
import { testDatabase } from '../../../test/database.ts'
import { openTestWeb } from '../../../test/web.ts'
import { newId } from '#platform/id.ts'
import { activityPaths } from './activities/paths.ts'
import { examplePaths } from './examples/paths.ts'
import { entryPaths } from './log/paths.ts'
import { movementPaths } from './register/paths.ts'
import { movementRoutes } from './routes.tsx'
import { launchTestMovement } from './testing/movements.ts'

let cast: Cast
let web: ReturnType<typeof openTestWeb>
let movement: string
const at = () => [cast.blocSlug, '2023'] as const

beforeAll(async () => {
  const { db } = await testDatabase()
  cast = await makeCast(db)
  web = openTestWeb(db, movementRoutes({ logTemplate: logKinds }))
  movement = await launchTestMovement(db, cast, { title: 'Việc tốt mỗi ngày', period: 'giai đoạn 2021 - 2025' })
})

test('the register draws its movements in time and names them', async () => {
  const { status, text } = await web.as(cast.binh).get(movementPaths.list(...at()))
  expect(status).toBe(200)
  expect(text).toContain('Việc tốt mỗi ngày')
  expect(text).toContain('<svg')
  expect((await web.as(cast.chi).get(movementPaths.list(...at()))).status).toBe(403)
})

test('a period that is none comes back with what was typed', async () => {
  const form = { form: 'regular', level: 'bloc', title: 'Mới', period: 'giữa năm' }
  const { status, text } = await web.as(cast.an).post(movementPaths.open(...at()), form)
  expect(status).toBe(422)
  expect(text).toContain('value="giữa năm"')
  expect(text).toContain('href="#period"')
})

test('a rule that says no is told on the page of the form', async () => {
  const form = { startsOn: '2023-01-01', endsOn: '2023-01-31', text: 'Đạt' }
  const { status, text } = await web.as(cast.binh).post(movementPaths.result(...at(), movement), form)
  expect(status).toBe(422)
  expect(text).toContain('Đơn vị chưa đăng ký tham gia phong trào này.')
})

test('the compiled list goes out as a workbook', async () => {
  await web.as(cast.binh).post(movementPaths.join(...at(), movement), { plan: 'Mỗi chi hội một việc' })
  const { status, headers } = await web.as(cast.an).get(movementPaths.sheet(...at()))
  expect(status).toBe(200)
  expect(headers.get('content-type')).toContain('spreadsheetml')
  expect((await web.as(cast.an).get(movementPaths.joined(...at()))).text).toContain('Mỗi chi hội một việc')
})

test('a joint activity is planned with the units that were ticked, and asked for with its own day', async () => {
  const [first = '', second = ''] = cast.units
  const form = { title: 'Trồng cây', startsOn: '18/02/2023', chargeUnit: first, [`u_${second}`]: 'on' }
  const { location } = await web.as(cast.an).post(activityPaths.plan(...at()), form)
  const page = await web.as(cast.binh).get(location ?? '')
  expect(page.text).toContain('Ủy ban MTTQ tỉnh, LĐLĐ tỉnh')
  const report = { id: newId(), heldOn: '18/02/2023', participants: '0', result: '600 cây' }
  expect((await web.as(cast.binh).post(`${location}/bao-cao`, report)).location).toBe(location)
  expect((await web.as(cast.binh).post(`${location}/bao-cao`, report)).location).toBe(location)
  expect((await web.as(cast.binh).get(location ?? '')).text).toContain('600 cây')
})

test('an example carries its unit’s story to those who judge it', async () => {
  const form = { kind: 'model', name: 'Chợ xanh', story: 'Không túi ni lông' }
  const { location } = await web.as(cast.binh).post(examplePaths.nominate(...at()), form)
  expect((await web.as(cast.binh).get(location ?? '')).text).not.toContain('Xác nhận điển hình có thật')
  expect((await web.as(cast.an).get(location ?? '')).text).toContain('Xác nhận điển hình có thật')
  expect((await web.as(cast.an).post(`${location}/xac-nhan`)).location).toBe(location)
})

test('an entry of the log names the field that is wrong, and is written once however often it is sent', async () => {
  await web.as(cast.an).post(entryPaths.start(...at()), { from: 'template' })
  const path = entryPaths.write(...at(), 'theme-study')
  const form = { id: newId(), onDay: '10/02/2023', text: 'Học chuyên đề', 'values.sessions': 'một' }
  const wrong = await web.as(cast.binh).post(path, form)
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('href="#values.sessions"')
  const right = { ...form, 'values.sessions': '1,5' }
  const sent = await web.as(cast.binh).post(path, right)
  expect((await web.as(cast.binh).post(path, right)).location).toBe(sent.location)
  const { text } = await web.as(cast.an).get(entryPaths.list(...at()))
  expect(text.match(/Học chuyên đề<\/a>/g)).toHaveLength(1)
  expect(text).toContain('Số buổi: 1,5 buổi')
})
