import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openPdfReader } from '#capabilities/signatures/uploads/pdf-reader.ts'
import { seedUnitLevels } from '../../../db/seed/unit-levels.ts'
import { makeCast } from '../../../test/cast.ts'
import { testDatabase } from '../../../test/database.ts'
import { openTestWeb } from '../../../test/web.ts'
import { newCode } from '#platform/id.ts'
import { folderStore } from '#platform/files.ts'
import { sharesBloc } from '../blocs/queries.ts'
import { unitRoutes } from './routes.tsx'

const paper = () => new File(['%PDF-1.7 giấy'], 'giay.pdf', { type: 'text/html' })

async function opened() {
  const { db } = await testDatabase()
  await seedUnitLevels(db)
  const cast = await makeCast(db)
  const files = folderStore(await mkdtemp(join(tmpdir(), 'giao-uoc-units-')))
  const elsewhere = { yearsOfUnit: async () => [], hosts: async () => () => undefined }
  const pieces = {
    files,
    pdfs: openPdfReader(),
    announce: async () => {},
    sharesBloc,
    originOf: () => 'http://namdinh.test',
    ...elsewhere,
  }
  const routes = unitRoutes(pieces)
  return { db, cast, web: openTestWeb(db, routes) }
}

const request = (account: string) => ({
  account,
  post: 'Chủ tịch',
  maySign: 'on',
  fromOn: '01/01/2023',
  toOn: '31/12/2023',
  documentName: 'Giấy ủy quyền 05/GUQ',
})

describe('the list of units', () => {
  test('is searched without tone marks and keeps its filter', async () => {
    const { cast, web } = await opened()
    const page = await web.as(cast.an).get('/don-vi?q=hoi+lhpn&tinh-trang=active')
    expect(page.status).toBe(200)
    expect(page.text).toContain('Hội Liên hiệp Phụ nữ tỉnh')
    expect(page.text).not.toContain('Thêm đơn vị')
    expect((await web.as(cast.em).get('/don-vi')).text).toContain('Thêm đơn vị')
  })

  test('says so when nothing is found, and asks strangers to sign in', async () => {
    const { cast, web } = await opened()
    expect((await web.as(cast.an).get('/don-vi?q=kh%C3%B4ng+c%C3%B3+%C4%91%C3%A2u')).text).toContain(
      'Không tìm thấy đơn vị nào',
    )
    expect((await web.as(null).get('/don-vi')).location).toContain('/dang-nhap')
  })
})

describe('keeping units', () => {
  const fresh = () => ({
    fullName: `Sở ${newCode(8)}`,
    shortName: 'Sở',
    level: 'tinh',
    fromOn: '1/3/2015',
    document: '',
  })

  test('a unit is added, then renamed, moved and ended', async () => {
    const { cast, web } = await opened()
    const dung = web.as(cast.dung)
    const input = fresh()
    const added = await dung.post('/don-vi/moi', input)
    expect(added.status).toBe(303)
    const unit = added.location ?? ''
    const id = unit.split('/').at(-1) ?? ''
    const paper = { documentName: 'Quyết định', documentNumber: '12/QĐ', documentIssuer: 'UBND tỉnh' }
    const change = { ...paper, effectiveOn: '1/6/2022', before: id }
    const form = (kind: string) => `/sap-xep-don-vi/moi/${kind}?truoc=${id}`
    expect((await dung.get(form('rename'))).text).toContain(input.fullName)
    const renamed = await dung.post(form('rename'), { ...change, afterNew: `${input.fullName} mới; Sở mới` })
    expect(renamed.location).toMatch(/^\/sap-xep-don-vi\/[\w-]{36}$/)
    expect((await dung.get(`${form('move')}&q=hoi`)).status).toBe(200)
    expect((await dung.post(form('move'), { ...change, after: cast.headUnit })).status).toBe(303)
    const early = await dung.post(form('dissolve'), change)
    expect(early.status).toBe(422)
    expect(early.text).toContain('ngày kết thúc phải sau ngày đó')
    expect((await dung.post(form('dissolve'), { ...change, effectiveOn: '1/6/2022' })).status).toBe(422)
    const ended = await dung.post(form('dissolve'), { ...change, effectiveOn: '2/6/2022' })
    expect((await dung.get(ended.location ?? '')).text).toContain('Quyết định số 12/QĐ của UBND tỉnh')
    const page = (await dung.get(unit)).text
    expect(page).toContain('đã kết thúc')
    expect(page).toContain('01/03/2015 – 31/05/2022')
    expect(page).toContain('Giải thể')
  })

  test('a code is corrected on a page of its own, which others do not reach', async () => {
    const { cast, web } = await opened()
    const dung = web.as(cast.dung)
    const [taken, free] = [newCode(8), newCode(8)]
    await dung.post('/don-vi/moi', { ...fresh(), code: taken })
    const unit = (await dung.post('/don-vi/moi', fresh())).location ?? ''
    expect((await dung.get(unit)).text).toContain(`href="${unit}/ma"`)
    const refused = await dung.post(`${unit}/ma`, { code: taken })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain(`Mã ${taken} đã thuộc về một đơn vị khác`)
    expect((await dung.post(`${unit}/ma`, { code: free.toLowerCase() })).location).toBe(unit)
    const page = (await web.as(cast.an).get(unit)).text
    expect([page.includes(free), page.includes(`${unit}/ma`)]).toEqual([true, false])
    expect((await web.as(cast.an).get(`${unit}/ma`)).status).toBe(403)
  })

  test('a form comes back with what was typed and what is wrong', async () => {
    const { cast, web } = await opened()
    const page = await web.as(cast.dung).post('/don-vi/moi', { ...fresh(), fullName: '', fromOn: '31/2/2023' })
    expect(page.status).toBe(422)
    expect(page.text).toContain('href="#fullName"')
    expect(page.text).toContain('value="31/2/2023"')
  })

  test('a name that is there already is warned of, and the box lets it pass', async () => {
    const { cast, web } = await opened()
    const input = fresh()
    const dung = web.as(cast.dung)
    await dung.post('/don-vi/moi', input)
    const warned = await dung.post('/don-vi/moi', input)
    expect(warned.status).toBe(422)
    expect(warned.text).toContain(`Đã có đơn vị “${input.fullName}”`)
    expect((await dung.post('/don-vi/moi', { ...input, anotherUnit: 'on' })).status).toBe(303)
  })

  test('others do not reach the forms, and an address that is none is not found', async () => {
    const { cast, web } = await opened()
    for (const kind of ['rename', 'move', 'dissolve']) {
      expect((await web.as(cast.an).get(`/sap-xep-don-vi/moi/${kind}`)).status).toBe(403)
      expect((await web.as(cast.an).post(`/sap-xep-don-vi/moi/${kind}`)).status).toBe(403)
    }
    expect((await web.as(cast.an).get('/don-vi/khong-co')).status).toBe(404)
  })
})

describe('the people of a unit', () => {
  test('the leader invites an officer by a slip whose code is shown once', async () => {
    const { cast, web } = await opened()
    const path = `/don-vi/${cast.headUnit}/nguoi/moi`
    const login = `le.ha.${newCode(6).toLowerCase()}`
    expect((await web.as(cast.an).get(path)).status).toBe(200)
    const slip = await web.as(cast.an).post(path, { fullName: 'Lê Hà', login, way: 'slip', email: '' })
    expect(slip.status).toBe(200)
    expect(slip.text).toMatch(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/)
    expect((await web.as(cast.an).get(`/don-vi/${cast.headUnit}`)).text).toContain('chưa nhận lời mời')
    const again = await web.as(cast.an).post(path, { fullName: 'Lê Hà', login, way: 'slip', email: '' })
    expect(again.status).toBe(422)
    expect((await web.as(cast.binh).post(path, { fullName: 'Lê Hà', login, way: 'slip' })).status).toBe(403)
  })

  test('someone with an account is added and let go', async () => {
    const { db, cast, web } = await opened()
    const { login } = await db
      .selectFrom('account')
      .select('login')
      .where('id', '=', cast.chi.account)
      .executeTakeFirstOrThrow()
    const unit = `/don-vi/${cast.headUnit}`
    const an = web.as(cast.an)
    const unknown = await an.post(`${unit}/nguoi/them`, { login: 'khong.ai', role: 'officer', fromOn: '1/2/2023' })
    expect(unknown.text).toContain('Không có tài khoản nào')
    const added = await an.post(`${unit}/nguoi/them`, { login, role: 'officer', fromOn: '1/2/2023' })
    expect(added.location).toBe(unit)
    const end = /\/don-vi\/[\w-]+\/nguoi\/[\w-]+\/ket-thuc/.exec((await an.get(unit)).text)?.[0] ?? ''
    expect((await an.get(end)).text).toContain(cast.chi.name)
    expect((await an.post(end, { toOn: '19/2/2023' })).location).toBe(unit)
    expect((await an.get(end)).status).toBe(404)
  })
})

describe('mandates', () => {
  async function asked() {
    const { db, cast, web } = await opened()
    const path = `/don-vi/${cast.headUnit}/uy-quyen/moi`
    const form = { ...request(cast.an.account), document: paper() }
    const { location } = await web.as(cast.an).post(path, form)
    return { db, cast, web, mandate: location ?? '' }
  }

  test('the leader asks with a paper; without one the form says so', async () => {
    const { cast, web } = await opened()
    const path = `/don-vi/${cast.headUnit}/uy-quyen/moi`
    expect((await web.as(cast.an).get(path)).text).toContain('Bản chụp giấy ủy quyền')
    const missing = await web.as(cast.an).post(path, request(cast.an.account))
    expect(missing.status).toBe(422)
    expect(missing.text).toContain('Chưa có giấy ủy quyền')
    expect(missing.text).toContain('Giấy ủy quyền 05/GUQ')
    expect((await web.as(cast.binh).get(path)).status).toBe(403)
    const done = await web.as(cast.an).post(path, { ...request(cast.an.account), document: paper() })
    expect(done.location).toMatch(/^\/uy-quyen\//)
  })

  test('a paper with a script in it is refused with the reason, and nothing typed is lost', async () => {
    const { cast, web } = await opened()
    const scripted = new File(['%PDF-1.4\n1 0 obj <</S /JavaScript /JS (1)>> endobj'], 'giay.pdf')
    const path = `/don-vi/${cast.headUnit}/uy-quyen/moi`
    const refused = await web.as(cast.an).post(path, { ...request(cast.an.account), document: scripted })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Tệp PDF có mã lệnh (JavaScript) nên không nhận')
    expect(refused.text).toContain('Giấy ủy quyền 05/GUQ')
  })

  test('the authority finds it waiting, looks at the paper and confirms; then the members see it', async () => {
    const { cast, web, mandate } = await asked()
    const dung = web.as(cast.dung)
    expect((await dung.get('/uy-quyen')).text).toContain('Hội LHPN tỉnh')
    expect((await web.as(cast.binh).get(mandate)).status).toBe(403)
    expect((await web.as(cast.binh).get(`/don-vi/${cast.headUnit}`)).text).not.toContain(mandate)
    expect((await dung.get(mandate)).text).toContain(`${mandate}/xac-nhan`)
    expect((await dung.post(`${mandate}/xac-nhan`)).location).toBe(mandate)
    expect((await web.as(cast.binh).get(mandate)).text).toContain('đã xác nhận')
    expect((await web.as(cast.binh).get(`/don-vi/${cast.headUnit}`)).text).toContain(mandate)
    for (const stranger of [cast.chi, cast.em]) {
      expect((await web.as(stranger).get(mandate)).status).toBe(403)
      expect((await web.as(stranger).get(`${mandate}/giay`)).status).toBe(403)
      expect((await web.as(stranger).get(`/don-vi/${cast.headUnit}`)).text).not.toContain(mandate)
    }
    expect((await web.as(cast.an).get('/uy-quyen')).status).toBe(403)
  })

  test('the paper is a download that can do nothing', async () => {
    const { cast, web, mandate } = await asked()
    const { headers, text } = await web.as(cast.dung).get(`${mandate}/giay`)
    expect(text).toBe('%PDF-1.7 giấy')
    expect(headers.get('content-type')).toBe('application/pdf')
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="giay-uy-quyen-\w{8}\.pdf"$/)
    expect(headers.get('content-security-policy')).toContain('sandbox')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })

  test('a refusal needs its reason, and the unit reads it', async () => {
    const { cast, web, mandate } = await asked()
    const empty = await web.as(cast.dung).post(`${mandate}/tu-choi`, { reason: ' ' })
    expect(empty.status).toBe(422)
    expect(empty.text).toContain('href="#reason"')
    await web.as(cast.dung).post(`${mandate}/tu-choi`, { reason: 'Chưa có dấu' })
    expect((await web.as(cast.an).get(mandate)).text).toContain('Chưa có dấu')
    expect((await web.as(cast.an).post(`${mandate}/xac-nhan`)).status).toBe(403)
  })

  test('the unit withdraws before the decision and ends after it', async () => {
    const { cast, web, mandate } = await asked()
    const unit = `/don-vi/${cast.headUnit}`
    expect((await web.as(cast.an).post(`${mandate}/rut`)).location).toBe(unit)
    const form = { ...request(cast.an.account), document: paper() }
    const second = (await web.as(cast.an).post(`${unit}/uy-quyen/moi`, form)).location ?? ''
    await web.as(cast.dung).post(`${second}/xac-nhan`)
    const past = await web.as(cast.an).post(`${second}/ket-thuc`, { endedOn: '1/1/2023', reason: 'Nghỉ hưu' })
    expect(past.text).toContain('Không chấm dứt lùi')
    expect(past.text).toContain('value="1/1/2023"')
    const ended = await web.as(cast.an).post(`${second}/ket-thuc`, { endedOn: '20/02/2023', reason: 'Nghỉ hưu' })
    expect(ended.location).toBe(second)
    expect((await web.as(cast.binh).get(second)).text).toContain('đã chấm dứt')
  })
})

test('whose record it is reads who looked at it, others do not', async () => {
  const { cast, web } = await opened()
  const at = `/don-vi/${cast.headUnit}`
  expect((await web.as(cast.chi).get(at)).text).not.toContain('Ai đã xem hồ sơ này')
  const own = (await web.as(cast.an).get(at)).text
  expect(own).toContain('Ai đã xem hồ sơ này (1)')
  expect(own).toContain('Hoàng Kim Chi')
})
