import { beforeAll, describe, expect, test } from 'vitest'
import { yearById } from '#domains/blocs/queries.ts'
import type { Db } from '#platform/database/database.ts'
import { testDatabase } from '../../../../test/database.ts'
import { openTestWeb } from '../../../../test/web.ts'
import { addPeriod, addTarget, assign } from '../reporting/testing/months.ts'
import { report, tellHalfYear, type Told } from '../review/testing/half-year.ts'
import { gatherBoard } from './gather-board.ts'
import { gatherPublicProgress } from './gather-public.ts'
import { gatherProvince } from './gather-province.ts'
import { gatherSeries } from './gather-series.ts'
import { onTimeShare, viewProvince, type BlocInProvince } from './province.ts'
import { boardRoutes } from './routes.tsx'

let db: Db
let told: Told
let web: ReturnType<typeof openTestWeb>

beforeAll(async () => {
  db = (await testDatabase()).db
  told = await tellHalfYear(db)
  web = openTestWeb(db, boardRoutes)
})

const pathOf = ({ cast }: Told) => `/khoi/${cast.blocSlug}/2023/bang-theo-doi`

describe('the head’s board', () => {
  test('names who is behind, by how much and since when, and who did not report', async () => {
    const { text, status } = await web.as(told.cast.an).get(pathOf(told))
    expect(status).toBe(200)
    const lane = text.slice(text.indexOf('id="lan-do"'), text.indexOf('don-vi-chi-tieu'))
    expect(lane).toContain('LĐLĐ tỉnh')
    expect(lane).toContain('15,5')
    expect(lane).toContain('31/01/2023')
    expect(lane).not.toContain('MTTQ tỉnh')
    expect(text).toContain('chưa có')
  })

  test('the picture and its table say the same; nothing stands in a style', async () => {
    const { text } = await web.as(told.cast.an).get(pathOf(told))
    expect(text).toMatch(/<svg[^>]*aria-labelledby="don-vi-chi-tieu-title don-vi-chi-tieu-words"/)
    expect(text).toContain('50\u00a0%')
    expect(text).not.toContain(' style=')
  })

  test('members and the authority read it, nobody else does', async () => {
    expect((await web.as(told.cast.binh).get(pathOf(told))).status).toBe(200)
    expect((await web.as(told.cast.dung).get(pathOf(told))).status).toBe(200)
    for (const stranger of [told.cast.chi, told.cast.em]) {
      expect((await web.as(stranger).get(pathOf(told))).status).toBe(403)
    }
  })

  test('a unit is shown beside its bloc; a unit of another bloc is not there', async () => {
    const page = await web.as(told.cast.an).get(`${pathOf(told)}/${told.cast.units[1]}`)
    expect(page.text).toContain('LĐLĐ tỉnh bên cạnh toàn khối')
    expect(page.text).toContain('Dự báo cuối năm')
    expect((await web.as(told.cast.an).get(`${pathOf(told)}/${told.cast.outsideUnit}`)).status).toBe(404)
  })

  test('tells what does not fit together to who leads, and to a member what is its own', async () => {
    const own = await tellHalfYear(db)
    const [first = '', second = ''] = own.cast.units
    const quarter = { startsOn: '2023-01-01', endsOn: '2023-03-31', dueOn: '2023-03-25', frequency: 'quarter' } as const
    await report(db, own, { period: own.periods[1] ?? '', unit: second, value: '50' })
    await report(db, own, { period: own.periods[1] ?? '', unit: first, value: '30' })
    await report(db, own, { period: await addPeriod(db, own.cast.blocYear, quarter), unit: first, value: '99' })
    const board = await web.as(own.cast.an).get(pathOf(own))
    expect(board.text).toContain('1 số thay đổi nhiều; 1 số chưa khớp giữa các báo cáo.')
    const signs = await web.as(own.cast.an).get(`${pathOf(own)}/dau-hieu`)
    expect(signs.text).toContain('15,5 → 50.')
    expect(signs.text).toContain('Kỳ này ghi 99, các kỳ ngắn hơn cho 70,5.')
    expect(signs.text).toContain(`/bao-cao/quy-2023-01-01/${first}`)
    const neighbour = await web.as(own.cast.leaders[1] ?? own.cast.em).get(`${pathOf(own)}/dau-hieu`)
    expect([neighbour.text.includes('→ 50.'), neighbour.text.includes('ghi 99')]).toEqual([true, false])
    expect((await web.as(own.cast.chi).get(`${pathOf(own)}/dau-hieu`)).status).toBe(403)
    expect((await web.as(told.cast.an).get(`${pathOf(told)}/dau-hieu`)).text).toContain('Không thấy dấu hiệu nào')
  })

  test('a year without targets says what will stand here', async () => {
    const empty = await tellHalfYear(db)
    await db.deleteFrom('progress_entry').where('target_id', '=', empty.target).execute()
    await db
      .deleteFrom('progress_report')
      .where('period_id', 'in', [...empty.periods])
      .execute()
    await db
      .deleteFrom('report_period')
      .where('id', 'in', [...empty.periods])
      .execute()
    expect((await web.as(empty.cast.an).get(pathOf(empty))).text).toContain('Chưa có kỳ báo cáo nào kết thúc')
  })
})

describe('figures of the board', () => {
  test('are those of the roll-up; what is missing stays missing and what was not assigned leaves the picture', async () => {
    const { cast } = told
    const other = await addTarget(db, { blocYear: cast.blocYear, by: cast.an.account }, { code: 'KHONG' })
    await assign(db, other, { unit: cast.units[0] ?? '', isAssigned: false })
    const board = await gatherBoard(db, await yearById(db, cast.blocYear), '2023-02-10')
    const [fund, none] = board.targets
    expect([fund?.bloc.value, fund?.bloc.due, fund?.until]).toEqual(['56', '186', '2023-01-31'])
    expect(cast.units.map((unit) => fund?.units.get(unit)?.level)).toEqual([
      'reached',
      'low',
      'none',
      'none',
      'none',
      'none',
    ])
    expect(none?.bloc.level).toBe('unassigned')
    await db.deleteFrom('target_assignment').where('target_id', '=', other).execute()
    await db.deleteFrom('target').where('id', '=', other).execute()
  })

  test('the course of a target has a gap where nothing was reported, and a plan to the end', async () => {
    const { cast, target } = told
    const year = await yearById(db, cast.blocYear)
    const board = await gatherBoard(db, year, '2023-03-10')
    const targets = board.targets.map((row) => row.target)
    const series = (await gatherSeries(db, year, { targets, day: '2023-03-10' })).get(target)
    expect(series).toEqual([
      { endsOn: '2023-01-31', value: '56', due: '186' },
      { endsOn: '2023-02-28', value: null, due: '354' },
    ])
  })
})

test('the public sees what was decided public, by verified figures alone', async () => {
  const own = await tellHalfYear(db)
  const { blocYear } = own.cast
  expect(await gatherPublicProgress(db, blocYear, '2023-03-01')).toEqual([])
  await db.updateTable('target').set({ is_public: true }).where('id', '=', own.target).execute()
  const [sent] = await gatherPublicProgress(db, blocYear, '2023-03-01')
  expect([sent?.planned, sent?.value]).toEqual(['2190', null])
  await db
    .updateTable('progress_report')
    .set({ state: 'verified', decided_by: own.cast.binh.account, decided_at: new Date('2023-02-01T08:00:00+07:00') })
    .where('period_id', '=', own.periods[0] ?? '')
    .where('unit_id', '=', own.cast.units[0] ?? '')
    .execute()
  const [verified] = await gatherPublicProgress(db, blocYear, '2023-03-01')
  expect([verified?.value, verified?.asOf]).toEqual(['40.5', '2023-01-31'])
})

describe('the province', () => {
  const row = (more: Partial<BlocInProvince>): BlocInProvince => ({
    year: more.name ?? '',
    slug: 'a',
    year_slug: '2023',
    code: 'A',
    name: 'A',
    starts_on: '2023-01-01',
    ends_on: '2023-12-31',
    members: 6,
    due: 0,
    on_time: 0,
    missing: 0,
    last_sent_on: null,
    targets: 0,
    reached: 0,
    behind: 0,
    without: 0,
    ...more,
  })

  test('shows each bloc once with its reports and targets', async () => {
    const [own] = (await gatherProvince(db, { day: '2023-02-20' })).filter(({ slug }) => slug === told.cast.blocSlug)
    expect(own).toMatchObject({ due: 6, on_time: 2, missing: 4, members: 6, targets: 1, behind: 1, reached: 0 })
    const before = await gatherProvince(db, { day: '2022-12-31' })
    expect(before.some(({ slug }) => slug === told.cast.blocSlug)).toBe(false)
  })

  test('is sorted and filtered as asked; who owes no report has no share', () => {
    const rows = [row({ name: 'Ă', missing: 2 }), row({ name: 'A', behind: 1 }), row({ name: 'B', missing: 2 })]
    const names = (view: Parameters<typeof viewProvince>[1]) => viewProvince(rows, view).map(({ name }) => name)
    expect(names({ sort: 'name', direction: 'ascending', show: undefined })).toEqual(['A', 'Ă', 'B'])
    expect(names({ sort: 'missing', direction: 'descending', show: undefined })).toEqual(['Ă', 'B', 'A'])
    expect(names({ sort: 'name', direction: 'descending', show: 'behind' })).toEqual(['A'])
    expect(onTimeShare({ due: 0, on_time: 0 })).toBeNull()
    expect(onTimeShare({ due: 8, on_time: 7 })).toBe(875)
  })

  test('is the authority’s alone, and goes out as a workbook', async () => {
    const page = await web.as(told.cast.dung).get('/bang-tinh?q=mat+tran&sap=missing&chieu=descending')
    expect([page.status, page.text.includes('Khối thi đua Mặt trận Tổ quốc')]).toEqual([200, true])
    const sheet = await web.as(told.cast.dung).get('/bang-tinh.xlsx')
    expect(sheet.headers.get('content-type')).toContain('spreadsheetml')
    for (const other of [told.cast.an, told.cast.em]) {
      expect((await web.as(other).get('/bang-tinh')).status).toBe(403)
    }
  })
})
