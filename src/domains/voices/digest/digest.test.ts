import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { Forbidden } from '#platform/errors.ts'
import { addOfficer, makeCast, type Cast } from '../../../../test/cast.ts'
import { testDatabase } from '../../../../test/database.ts'
import { testRenderer } from '../../../../test/signing.ts'
import { openTestWeb } from '../../../../test/web.ts'
import { closeMonth } from '../months/close-month.ts'
import { heatOf } from '../months/hot-spot.ts'
import { toldOf } from '../months/month-figures.ts'
import { closedMonths } from '../months/queries.ts'
import { monthRoutes } from '../months/routes.tsx'
import { hear } from '../months/testing/heard.ts'
import { addTopic } from '../topics/add-topic.ts'
import { clausesOf } from './queries.ts'
import { digestRoutes } from './routes.tsx'
import { sendDigest } from './send-digest.ts'

let db: Db
let web: ReturnType<typeof openTestWeb>
const march = new Date('2023-03-06T08:00:00+07:00')

beforeAll(async () => {
  db = (await testDatabase()).db
  web = openTestWeb(db, [...digestRoutes({ renderer: testRenderer() }), ...monthRoutes], march)
})

/** A second person of the head's unit. */
async function secondOfHead(cast: Cast): Promise<Actor> {
  const officer = await addOfficer(db, 'Phạm Thị Hòa', cast.headUnit)
  const office = { blocYear: cast.blocYear, unit: cast.headUnit, office: 'head' as const }
  return { ...officer, memberships: [{ blocYear: cast.blocYear, unit: cast.headUnit }], offices: [office] }
}

/** January with roads 6, wages 8, others 3; February with roads 20, wages 9, waste 3. */
async function heardTwoMonths() {
  const cast = await makeCast(db)
  const add = (name: string, parent?: string) => addTopic(db, cast.an, { blocYear: cast.blocYear, name, parent }, march)
  const roads = await add('Đường sá')
  const village = await add('Đường liên thôn', roads)
  const wages = await add('Tiền lương')
  const waste = await add('Rác thải')
  const all: readonly [string, string, number, string][] = [
    [roads, '2023-01-10', 6, 'Xã A'],
    [wages, '2023-01-11', 8, 'Xã A'],
    [waste, '2023-01-12', 3, 'Xã B'],
    [village, '2023-02-10', 14, 'Xã A'],
    [roads, '2023-02-10', 6, 'Xã A'],
    [wages, '2023-02-11', 9, 'Xã B'],
    [waste, '2023-02-12', 3, 'Xã C'],
  ]
  for (const [topic, day, count, place] of all) await hear(db, cast, { topic, day, count, place })
  const list = `/khoi/${cast.blocSlug}/2023/y-kien/bao-cao`
  return { cast, list, roads, village, wages, waste }
}

const head = {
  look: 'youth',
  parent: 'Tỉnh Đoàn',
  issuer: 'Ban Thường vụ Tỉnh Đoàn',
  sign: '-BC/TĐTN',
  signer: 'Bí thư',
  place: 'Nam Định',
  datedOn: '06/03/2023',
}

describe('the figures of a month', () => {
  test('are closed once, in order, when the month is over and nothing waits', async () => {
    const { cast, list } = await heardTwoMonths()
    const close = (month: string, actor: Actor = cast.an) => web.as(actor).post(`${list}/chot-thang`, { month })
    expect((await close('2023-01-01', cast.binh)).status).toBe(403)
    expect((await close('2023-03-01')).text).toContain('Tháng chưa hết')
    expect((await close('2023-02-01')).text).toContain('Chốt tháng đó trước')
    const [waiting] = await hear(db, cast, { topic: null, day: '2023-01-20', count: 1, state: 'received' })
    expect((await close('2023-01-01')).text).toContain('chưa được duyệt')
    await db
      .deleteFrom('opinion')
      .where('id', '=', waiting ?? '')
      .execute()
    const both = await Promise.all([close('2023-01-01'), close('2023-01-01')])
    expect(both.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([303, 422])
    // What is taken later is counted in the next month, and the closed one stays as it is.
    const [before] = await closedMonths(db, cast.blocYear)
    await hear(db, cast, { topic: null, day: '2023-01-25', count: 7 })
    expect((await close('2023-02-01')).status).toBe(303)
    const [january, february] = await closedMonths(db, cast.blocYear)
    expect(january).toEqual(before)
    expect(february?.figures.total).toBe(14 + 6 + 9 + 3 + 7)
  })

  test('tell nothing under five, and hide a further topic where one could be subtracted', async () => {
    const { cast, roads, village, wages, waste } = await heardTwoMonths()
    await closeMonth(db, cast.an, { blocYear: cast.blocYear, month: '2023-01-01' }, march)
    await closeMonth(db, cast.an, { blocYear: cast.blocYear, month: '2023-02-01' }, march)
    const [january, february] = (await closedMonths(db, cast.blocYear)).map(({ figures }) => figures)
    if (!january || !february) throw new Error('two months were closed')
    // Three on waste hide with the six on roads; wages alone are told.
    expect([
      toldOf(january, 'topics', wages),
      toldOf(january, 'topics', roads),
      toldOf(january, 'topics', waste),
    ]).toEqual([8, null, null])
    expect(january.topics.rest).toBe(9)
    // A month that is not told at all has no zeros.
    expect(toldOf({ ...january, total: null, topics: { shown: [], rest: 0 } }, 'topics', wages)).toBeNull()
    // Sub-topics count in theirs, which is told with them.
    expect(toldOf(february, 'topics', roads)).toBe(20)
    expect(february.branches[roads]?.shown).toEqual([
      { key: village, count: 14 },
      { key: roads, count: 6 },
    ])
    expect(february.topics.rest).toBe(12)
    expect(JSON.stringify(february)).not.toContain('Xã C')
  })

  test('stand as charts with their tables and hot spots, for the bloc alone', async () => {
    const { cast, list } = await heardTwoMonths()
    const charts = list.replace('bao-cao', 'bieu-do')
    expect((await web.as(cast.binh).get(charts)).text).toContain('Chưa có tháng nào được chốt số')
    await closeMonth(db, cast.an, { blocYear: cast.blocYear, month: '2023-01-01' }, march)
    await closeMonth(db, cast.an, { blocYear: cast.blocYear, month: '2023-02-01' }, march)
    const page = await web.as(cast.binh).get(charts)
    expect([page.status, page.text.includes('<svg'), page.text.includes('Đường sá')]).toEqual([200, true, true])
    expect(page.text).toContain('1 tháng trước chưa đến mức nêu số')
    expect(page.text).not.toContain('Rác thải')
    expect((await web.as(cast.chi).get(charts)).status).toBe(403)
  })
})

test('a hot spot has its least sample and its growth against the mean of the months before', () => {
  const rule = { least: 10, factor: '2', months: 3 }
  const months = [8, 4, 6].map((count, index) => ({ month: `2023-0${index + 1}-01`, count }))
  const now = (count: number | null) => ({ month: '2023-04-01', count })
  expect(heatOf(now(12), months, rule)).toEqual({ kind: 'grown', count: 12, mean: '6', times: '2', months: 3 })
  expect([heatOf(now(11), months, rule), heatOf(now(9), [], rule), heatOf(now(null), months, rule)]).toEqual([
    null,
    null,
    null,
  ])
  const untold = months.map(({ month }) => ({ month, count: null }))
  expect(heatOf(now(10), untold, rule)).toEqual({ kind: 'emerged', count: 10, months: 3 })
  expect(heatOf(now(30), [], rule)).toBeNull()
})

describe('a digest', () => {
  async function drafted() {
    const told = await heardTwoMonths()
    const { cast, list } = told
    await closeMonth(db, cast.an, { blocYear: cast.blocYear, month: '2023-01-01' }, march)
    await hear(db, cast, { topic: told.roads, day: '2023-02-14', count: 1, isPublic: true })
    await hear(db, cast, { topic: told.waste, day: '2023-02-14', count: 1, isPublic: true })
    expect((await web.as(cast.an).post(`${list}/lap`, { ...head, month: '2023-02-01' })).text).toContain('chưa chốt số')
    await closeMonth(db, cast.an, { blocYear: cast.blocYear, month: '2023-02-01' }, march)
    const { location } = await web.as(cast.an).post(`${list}/lap`, { ...head, month: '2023-02-01' })
    const path = location ?? ''
    const id = path.slice(list.length + 1)
    return { ...told, path, id, clauses: await clausesOf(db, id) }
  }

  test('is drafted by rules that name their data, edited by one, sent by another, read by all', async () => {
    const { cast, path, id, clauses, list } = await drafted()
    const texts = clauses.map(({ text }) => text)
    expect(texts).toContain(
      'Trong tháng 2 năm 2023, Khối thi đua Mặt trận Tổ quốc và các đoàn thể tỉnh tiếp nhận, tổng hợp 34 ý kiến, kiến nghị của đoàn viên, hội viên và Nhân dân, tăng 17 ý kiến so với tháng 1 năm 2023.',
    )
    expect(texts).toContain('Về Đường sá: 21 ý kiến; trong đó Đường liên thôn 14 ý kiến; Đường sá 7 ý kiến.')
    expect(texts.join(' ')).not.toContain('Rác thải')
    expect(clauses.every(({ rule, sources }) => rule !== '' && sources.length > 0)).toBe(true)
    expect((await web.as(cast.an).post(`${list}/lap`, { ...head, month: '2023-02-01' })).text).toContain(
      'đã có báo cáo',
    )

    const editor = await web.as(cast.an).get(path)
    expect(editor.text).toContain('số ý kiến của tháng, so với tháng trước')
    expect(editor.text).toContain('Số liệu tháng 2 năm 2023, chốt ngày 06/03/2023')
    expect((await web.as(cast.binh).get(path)).status).toBe(403)

    const [first] = clauses
    const own = { version: '1', text: 'Nhân dân phấn khởi, tin tưởng.' }
    expect((await web.as(cast.an).post(`${path}/cau/${first?.id}`, own)).status).toBe(303)
    const late = await web.as(cast.an).post(`${path}/cau/${first?.id}`, { ...own, text: 'Lời khác' })
    expect([late.status, late.text.includes('Lời khác'), late.text.includes('vừa được người khác sửa')]).toEqual([
      409,
      true,
      true,
    ])

    expect((await web.as(cast.an).post(`${path}/hoan-thanh`, {})).status).toBe(303)
    expect((await web.as(cast.an).post(`${path}/cau/${first?.id}`, { ...own, version: '2', text: 'Sửa' })).status).toBe(
      422,
    )
    await expect(sendDigest(db, cast.an, { digest: id }, march)).rejects.toBeInstanceOf(Forbidden)
    expect((await web.as(cast.dung).get(path)).status).toBe(403)
    const other = await secondOfHead(cast)
    const sent = await Promise.all([1, 2].map(() => web.as(other).post(`${path}/gui`, {})))
    expect(sent.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([303, 422])
    expect((await web.as(cast.dung).get(path)).text).toContain('Nhân dân phấn khởi, tin tưởng.')
    expect((await web.as(cast.binh).get(list)).text).toContain('đã gửi')
  })

  test('quotes only what is public, of a topic that is told', async () => {
    const { cast, path, roads, waste } = await drafted()
    const quote = (opinion: string) => web.as(cast.an).post(`${path}/vi-du`, { opinion })
    const opinionOf = async (topic: string, isPublic: boolean) => {
      const found = db
        .selectFrom('opinion')
        .select('id')
        .where('topic_id', '=', topic)
        .where('is_public', '=', isPublic)
      return (await found.executeTakeFirstOrThrow()).id
    }
    expect((await quote(await opinionOf(roads, false))).text).toContain('không được dẫn')
    expect((await quote(await opinionOf(waste, true))).text).toContain('không được nêu số')
    const open = await opinionOf(roads, true)
    expect((await quote(open)).status).toBe(303)
    expect((await quote(open)).text).toContain('đã có trong báo cáo')
    expect((await web.as(cast.an).get(path)).text).toContain('Ý kiến tiêu biểu về Đường sá')
  })

  test('prints in the look of its issuer, for the press and for Word', async () => {
    const { cast, path } = await drafted()
    const pdf = await web.as(cast.an).get(`${path}/bao-cao.pdf`)
    const docx = await web.as(cast.an).get(`${path}/bao-cao.docx`)
    expect([pdf.status, pdf.text.startsWith('%PDF'), docx.status]).toEqual([200, true, 200])
  })

  test('of a sudden kind rounds down what it counts', async () => {
    const { cast, list, wages } = await heardTwoMonths()
    const asked = { ...head, topic: wages, from: '01/02/2023', to: '28/02/2023' }
    const { location } = await web.as(cast.an).post(`${list}/lap-dot-xuat`, asked)
    const [clause] = await clausesOf(db, (location ?? '').slice(list.length + 1))
    expect(clause?.text).toBe('Từ ngày 01/02/2023 đến ngày 28/02/2023 có ít nhất 5 ý kiến về Tiền lương.')
    const ahead = await web
      .as(cast.an)
      .post(`${list}/lap-dot-xuat`, { ...asked, to: '31/03/2023', datedOn: '31/03/2023' })
    expect(ahead.text).toContain('không được sau hôm nay')
  })
})
