import { beforeAll, expect, test } from 'vitest'
import type { Db } from '#platform/database/database.ts'
import { found } from '#platform/errors.ts'
import { newCode } from '#platform/id.ts'
import { makeCast } from '../../../../test/cast.ts'
import { testDatabase } from '../../../../test/database.ts'
import { openTestWeb } from '../../../../test/web.ts'
import { thresholdOn } from '../months/queries.ts'
import { topicsOfBloc } from '../queries.ts'
import { topicPaths } from './paths.ts'
import { codesOf } from './queries.ts'
import { topicRoutes } from './routes.tsx'

let db: Db
let web: ReturnType<typeof openTestWeb>
const template = [{ name: 'Đất đai', below: ['Cấp giấy'] }, { name: 'Việc làm' }]

beforeAll(async () => {
  db = (await testDatabase()).db
  web = openTestWeb(db, topicRoutes(template))
})

test('a bloc begins with the sample tree and changes it; nothing is ever deleted', async () => {
  const cast = await makeCast(db)
  const list = `/khoi/${cast.blocSlug}/2023/y-kien/chu-de`
  const as = web.as(cast.an)
  expect((await web.as(cast.binh).post(`${list}/mau`, {})).status).toBe(403)
  const both = await Promise.all([as.post(`${list}/mau`, {}), as.post(`${list}/mau`, {})])
  expect(both.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([303, 422])
  const topics = () => topicsOfBloc(db, cast.bloc, true)
  const named = async (name: string) => (await topics()).find((topic) => topic.name === name)
  const { id: land } = found(await named('Đất đai'))
  const { id: paper, parent_id } = found(await named('Cấp giấy'))
  expect(parent_id).toBe(land)

  expect((await as.post(list, { name: 'đất đai', parent: '' })).text).toContain('Đã có “đất đai”')
  expect((await as.post(list, { name: 'Sổ đỏ', parent: paper })).text).toContain('chỉ có hai cấp')
  expect((await as.post(list, { name: 'Tranh chấp', parent: land })).status).toBe(303)
  expect((await as.post(`${list}/${paper}/ten`, { name: 'Cấp giấy chứng nhận' })).status).toBe(303)
  expect((await web.as(cast.chi).post(`${list}/${land}/thoi`, {})).status).toBe(403)
  expect((await as.post(`${list}/${land}/thoi`, {})).status).toBe(303)
  expect((await as.post(`${list}/${land}/thoi`, {})).text).toContain('đã thôi dùng')
  expect((await topics()).filter(({ ended_on }) => ended_on === null).map(({ name }) => name)).toEqual(['Việc làm'])
  expect(await topics()).toHaveLength(4)
  expect((await web.as(cast.binh).get(list)).text).toContain('Cấp giấy chứng nhận')
})

test('codes and thresholds are the authority’s: never under five, from a day on', async () => {
  const cast = await makeCast(db)
  const name = `Nhóm ${newCode(6)}`
  const as = web.as(cast.dung)
  expect((await web.as(cast.an).post(topicPaths.codes, { kind: 'groups', name })).status).toBe(403)
  expect((await as.post(topicPaths.codes, { kind: 'groups', name })).status).toBe(303)
  expect((await as.post(topicPaths.codes, { kind: 'groups', name })).text).toContain('Đã có')
  const code = async () => (await codesOf(db, 'groups')).find((row) => row.name.startsWith(name))
  const row = { kind: 'groups', code: (await code())?.code ?? '' }
  expect((await as.post(topicPaths.code, { ...row, name: `${name} mới` })).status).toBe(303)
  expect((await as.post(topicPaths.codeEnd, row)).status).toBe(303)
  expect((await as.post(topicPaths.codeEnd, row)).status).toBe(422)
  expect((await code())?.ended_on).toBe('2023-02-20')

  const given = { least: '8', hotLeast: '12', hotFactor: '1,5', hotMonths: '4', basis: 'Công văn 7' }
  const add = (more: Readonly<Record<string, string>>) => as.post(topicPaths.threshold, { ...given, ...more })
  expect((await add({ from: '01/01/2090', least: '4' })).status).toBe(422)
  expect((await add({ from: '01/01/2090', hotLeast: '6' })).text).toContain('không được thấp hơn ngưỡng')
  expect((await add({ from: '01/01/2090', hotFactor: '1' })).text).toContain('từ 1,1 đến 20')
  expect((await add({ from: '01/01/2090' })).status).toBe(303)
  expect((await add({ from: '01/01/2090' })).text).toContain('Đã có ngưỡng')
  expect([(await thresholdOn(db, '2089-12-31')).least, (await thresholdOn(db, '2090-01-01')).least]).toEqual([5, 8])
})
