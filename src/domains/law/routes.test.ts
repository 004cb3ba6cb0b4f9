import { expect, test } from 'vitest'
import { makeCast } from '../../../test/cast.ts'
import { testDatabase } from '../../../test/database.ts'
import { openTestWeb } from '../../../test/web.ts'
import { newCode, newId } from '#platform/id.ts'
import { lawRoutes } from './routes.tsx'

async function open() {
  const { db } = await testDatabase()
  return { cast: await makeCast(db), web: openTestWeb(db, lawRoutes) }
}

const typed = (number = `${newCode(6)}/2022/QH15`) => ({
  kind: 'Luật',
  number,
  title: 'Luật Thi đua, khen thưởng',
  issuer: 'Quốc hội',
  issuedOn: '15/06/2022',
  inForceFrom: '01/01/2023',
  inForceTo: '',
  source: '',
})

test('a text is added, shown as unconfirmed, confirmed with a source, and unconfirmed by a correction', async () => {
  const { cast, web } = await open()
  const form = typed()
  const added = await web.as(cast.dung).post('/van-ban-phap-luat', form)
  expect(added.status).toBe(303)
  const path = added.location ?? ''
  expect((await web.as(cast.an).get(path)).text).toContain('Chưa kiểm chứng')
  expect((await web.as(cast.dung).get(path)).text).toContain('Người khác phải kiểm chứng')
  const without = await web.as(cast.em).post(`${path}/kiem-chung`, { source: ' ' })
  expect([without.status, without.text.includes('href="#source"')]).toEqual([422, true])
  expect((await web.as(cast.em).post(`${path}/kiem-chung`, { source: 'Công báo' })).location).toBe(path)
  const shown = await web.as(cast.an).get(path)
  expect([shown.text.includes('Đã kiểm chứng lúc'), shown.text.includes('15/06/2022')]).toEqual([true, true])
  expect((await web.as(cast.em).get(`${path}/sua`)).text).toContain('phải kiểm chứng lại')
  expect((await web.as(cast.em).post(`${path}/sua`, { ...form, inForceTo: '30/06/2026' })).location).toBe(path)
  const corrected = (await web.as(cast.an).get(path)).text
  expect(['30/06/2026', 'Chưa kiểm chứng', 'sửa văn bản'].every((part) => corrected.includes(part))).toBe(true)
})

test('what is wrong stands at its field or above the form, and nothing typed is lost', async () => {
  const { cast, web } = await open()
  const wrong = await web.as(cast.em).post('/van-ban-phap-luat', { ...typed(), issuedOn: '31/02/2022', title: '' })
  expect(wrong.status).toBe(422)
  expect(['href="#issuedOn"', 'href="#title"', 'value="31/02/2022"'].every((part) => wrong.text.includes(part))).toBe(
    true,
  )
  const contradiction = await web.as(cast.em).post('/van-ban-phap-luat', { ...typed(), inForceTo: '01/01/2020' })
  expect([contradiction.status, contradiction.text.includes('đứng trước ngày có hiệu lực')]).toEqual([422, true])
  const form = typed()
  await web.as(cast.em).post('/van-ban-phap-luat', form)
  const twice = await web.as(cast.em).post('/van-ban-phap-luat', form)
  expect([twice.status, twice.text.includes('đã có trong danh sách')]).toEqual([422, true])
})

test('the list is read by all, without marks and by day; only its keepers may add', async () => {
  const { cast, web } = await open()
  const form = typed()
  await web.as(cast.em).post('/van-ban-phap-luat', form)
  const list = async (query: string) => (await web.as(cast.an).get(`/van-ban-phap-luat?${query}`)).text
  const found = await list(`q=${form.number.slice(0, 6).toLowerCase()} luat thi dua`)
  expect([found.includes(form.number), found.includes('Thêm văn bản')]).toEqual([true, false])
  expect(await list(`q=${form.number.replace('/', '%2F')}`)).toContain(form.number)
  expect(await list(`q=${form.number}&ngay=2022-12-31`)).toContain('Không tìm thấy văn bản nào')
  expect(await list(`q=${form.number}&ngay=2023-01-01`)).toContain('còn hiệu lực')
  expect((await web.as(cast.an).get('/van-ban-phap-luat/moi')).status).toBe(403)
  expect((await web.as(cast.an).post('/van-ban-phap-luat', typed())).status).toBe(403)
  expect((await web.as(null).get('/van-ban-phap-luat')).location).toBe('/dang-nhap?ve=%2Fvan-ban-phap-luat')
  expect((await web.as(cast.an).get(`/van-ban-phap-luat/${newId()}`)).status).toBe(404)
})
