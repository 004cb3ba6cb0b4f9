import { beforeAll, expect, test } from 'vitest'
import { factsOfYear } from '#domains/facts/queries.ts'
import { addLogKind } from '#domains/movements/log/add-log-kind.ts'
import { countsOfLog } from '#domains/movements/log/queries.ts'
import type { Db } from '#platform/database/database.ts'
import { Forbidden } from '#platform/errors.ts'
import { makeCast } from '../../../../test/cast.ts'
import { testDatabase } from '../../../../test/database.ts'
import { openTestWeb } from '../../../../test/web.ts'
import { inMillions, readDong } from './care-case.ts'
import { finishCase } from './finish-case.ts'
import { careRoutes } from './routes.tsx'

let db: Db
let web: ReturnType<typeof openTestWeb>
const march = new Date('2023-03-06T08:00:00+07:00')

beforeAll(async () => {
  db = (await testDatabase()).db
  web = openTestWeb(db, careRoutes, march)
})

test('money is whole đồng as people type it, and exact in millions', () => {
  expect(['12.500.000', '12500000 đ', '0', '12,5', '1.25', '-1', ''].map(readDong)).toEqual([
    '12500000',
    '12500000',
    '0',
    undefined,
    undefined,
    undefined,
    undefined,
  ])
  expect([inMillions('12500000'), inMillions('1'), inMillions('0')]).toEqual(['12.5', '0.000001', '0'])
})

test('a case is received, supported and solved; its unit counts it in facts and in the year’s log', async () => {
  const cast = await makeCast(db)
  const { binh, an, blocYear } = cast
  const numbers = 'People (người)\nMoney (triệu đồng)\nCases (vụ)'
  await addLogKind(db, an, { blocYear, name: 'Care', help: '', numbers }, march)
  const list = `/khoi/${cast.blocSlug}/2023/y-kien/bao-ve-quyen-loi`
  const entered = { receivedOn: '01/03/2023', title: 'Đòi lương chậm trả cho công nhân may', people: '12' }
  expect((await web.as(cast.chi).post(`${list}/moi`, entered)).status).toBe(403)
  const named = await web.as(binh).post(`${list}/moi`, { ...entered, subject: 'Nguyễn Thị A' })
  expect([named.status, named.text.includes('phải có ngày người đó đồng ý')]).toEqual([422, true])
  expect((await web.as(binh).post(`${list}/moi`, { ...entered, receivedOn: '07/03/2023' })).status).toBe(422)
  const { location: path } = await web.as(binh).post(`${list}/moi`, entered)

  const support = { supportedOn: '02/03/2023', support: 'Cử luật sư làm việc với công ty' }
  expect((await web.as(an).post(`${path}/ho-tro`, support)).status).toBe(403)
  expect((await web.as(binh).post(`${path}/ho-tro`, { ...support, supportedOn: '01/02/2023' })).status).toBe(422)
  expect((await web.as(binh).post(`${path}/ho-tro`, support)).status).toBe(303)

  const ending = { state: 'solved', endedOn: '05/03/2023', outcome: 'Công ty đã trả đủ lương', value: '12.500.000' }
  expect((await web.as(binh).post(`${path}/ket-thuc`, { ...ending, value: 'nhiều' })).text).toContain('12.500.000')
  const both = await Promise.all([1, 2].map(() => web.as(binh).post(`${path}/ket-thuc`, ending)))
  expect(both.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([303, 422])
  const care = path?.slice(list.length + 1) ?? ''
  const again = { care, state: 'ended' as const, endedOn: '2023-03-05', outcome: 'Lần nữa', value: '' }
  await expect(finishCase(db, cast.chi, again, march)).rejects.toBeInstanceOf(Forbidden)

  const facts = await factsOfYear(db, blocYear, { prefix: 'care.' })
  expect(Object.fromEntries(facts.map(({ key, value }) => [key, value]))).toEqual({
    'care.received': '1',
    'care.supported': '1',
    'care.solved': '1',
    'care.value': '12.5',
  })
  const year = { startsOn: '2023-01-01', endsOn: '2023-12-31' }
  const counted = async (number: string) =>
    (await countsOfLog(db, blocYear, { kind: 'care', number }, year)).get(cast.units[0] ?? '')
  expect([await counted('people'), await counted('money'), await counted('cases')]).toEqual(['12', '12.5', '1'])

  // The bloc reads counts; the case itself is read by its unit, the head and the authority.
  const [, , third] = cast.leaders
  if (!third) throw new Error('the cast has six leaders')
  expect((await web.as(third).get(path ?? '')).status).toBe(403)
  const seen = await web.as(third).get(list)
  expect([seen.text.includes('12.500.000'), seen.text.includes('Đòi lương')]).toEqual([true, false])
  expect((await web.as(cast.dung).get(path ?? '')).text).toContain('Công ty đã trả đủ lương')
})

test('a case that ends without solution counts as none solved, and its untold value is missing, not zero', async () => {
  const cast = await makeCast(db)
  const list = `/khoi/${cast.blocSlug}/2023/y-kien/bao-ve-quyen-loi`
  const entered = { receivedOn: '01/03/2023', title: 'Tranh chấp hợp đồng', people: '1' }
  const { location: path } = await web.as(cast.binh).post(`${list}/moi`, entered)
  const ending = { state: 'ended', endedOn: '05/03/2023', outcome: 'Người lao động rút đơn', value: '' }
  expect((await web.as(cast.binh).post(`${path}/ket-thuc`, ending)).status).toBe(303)
  const facts = await factsOfYear(db, cast.blocYear, { prefix: 'care.' })
  const valueOf = (key: string) => facts.find((fact) => fact.key === key)?.value
  expect([valueOf('care.solved'), valueOf('care.value')]).toEqual(['0', null])
})
