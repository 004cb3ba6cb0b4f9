import { beforeAll, expect, test } from 'vitest'
import { makeWorkbook } from '#capabilities/spreadsheets/testing/workbook.ts'
import { readWorkbook } from '#capabilities/spreadsheets/read-workbook.ts'
import { writeTemplate } from '#capabilities/spreadsheets/write-workbook.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { addOfficer, makeCast, type Cast } from '../../../../test/cast.ts'
import { testDatabase } from '../../../../test/database.ts'
import { openTestWeb } from '../../../../test/web.ts'
import { addTopic } from '../topics/add-topic.ts'
import { confirmIntake } from './confirm-intake.ts'
import { planOf } from './queries.ts'
import { opinionImportRoutes } from './routes.tsx'

let db: Db
let web: ReturnType<typeof openTestWeb>
const march = new Date('2023-03-06T08:00:00+07:00')

beforeAll(async () => {
  db = (await testDatabase()).db
  web = openTestWeb(db, opinionImportRoutes, march)
})

const heads = ['Ngày ghi nhận', 'Tóm tắt', 'Nội dung', 'Chủ đề', 'Địa bàn', 'Đối tượng', 'Lĩnh vực', 'Mức độ quan tâm']
type Cells = readonly (string | null)[]
const fine = (text: string): Cells => ['15/02/2023', 'Đường hỏng', text, 'Đường sá', 'Xã A', 'Nông dân', null, null]

async function setting() {
  const cast = await makeCast(db)
  const topic = await addTopic(db, cast.an, { blocYear: cast.blocYear, name: 'Đường sá', parent: undefined }, march)
  const list = `/khoi/${cast.blocSlug}/2023/y-kien/nhap-bang`
  const bring = async (rows: readonly Cells[]) => {
    const bytes = new Uint8Array(await makeWorkbook([heads, ...rows]))
    return web.as(cast.binh).post(list, { file: new File([bytes], 'y-kien.xlsx') })
  }
  return { cast, topic, list, bring, colleague: await colleagueOf(cast) }
}

async function colleagueOf(cast: Cast): Promise<Actor> {
  const unit = cast.units[0] ?? ''
  const officer = await addOfficer(db, 'Phạm Thị Hòa', unit)
  return { ...officer, memberships: [{ blocYear: cast.blocYear, unit }] }
}

test('a list is shown before it is entered, each fault at its cell', async () => {
  const { cast, bring, list } = await setting()
  const { location: path } = await bring([
    fine('Một'),
    ['31/02/2023', null, 'Hai', 'Không có', null, null, null, 'cao vút'],
    ['15/02/2024', 'Ba', 'Ba', 'Đường sá', null, null, null, null],
    fine('Một'),
  ])
  const page = await web.as(cast.binh).get(path ?? '')
  for (const told of ['A3: ', 'B3: ', 'D3: ', 'H3: ', 'A4: Ngày phải từ', 'Trùng với dòng 2']) {
    expect(page.text).toContain(told)
  }
  expect((await web.as(cast.binh).get(`${path}/can-sua.xlsx`)).status).toBe(200)
  expect((await web.as(cast.an).get(path ?? '')).status).toBe(403)
  expect((await web.as(cast.binh).post(list, {})).text).toContain('Chưa chọn tệp')
  expect((await web.as(cast.binh).post(`${path}/bo`, {})).status).toBe(303)
  expect((await web.as(cast.binh).post(`${path}/bo`, {})).status).toBe(422)
})

test('another of the unit enters it, once; it can be taken back until something is done with it', async () => {
  const { cast, topic, bring, colleague } = await setting()
  const { location } = await bring([fine('Một'), fine('Hai')])
  const path = location ?? ''
  const confirm = (actor: Actor, rows = '2') => web.as(actor).post(`${path}/xac-nhan`, { rows })
  expect((await confirm(cast.binh)).status).toBe(403)
  expect((await confirm(colleague, '3')).text).toContain('đã thay đổi')
  const both = await Promise.all([confirm(colleague), confirm(colleague)])
  expect(both.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([303, 422])
  const opinions = () => db.selectFrom('opinion').selectAll().where('topic_id', '=', topic).execute()
  const entered = await opinions()
  expect(entered.map(({ state, entered_by, moderated_by }) => [state, entered_by, moderated_by])).toEqual(
    [1, 2].map(() => ['accepted', cast.binh.account, colleague.account]),
  )
  // The words lie with the opinions alone, not with the list a second time.
  const rows = await db
    .selectFrom('opinion_intake_row')
    .select('cells')
    .where('made_opinion_id', 'is not', null)
    .execute()
  expect(JSON.stringify(rows)).not.toContain('Một')

  const id = entered[0]?.id ?? ''
  await db.updateTable('opinion').set({ version: 2 }).where('id', '=', id).execute()
  expect((await web.as(cast.binh).post(`${path}/hoan-tac`, {})).text).toContain('không hoàn tác được')
  await db.updateTable('opinion').set({ version: 1 }).where('id', '=', id).execute()
  expect((await web.as(cast.binh).post(`${path}/hoan-tac`, {})).status).toBe(303)
  expect(await opinions()).toEqual([])
  const intake = path.slice(path.lastIndexOf('/') + 1)
  await expect(confirmIntake(db, colleague, { intake, rows: 2 }, march)).rejects.toThrow('opinionImport.decided')
})

test('the template is read back as its own sheet, without its example', async () => {
  const { cast } = await setting()
  const plan = await planOf(db, cast.bloc)
  const read = await readWorkbook(plan, await writeTemplate(plan, 'vi'))
  expect(read.ok).toBe(true)
})
