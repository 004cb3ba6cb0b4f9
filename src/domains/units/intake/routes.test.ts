import { strToU8 } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { seedUnitLevels } from '../../../../db/seed/unit-levels.ts'
import { makeCast, morning, type Cast } from '../../../../test/cast.ts'
import { testDatabase } from '../../../../test/database.ts'
import { memoryFiles } from '../../../../test/signing.ts'
import { openTestWeb } from '../../../../test/web.ts'
import { makeWorkbook } from '#capabilities/spreadsheets/testing/workbook.ts'
import { newCode } from '#platform/id.ts'
import { intakeRoutes } from './routes.tsx'
import { checkRows } from './check-rows.ts'
import { keepIntake } from './keep-intake.ts'
import { intakePaths } from './paths.ts'
import { writeFaultFile } from './write-fault-file.ts'
import { freshName, peopleFile, personRow, unitRow, unitsFile } from './testing/lists.ts'

const files = memoryFiles()
let db: Awaited<ReturnType<typeof testDatabase>>['db']
let cast: Cast
let web: ReturnType<typeof openTestWeb>

beforeAll(async () => {
  db = (await testDatabase()).db
  await seedUnitLevels(db)
  cast = await makeCast(db)
  web = openTestWeb(db, intakeRoutes({ files, originOf: () => 'http://namdinh.test' }))
})

const file = (bytes: Uint8Array, name = 'đơn vị.xlsx') => new File([new Uint8Array(bytes)], name)
const send = (bytes: Uint8Array) => web.as(cast.dung).post(intakePaths.upload('units'), { file: file(bytes) })

async function preview(rows: Parameters<typeof unitsFile>[0]) {
  const { location } = await send(await unitsFile(rows))
  return location ?? ''
}

const idOf = (path: string) => path.split('/').at(-1) ?? ''

describe('sending a list', () => {
  test('begins with a template that holds the levels of the day', async () => {
    const list = await web.as(cast.dung).get(intakePaths.list)
    expect(list.text).toContain('Nhập danh sách đơn vị')
    expect(list.text).not.toContain('Nhập danh sách người dùng')
    const template = await web.as(cast.dung).get(intakePaths.template('units'))
    expect(template.headers.get('content-type')).toContain('spreadsheetml')
    expect(template.headers.get('content-disposition')).toContain('mau-don-vi.xlsx')
  })

  test('says on the same page what is wrong with the file as a whole', async () => {
    const nothing = await web.as(cast.dung).post(intakePaths.upload('units'), {})
    expect([nothing.status, nothing.text.includes('Chưa chọn tệp.')]).toEqual([422, true])
    const cases = [
      [strToU8('không phải Excel'), 'Chỉ đọc được tệp Excel .xlsx'],
      [
        await makeWorkbook([
          ['Tên', 'Điểm'],
          ['a', '1'],
        ]),
        'A “Tên đầy đủ”',
      ],
      [await unitsFile([]), 'chưa có dòng nào'],
      [await peopleFile([personRow('a', 'b', 'c')]), 'Dòng tiêu đề không khớp'],
    ] as const
    for (const [bytes, told] of cases) {
      const answer = await send(bytes)
      expect([answer.status, answer.text.includes(told)]).toEqual([422, true])
    }
  })
})

describe('the preview', () => {
  test('shows each cell that is wrong by its name, and gives a workbook that says so and can be sent again', async () => {
    const path = await preview([
      unitRow(freshName()),
      unitRow(freshName(), { level: 'Cấp trời' }),
      unitRow(freshName()).with(4, 'hôm kia'),
    ])
    const page = await web.as(cast.dung).get(`${path}?xem=faulty`)
    expect(page.text).toContain('C3: Không có trong danh mục')
    expect(page.text).toContain('E4: Chưa đúng ngày')
    expect(page.text).not.toContain('Nhập tất cả cùng lúc')
    const faults = await writeFaultFile(db, { id: idOf(path), kind: 'units' }, morning, 'vi')
    expect((await web.as(cast.dung).get(`${path}/can-sua`)).headers.get('content-disposition')).toContain(
      'can-sua.xlsx',
    )
    const intake = await keepIntake(
      db,
      cast.dung,
      { kind: 'units', fileName: 'sua.xlsx', bytes: faults },
      { files, now: morning },
    )
    const rows = await checkRows(db, { id: intake, kind: 'units' }, morning)
    expect(rows.map((row) => row.faults.map(({ column }) => column))).toEqual([[], [2], [4]])
  })

  test('keeps what was chosen, and is confirmed only with the counts that were on screen', async () => {
    const [one, other] = [freshName(), freshName()]
    const path = await preview([unitRow(one), unitRow(other)])
    const saved = await web.as(cast.dung).post(`${path}/lua-chon?xem=add`, { r3: 'skip' })
    expect(saved.location).toBe(`${path}?xem=add`)
    const blind = await web.as(cast.dung).post(`${path}/nhap`, {})
    expect([blind.status, blind.text.includes('vừa thay đổi')]).toEqual([422, true])
    const entered = await web.as(cast.dung).post(`${path}/nhap`, { add: '1', same: '0', skip: '1' })
    expect(entered.location).toBe(path)
    expect((await web.as(cast.dung).get(path)).text).toContain('thêm 1, đã có 0, bỏ qua 1')
    expect((await web.as(cast.dung).get(`${path}/can-sua`)).status).toBe(404)
  })

  test('of people is no matter of the authority’s', async () => {
    const bytes = await peopleFile([personRow('Đỗ Yến', `yen.${newCode(8)}`, 'Sở Y tế')])
    const { location } = await web.as(cast.em).post(intakePaths.upload('people'), { file: file(bytes) })
    expect((await web.as(cast.dung).get(location ?? '')).status).toBe(403)
    expect((await web.as(cast.em).get(location ?? '')).status).toBe(200)
    expect((await web.as(cast.em).get(intakePaths.list)).text).toContain(idOf(location ?? ''))
    expect((await web.as(cast.dung).get(intakePaths.list)).text).not.toContain(idOf(location ?? ''))
  })
})

describe('after a list was entered', () => {
  test('slips are printed all at once, and what stands in the way of undoing is named', async () => {
    const unit = freshName('Hội')
    const path = await preview([unitRow(unit)])
    await web.as(cast.dung).post(`${path}/nhap`, { add: '1', same: '0', skip: '0' })
    const login = `yen.${newCode(8).toLowerCase()}`
    const people = file(await peopleFile([personRow('Đỗ Thị Yến', login, unit)]))
    const sent = await web.as(cast.em).post(intakePaths.upload('people'), { file: people })
    const list = sent.location ?? ''
    await web.as(cast.em).post(`${list}/nhap`, { add: '1', same: '0', skip: '0' })
    expect((await web.as(cast.em).get(list)).text).toContain('1 phiếu mời chưa trao')
    const slips = await web.as(cast.em).post(`${list}/phieu-moi`)
    expect(slips.text).toContain(login)
    expect(slips.text).toMatch(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/)

    const refused = await web.as(cast.dung).post(`${path}/hoan-tac`)
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('đã có vai trò giao sau khi nhập')
    await web.as(cast.em).post(`${list}/hoan-tac`)
    expect((await web.as(cast.em).get(list)).text).toContain('đã hoàn tác')
    expect((await web.as(cast.dung).post(`${path}/hoan-tac`)).location).toBe(path)
  })
})
