import { describe, expect, test } from 'vitest'
import { seedUnitLevels } from '../../../db/seed/unit-levels.ts'
import { makeCast } from '../../../test/cast.ts'
import { testDatabase } from '../../../test/database.ts'
import { openTestWeb } from '../../../test/web.ts'
import { newCode } from '#platform/id.ts'
import { membersOn, roadOf } from './queries.ts'
import { blocRoutes } from './routes.tsx'

async function opened() {
  const { db } = await testDatabase()
  await seedUnitLevels(db)
  const cast = await makeCast(db)
  const todo = { title: 'Ký giao ước 2023', action: { label: 'Ký', href: '/ky' } }
  const routes = blocRoutes({ announce: async () => {}, todosOfYear: async () => [todo] })
  return { db, cast, web: openTestWeb(db, routes), year: `/khoi/${cast.blocSlug}/2023`, bloc: `/khoi/${cast.blocSlug}` }
}

describe('blocs', () => {
  test('are listed and found without tone marks by whoever is signed in', async () => {
    const { cast, web } = await opened()
    const code = cast.blocSlug.slice(5)
    expect((await web.as(cast.chi).get(`/khoi?q=mat+tran+${code}`)).text).toContain(`/khoi/${cast.blocSlug}`)
    expect((await web.as(cast.chi).get('/khoi?q=khongco')).text).toContain('Không tìm thấy khối, cụm nào')
    expect((await web.as(null).get('/khoi')).location).toContain('/dang-nhap')
  })

  test('are founded by the authority with their decision', async () => {
    const { cast, web } = await opened()
    const form = {
      name: `Cụm thi đua ${newCode(6)}`,
      shortName: 'Cụm A',
      code: newCode(6),
      kind: 'cum',
      level: 'tinh',
      foundingNumber: '568/QĐ-UBND',
      foundingOn: '12/3/2022',
      foundingIssuer: 'UBND tỉnh',
    }
    expect((await web.as(cast.an).get('/khoi/moi')).status).toBe(403)
    expect((await web.as(cast.dung).get('/khoi/moi')).text).toContain('Số quyết định')
    const wrong = await web.as(cast.dung).post('/khoi/moi', { ...form, foundingNumber: '' })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('href="#foundingNumber"')
    const { location } = await web.as(cast.dung).post('/khoi/moi', form)
    const page = await web.as(cast.dung).get(location ?? '')
    expect(page.text).toContain('568/QĐ-UBND, ngày 12/03/2022, UBND tỉnh')
    const again = await web.as(cast.dung).post('/khoi/moi', form)
    expect(again.text).toContain('đã dùng cho')
  })
})

describe('a bloc-year', () => {
  test('shows its road, what the reader must do, members in order and who signs', async () => {
    const { cast, web, year } = await opened()
    const { status, text } = await web.as(cast.binh).get(year)
    expect(status).toBe(200)
    for (const part of ['Chấm chéo', 'Ký giao ước 2023', 'khối trưởng', 'chưa có ủy quyền ký']) {
      expect(text).toContain(part)
    }
    expect(text.indexOf('Ủy ban Mặt trận')).toBeLessThan(text.indexOf('Tỉnh Đoàn'))
    expect(text).not.toContain(`${year}/chuc-vu`)
    expect((await web.as(cast.an).get(year)).text).toContain(`${year}/chuc-vu`)
  })

  test('is closed to those of other blocs, and a year that is none is not found', async () => {
    const { cast, web, year, bloc } = await opened()
    for (const page of ['', '/thanh-vien', '/chuc-vu', '/chang/signing']) {
      expect((await web.as(cast.chi).get(year + page)).status).toBe(403)
    }
    expect((await web.as(cast.an).get(`${bloc}/1999`)).status).toBe(404)
    expect((await web.as(cast.an).get(`${bloc}/abc`)).status).toBe(404)
  })

  test('is started from the last one with the next unit in turn offered as head', async () => {
    const { db, cast, web, bloc } = await opened()
    const path = `${bloc}/nam-moi`
    expect((await web.as(cast.binh).get(path)).status).toBe(403)
    const offered = (await web.as(cast.an).get(path)).text
    expect(offered).toMatch(new RegExp(`value="${cast.units[4]}"[^>]*checked`))
    expect(offered).toContain('value="01/01/2024"')
    const form = { kind: 'calendar', startsOn: '1/1/2024', endsOn: '31/12/2024', head: '' }
    expect((await web.as(cast.an).post(path, { ...form, startsOn: '1/1/2023' })).status).toBe(422)
    const { location } = await web.as(cast.an).post(path, form)
    expect(location).toBe(`${bloc}/2024`)
    const { id } = await db
      .selectFrom('bloc_year')
      .select('id')
      .where('bloc_id', '=', cast.bloc)
      .where('slug', '=', '2024')
      .executeTakeFirstOrThrow()
    expect((await membersOn(db, id, '2024-01-01')).map((member) => member.unit)).toEqual(cast.units)
  })

  test('is closed by reorganisation with its document, and says so to all its members', async () => {
    const { cast, web, year } = await opened()
    const dung = web.as(cast.dung)
    expect((await web.as(cast.an).get(`${year}/dong-do-sap-xep`)).status).toBe(403)
    expect((await dung.get(`${year}/dong-do-sap-xep`)).text).toContain('Văn bản sắp xếp')
    const form = { closedOn: '20/02/2023', document: 'Nghị quyết số 1', successorName: 'Cụm xã', successorTenant: '' }
    const half = await dung.post(`${year}/dong-do-sap-xep`, form)
    expect(half.status).toBe(422)
    expect(half.text).toContain('Cụm xã')
    expect((await dung.post(`${year}/dong-do-sap-xep`, { ...form, successorTenant: 'Tỉnh Ninh Bình' })).location).toBe(
      year,
    )
    const page = (await web.as(cast.an).get(year)).text
    expect(page).toContain('Năm này đóng do sắp xếp từ ngày 20/02/2023')
    expect(page).toContain('Cụm xã (Tỉnh Ninh Bình)')
    expect(page).not.toContain(`${year}/chang/`)
  })

  test('has a road that the head keeps', async () => {
    const { db, cast, web, year } = await opened()
    const path = `${year}/chang/signing`
    expect((await web.as(cast.an).get(path)).text).toContain('Chặng “Ký giao ước”')
    const done = { state: 'done', dueOn: '23/02/2023', doneOn: '', note: '' }
    const without = await web.as(cast.an).post(path, done)
    expect(without.text).toContain('cần ghi ngày xong')
    expect((await web.as(cast.an).post(path, { ...done, doneOn: '20/2/2023' })).location).toBe(year)
    expect((await roadOf(db, cast.blocYear))[0]).toMatchObject({ state: 'done', due_on: '2023-02-23' })
    expect((await web.as(cast.binh).post(path, done)).status).toBe(403)
    expect((await web.as(cast.an).get(`${year}/chang/khong-co`)).status).toBe(404)
  })
})

describe('the members of a year', () => {
  test('are moved up one by one; the first stays where it is', async () => {
    const { db, cast, web, year } = await opened()
    const order = async () => (await membersOn(db, cast.blocYear, '2023-02-20')).map((member) => member.membership)
    const [first = '', second = ''] = await order()
    const rise = (membership: string) => web.as(cast.an).post(`${year}/thanh-vien/len`, { membership })
    expect((await rise(second)).location).toBe(`${year}/thanh-vien`)
    expect((await order()).slice(0, 2)).toEqual([second, first])
    await rise(second)
    expect((await order()).slice(0, 2)).toEqual([second, first])
    expect((await rise('khong-co')).status).toBe(409)
    expect((await web.as(cast.binh).post(`${year}/thanh-vien/len`, { membership: second })).status).toBe(403)
  })

  test('come and go by the authority, with their papers', async () => {
    const { db, cast, web, year } = await opened()
    const dung = web.as(cast.dung)
    expect((await dung.get(`${year}/thanh-vien?q=so+y+te`)).text).toContain('Sở Y tế')
    const admit = { unit: cast.outsideUnit, fromOn: '1/3/2023', document: 'QĐ 568' }
    const empty = await dung.post(`${year}/thanh-vien`, { ...admit, unit: '' })
    expect(empty.text).toContain('href="#unit"')
    expect((await dung.post(`${year}/thanh-vien`, admit)).location).toBe(`${year}/thanh-vien`)
    const [member] = await membersOn(db, cast.blocYear, '2023-02-20')
    const end = `${year}/thanh-vien/${member?.membership}/ket-thuc`
    expect((await dung.get(end)).text).toContain('thôi là thành viên')
    expect((await dung.post(end, { toOn: '30/6/2022', document: 'NQ 1' })).text).toContain('trong khoảng từ 01/01/2023')
    expect((await dung.post(end, { toOn: '30/6/2023', document: 'NQ 1' })).location).toBe(`${year}/thanh-vien`)
    expect((await web.as(cast.an).get(end)).status).toBe(403)
  })
})

describe('offices and the secretary', () => {
  test('the head hands over, and a term is ended', async () => {
    const { cast, web, year } = await opened()
    const an = web.as(cast.an)
    const form = { office: 'deputy', unit: cast.units[1] ?? '', fromOn: '1/2/2023', document: '' }
    expect((await an.post(`${year}/chuc-vu`, form)).location).toBe(`${year}/chuc-vu`)
    expect((await an.post(`${year}/chuc-vu`, form)).text).toContain('đang giữ nhiệm vụ này')
    const page = (await an.get(`${year}/chuc-vu`)).text
    const end = new RegExp(`${year}/chuc-vu/[\\w-]+/ket-thuc`).exec(page)?.[0] ?? ''
    expect((await an.get(end)).status).toBe(200)
    expect((await an.post(end, { toOn: '31/5/2023' })).location).toBe(`${year}/chuc-vu`)
    expect((await web.as(cast.binh).get(end)).status).toBe(403)
    expect((await web.as(cast.binh).post(`${year}/chuc-vu`, form)).status).toBe(403)
  })

  test('the head’s leader names the secretary and lets them go', async () => {
    const { cast, web, year } = await opened()
    const an = web.as(cast.an)
    expect((await an.get(`${year}/chuc-vu`)).text).toContain(`${cast.binh.name}, Ủy ban MTTQ tỉnh`)
    expect((await an.post(`${year}/thu-ky`, { account: '' })).status).toBe(422)
    expect((await an.post(`${year}/thu-ky`, { account: cast.binh.account })).location).toBe(`${year}/chuc-vu`)
    const end = new RegExp(`${year}/thu-ky/[\\w-]+/ket-thuc`).exec((await an.get(`${year}/chuc-vu`)).text)?.[0] ?? ''
    expect((await an.post(end)).location).toBe(`${year}/chuc-vu`)
    expect((await web.as(cast.dung).post(`${year}/thu-ky`, { account: cast.binh.account })).status).toBe(403)
  })
})
