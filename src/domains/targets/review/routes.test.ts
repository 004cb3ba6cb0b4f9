import { beforeAll, expect, test } from 'vitest'
import type { Db } from '#platform/database/database.ts'
import { makeCast } from '../../../../test/cast.ts'
import { testDatabase } from '../../../../test/database.ts'
import { testRenderer } from '../../../../test/signing.ts'
import { openTestWeb } from '../../../../test/web.ts'
import { clausesOf } from './queries.ts'
import { reviewRoutes } from './routes.tsx'
import { tellHalfYear } from './testing/half-year.ts'

let db: Db
let web: ReturnType<typeof openTestWeb>

beforeAll(async () => {
  db = (await testDatabase()).db
  web = openTestWeb(db, reviewRoutes({ renderer: testRenderer() }))
})

const span = {
  kind: 'interim',
  unit: '',
  from: '01/01/2023',
  to: '31/01/2023',
  datedOn: '05/02/2023',
  place: 'Nam Định',
}

async function drafted() {
  const told = await tellHalfYear(db)
  const list = `/khoi/${told.cast.blocSlug}/2023/so-ket`
  const { location } = await web.as(told.cast.an).post(`${list}/lap`, span)
  const path = location ?? ''
  const clauses = await clausesOf(db, path.slice(list.length + 1))
  const each = clauses.find(({ rule }) => rule === 'targets.each')
  return { ...told, list, path, clause: `${path}/cau/${each?.id}` }
}

test('the head drafts from the form; what is wrong in it is said at the field or above it', async () => {
  const cast = await makeCast(db)
  const list = `/khoi/${cast.blocSlug}/2023/so-ket`
  expect((await web.as(cast.an).get(list)).text).toContain('Chưa có báo cáo sơ kết, tổng kết')
  const wrong = await web.as(cast.an).post(`${list}/lap`, { ...span, from: 'hôm qua' })
  expect([wrong.status, wrong.text.includes('hôm qua')]).toEqual([422, true])
  const early = await web.as(cast.an).post(`${list}/lap`, { ...span, datedOn: '01/01/2023' })
  expect([early.status, early.text.includes('không được trước ngày cuối kỳ')]).toEqual([422, true])
  expect((await web.as(cast.chi).get(list)).status).toBe(403)
})

test('the editor shows each sentence with its rule and its records; members read, others are refused', async () => {
  const { cast, path } = await drafted()
  const editor = await web.as(cast.an).get(path)
  expect(editor.text).toContain('mỗi chỉ tiêu: thực hiện, tỷ lệ, kế hoạch')
  expect(editor.text).toContain('Chỉ tiêu QUY (bản 1)')
  const member = await web.as(cast.binh).get(path)
  expect([member.status, member.text.includes('<textarea')]).toEqual([200, false])
  expect((await web.as(cast.chi).get(path)).status).toBe(403)
})

test('two editors: the second sees both texts and may keep either', async () => {
  const { cast, clause } = await drafted()
  const post = (text: string, version: string) => web.as(cast.an).post(clause, { text, version })
  expect((await post('Lời thứ nhất.', '1')).status).toBe(303)
  const second = await post('Lời thứ hai.', '1')
  expect(second.status).toBe(409)
  for (const words of ['nhất', 'hai', 'name="version" value="2"']) expect(second.text).toContain(words)
  expect((await post('Lời thứ hai.', '2')).status).toBe(303)
  expect((await web.as(cast.binh).post(clause, { text: 'Lời ba.', version: '3' })).status).toBe(403)
})

test('a figure that changed since stands beside the sentence, old and new, with a button', async () => {
  const { cast, path, clause, target } = await drafted()
  await web.as(cast.an).post(clause, { text: 'Quỹ thu được 56 triệu đồng.', version: '1' })
  await db
    .updateTable('progress_entry')
    .set({ value: '20' })
    .where('target_id', '=', target)
    .where('value', '=', '15.5')
    .execute()
  const marked = await web.as(cast.an).get(path)
  expect(marked.text).toContain('trong câu ghi 56 triệu đồng, số liệu nay là 60,5 triệu đồng')
  const taken = await web.as(cast.an).post(`${clause}/so-moi`, { version: '2', key: 'value', text: '' })
  expect(taken.status).toBe(303)
  expect((await web.as(cast.an).get(path)).text).toContain('Quỹ thu được 60,5 triệu đồng.')
})

test('what is finished is printed from what was kept, whatever the records say later', async () => {
  const { cast, path, target } = await drafted()
  const unread = await web.as(cast.an).post(`${path}/hoan-thanh`)
  expect([unread.status, unread.text.includes('Phần III nêu hạn chế')]).toEqual([422, true])
  expect((await web.as(cast.an).post(`${path}/hoan-thanh`, { isMeant: 'on' })).status).toBe(303)
  const before = await web.as(cast.binh).get(`${path}/bao-cao.pdf`)
  expect(before.headers.get('content-type')).toBe('application/pdf')
  await db.updateTable('progress_entry').set({ value: '1' }).where('target_id', '=', target).execute()
  expect((await web.as(cast.binh).get(`${path}/bao-cao.pdf`)).text).toBe(before.text)
  const word = await web.as(cast.binh).get(`${path}/bao-cao.docx`)
  expect(word.headers.get('content-disposition')).toContain(`so-ket-${cast.blocSlug}-2023.docx`)
  const shown = await web.as(cast.an).get(path)
  expect([shown.text.includes('Mã băm SHA-256'), shown.text.includes('<textarea')]).toEqual([true, false])
})
