import { expect, test } from 'vitest'
import { makeCast } from '../../../../test/cast.ts'
import { testDatabase } from '../../../../test/database.ts'
import { openTestWeb } from '../../../../test/web.ts'
import { paths } from '../paths.ts'
import { readingsOfYear } from './queries.ts'
import { readingRoutes } from './routes.tsx'
import { article } from './testing/article.ts'
import { badFiles } from './testing/bad-files.ts'

async function opened() {
  const { db } = await testDatabase()
  const cast = await makeCast(db)
  return { db, cast, web: openTestWeb(db, readingRoutes), list: paths.readings(cast.blocSlug, '2023') }
}

async function reading() {
  const ground = await opened()
  const posted = await ground.web.as(ground.cast.an).post(ground.list, { text: article })
  return { ...ground, here: posted.location ?? '' }
}

const idIn = (address: string) => address.split('/').at(-1) ?? ''

test('the head pastes an article and is led to what was read', async () => {
  const { web, cast, here, list } = await reading()
  expect(here).toMatch(new RegExp(`^${list}/[0-9a-f-]{36}$`))
  const { text, status } = await web.as(cast.an).get(here)
  expect(status).toBe(200)
  expect(text).toContain('value="Gần dân, sát việc, cùng nhau tiến bộ"')
  expect(text).toContain('href="#doan-theme"')
  expect(text).toContain('id="doan-theme"')
  expect(text).toContain('href="#theme"')
  expect(text).toContain('Bài nêu “Hội Chữ thập đỏ tỉnh”, không phải thành viên của khối trong năm này.')
  expect(text).toContain('Bài không nêu “Tỉnh Đoàn”, là thành viên của khối trong năm này.')
  expect(text).toContain('Ngày ký không ghi năm')
  expect((await web.as(cast.an).get(list)).text).toContain(here)
})

test('a member may look and not change; an outsider may do neither', async () => {
  const { web, cast, here, list } = await reading()
  const seen = await web.as(cast.binh).get(here)
  expect(seen.status).toBe(200)
  expect(seen.text).toContain('Gần dân, sát việc, cùng nhau tiến bộ')
  expect(seen.text).not.toContain('name="version"')
  expect((await web.as(cast.binh).get(list)).text).not.toContain('<textarea')
  expect((await web.as(cast.binh).post(here, { version: '1', theme: 'x' })).status).toBe(403)
  expect((await web.as(cast.binh).post(list, { text: article })).status).toBe(403)
  expect((await web.as(cast.chi).get(here)).status).toBe(403)
  expect((await web.as(cast.chi).get(list)).status).toBe(403)
  expect((await web.as(null).get(here)).location).toContain('/dang-nhap')
  const elsewhere = await reading()
  const mixed = paths.reading(elsewhere.cast.blocSlug, '2023', idIn(here))
  expect((await elsewhere.web.as(elsewhere.cast.an).get(mixed)).status).toBe(404)
})

test('a text that is no agreement is refused and stays in the box', async () => {
  const { db, web, cast, list } = await opened()
  const notice = 'Công ty cấp nước thông báo lịch bảo trì đường ống.'
  const { status, text } = await web.as(cast.an).post(list, { text: notice })
  expect(status).toBe(422)
  expect(text).toContain('href="#text"')
  expect(text).toContain('không nói về việc một khối hoặc cụm thi đua ký giao ước')
  expect(text).toContain(notice)
  expect(await readingsOfYear(db, cast.blocYear)).toEqual([])
})

test('a member named twice is pointed out, once in the list', async () => {
  const { web, cast, list } = await opened()
  const twice = article.replace('Hội CCB tỉnh', 'Hội Nông dân tỉnh')
  const here = (await web.as(cast.an).post(list, { text: twice })).location ?? ''
  expect((await web.as(cast.an).get(here)).text).toMatch(/Hội Nông dân tỉnh.{1,3}được nêu hai lần/)
})

test('nothing at all, or words and a file at once, is asked about', async () => {
  const { web, cast, list } = await opened()
  const an = web.as(cast.an)
  expect((await an.post(list, { text: '  ' })).text).toContain('href="#text"')
  const both = await an.post(list, { text: article, file: new File([article], 'bai.txt') })
  expect(both.status).toBe(422)
  expect(both.text).toContain('Vừa có chữ dán vừa có tệp')
  expect(both.text).toContain('Sáu tổ chức đoàn thể')
})

test.each(Object.entries(badFiles))('%s is refused at the field of the file', async (name, { bytes, refusal }) => {
  const { db, web, cast, list } = await opened()
  const answer = await web.as(cast.an).post(list, { text: '', file: new File([new Uint8Array(bytes())], name) })
  expect(answer.status).toBe(422)
  expect(answer.text).toContain('href="#file"')
  expect(answer.text).toContain(refusal)
  expect(await readingsOfYear(db, cast.blocYear)).toEqual([])
})

test('a file above what anyone may send is refused on a page, before it is read', async () => {
  const { db, web, cast, list } = await opened()
  const file = new File([new Uint8Array(22 * 1024 * 1024)], 'lon.pdf')
  const answer = await web.as(cast.an).post(list, { text: '', file })
  expect(answer.status).toBe(413)
  expect(answer.text).toContain('Tệp gửi lên quá lớn')
  expect((await web.as(cast.an).postQuietly(list, { file })).text).toContain('Nhiều nhất 20 MB')
  expect(await readingsOfYear(db, cast.blocYear)).toEqual([])
})

test('a file is read like pasted words', async () => {
  const { web, cast, list } = await opened()
  const answer = await web.as(cast.an).post(list, { text: '', file: new File([article], 'bài.txt') })
  expect(answer.status).toBe(303)
  expect((await web.as(cast.an).get(list)).text).toContain('bài.txt')
})

test('corrections are saved by the button, and quietly by the script', async () => {
  const { web, cast, here } = await reading()
  const an = web.as(cast.an)
  const added = await an.post(here, { version: '1', theme: 'Một chủ đề khác', act: 'add.movements' })
  expect(added).toMatchObject({ status: 303, location: `${here}#movements.v1.title` })
  const page = await an.get(here)
  expect(page.text).toContain('value="Một chủ đề khác"')
  expect(page.text).toContain('value="Nam Định"')
  expect(page.text).toContain('id="movements.v1.title"')
  const typed = { 'movements.v1.title': 'Chợ sạch', 'movements.v1.from': '2022', 'movements.v1.to': '' }
  const quiet = await an.postQuietly(here, { version: '2', ...typed, 'movements.v1.context': 'promised' })
  expect(JSON.parse(quiet.text)).toMatchObject({ version: 3 })
  expect((await an.get(here)).text).toContain('value="Chợ sạch"')
})

test('a wrong day and a wrong year are told at their fields, and what was typed stays', async () => {
  const { web, cast, here } = await reading()
  const movement = { 'movements.r0.title': 'Nhà sạch', 'movements.r0.to': '', 'movements.r0.context': 'promised' }
  const form = { version: '1', signing_date: '31/02/2023', 'movements.r0.from': '20x1', ...movement }
  const { status, text } = await web.as(cast.an).post(here, form)
  expect(status).toBe(422)
  expect(text).toContain('href="#signing_date"')
  expect(text).toContain('href="#movements.r0.from"')
  expect(text).toContain('value="31/02/2023"')
  expect(text).toContain('value="20x1"')
  expect((await web.as(cast.an).postQuietly(here, form)).status).toBe(422)
})

test('who saves second sees both texts, with their own in the fields', async () => {
  const { web, cast, here } = await reading()
  const an = web.as(cast.an)
  await an.post(here, { version: '1', theme: 'Bản thứ nhất' })
  expect((await an.postQuietly(here, { version: '1', theme: 'Bản thứ hai' })).status).toBe(409)
  const { status, text } = await an.post(here, { version: '1', theme: 'Bản thứ hai' })
  expect(status).toBe(409)
  expect(text).toContain('Có người vừa sửa bản đọc này')
  expect(text).toContain('value="Bản thứ hai"')
  expect(text).toMatch(/<del>.*nhất/)
  expect(text).toContain('name="version" value="2"')
  expect((await an.post(here, { version: '2', theme: 'Bản thứ hai' })).status).toBe(303)
})

test('the offered correction stands at its field and is put in by its button alone', async () => {
  const { web, cast, here } = await reading()
  const an = web.as(cast.an)
  const before = await an.get(here)
  const button = /value="(take\.\d+\.\d+)"[^>]*>Sửa “kip” thành “kịp”/.exec(before.text)
  expect(button).not.toBeNull()
  expect(before.text).toContain('phản ánh kip thời')
  const mended = await an.post(here, { version: '1', act: button?.[1] ?? '' })
  expect(mended.location).toMatch(/#commitments\.r\d$/)
  const after = await an.get(here)
  expect(after.text).toContain('phản ánh kịp thời')
  expect(after.text).not.toContain('Sửa “kip”')
})

test('keeping saves what stands in the fields and leads to the draft; a second time it says no', async () => {
  const { db, web, cast, here, list } = await reading()
  const an = web.as(cast.an)
  const other = (await an.post(list, { text: article })).location ?? ''
  const keeping = (address: string) => paths.keeping(cast.blocSlug, '2023', idIn(address))
  const kept = await an.post(keeping(here), { version: '1', theme: 'Chủ đề vừa gõ' })
  expect(kept).toMatchObject({ status: 303, location: paths.editor(cast.blocSlug, '2023') })
  const agreement = await db.selectFrom('agreement').select('theme').where('bloc_year_id', '=', cast.blocYear).execute()
  expect(agreement).toEqual([{ theme: 'Chủ đề vừa gõ' }])
  const again = await an.post(keeping(other), { version: '1', theme: 'Chủ đề khác' })
  expect(again.status).toBe(422)
  expect(again.text).toContain('Năm này đã có giao ước.')
  expect(again.text).toContain('value="Chủ đề khác"')
  expect((await an.get(here)).text).toContain('Bài này đã lập thành dự thảo.')
  expect((await an.post(here, { version: '2', theme: 'muộn' })).status).toBe(422)
})
