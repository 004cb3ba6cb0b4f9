import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openPdfReader, type PdfReader } from '#capabilities/signatures/uploads/pdf-reader.ts'
import { samplePaper } from '#capabilities/signatures/testing/papers.ts'
import { makeHouse, type TestHouse } from '#capabilities/signatures/testing/signers.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import { folderStore, sha256Of, type FileStore } from '#platform/files.ts'
import { openLimiter } from '#platform/limiter.ts'
import { printCode } from '#platform/id.ts'
import { searchSources } from '../../app/search-sources.ts'
import { testDatabase } from '../../../test/database.ts'
import { openTestWeb } from '../../../test/web.ts'
import { portalRoutes } from './routes.ts'
import { layAgreement, signingMoment, type Laid } from './testing/signed-agreement.ts'

let db: Db
let files: FileStore
let folder: string
let house: TestHouse
let signed: Laid

beforeAll(async () => {
  // The papers laid here bring an authority of their own, which no test that asks for certificates may find.
  db = (await testDatabase()).other
  folder = await mkdtemp(join(tmpdir(), 'portal-'))
  files = folderStore(folder)
  house = await makeHouse()
  signed = await layAgreement(db, files, { house, state: 'signed', signed: 6 })
})

afterAll(() => rm(folder, { recursive: true }))

const openWeb = (tries = 1000, pdfs = openPdfReader()) =>
  openTestWeb(
    db,
    portalRoutes({
      files,
      pdfs,
      uploads: openLimiter({ tries, minutes: 10, keys: 10 }),
      addressOf: () => 'one',
      originOf: () => 'https://namdinh.test',
      hosts: async () => () => undefined,
      secretKey: 'of tests',
      searchSources,
    }),
    signingMoment,
  )

const visitor = () => openWeb().as(null)
const story = ({ cast }: Laid) => `/khoi-thi-dua/${cast.blocSlug}/2023`
const file = (bytes: Uint8Array, name = 'giao-uoc.pdf') => new File([new Uint8Array(bytes)], name)
const upload = (bytes: Uint8Array) => visitor().post('/kiem-tra', { tep: file(bytes) })
const last = ({ revisions }: Laid) => revisions.at(-1) ?? new Uint8Array()

describe('the bloc', () => {
  test('the home page lists blocs, found without tone marks', async () => {
    const page = await visitor().get(`/?q=${signed.cast.blocSlug}`)
    expect(page.status).toBe(200)
    expect(page.text).toContain('đủ 6/6 chữ ký')
    expect(page.text).toContain(`/khoi-thi-dua/${signed.cast.blocSlug}`)
    const none = await visitor().get('/?q=khong-he-co-khoi-nay')
    expect(none.text).toContain('Không tìm thấy khối, cụm nào có')
  })

  test('its address shows members, years and open data', async () => {
    const { text } = await visitor().get(`/khoi-thi-dua/${signed.cast.blocSlug}`)
    for (const said of [`href="${story(signed)}"`, 'Ủy ban', 'đủ 6/6 chữ ký', '/du-lieu"']) expect(text).toContain(said)
    for (const path of ['/khoi-thi-dua/khong-co', '/khoi-thi-dua/%00/2023', `${story(signed)}-khac`])
      expect((await visitor().get(path)).status).toBe(404)
  })

  test('its story tells who, what, when, and by which papers', async () => {
    const { text } = await visitor().get(story(signed))
    for (const said of [
      '6/6 đơn vị đã ký',
      'Chăm lo người nghèo',
      'Mỗi cơ sở một việc làm mới',
      '2021–2025',
      'khối trưởng',
      'Ký mẫu, dữ liệu mẫu',
      printCode(signed.code),
    ])
      expect(text).toContain(said)
  })

  test.each(['drafting', 'frozen'] as const)('a text that is %s is not public', async (state) => {
    const hidden = await layAgreement(db, files, { house, state, signed: 0 })
    const page = await visitor().get(story(hidden))
    expect(page.status).toBe(200)
    expect(page.text).toContain('chưa công bố')
    expect(page.text).not.toContain('Chăm lo người nghèo')
    for (const path of ['/giao-uoc', '/giao-uoc.pdf', '/van-ban.json'])
      expect((await visitor().get(story(hidden) + path)).status).toBe(404)
  })
})

describe('the agreement', () => {
  test('stands as on paper, with each signer and certificate', async () => {
    const { text } = await visitor().get(`${story(signed)}/giao-uoc`)
    for (const said of ['NỘI DUNG THI ĐUA', 'Nguyễn Thị Ngọc Ánh', 'Giấy ủy quyền số 1/UQ', 'Chứng thư …', signed.hash])
      expect(text).toContain(said)
  })

  test('the published text has the hash that is shown', async () => {
    const answer = await visitor().get(`${story(signed)}/van-ban.json`)
    expect(createHash('sha256').update(answer.text, 'utf8').digest('hex')).toBe(signed.hash)
  })

  test('the PDF is the newest revision', async () => {
    const answer = await visitor().get(`${story(signed)}/giao-uoc.pdf`)
    expect(answer.headers.get('content-type')).toBe('application/pdf')
    const tag = answer.headers.get('etag') ?? ''
    expect(tag).toBe(`"${createHash('sha256').update(last(signed)).digest('hex')}"`)
    expect(answer.headers.get('content-disposition')).toContain("filename*=UTF-8''Giao%20%C6%B0%E1%BB%9Bc")
  })

  test('a refusal is shown with its reason, a text being signed with who has signed', async () => {
    const refused = await layAgreement(db, files, {
      house,
      state: 'signing',
      signed: 2,
      refusal: 'Chưa bàn về chỉ tiêu',
    })
    const { text } = await visitor().get(`${story(refused)}/giao-uoc`)
    expect(text).toContain('Lý do: Chưa bàn về chỉ tiêu')
    expect(text).toContain('2/6 đơn vị đã ký')
    expect(text).toContain('<span class="sign-hand">Trần Văn Đạt</span>')
    expect(text).not.toContain('<span class="sign-hand">Phạm Hữu Nghĩa</span>')
  })
})

describe('the check by code', () => {
  test('a code typed with look-alikes and dashes leads to the document', async () => {
    const typed = printCode(signed.code).toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l')
    const answer = await visitor().get(`/kiem-tra?ma=${encodeURIComponent(typed)}`)
    expect([answer.status, answer.location]).toEqual([303, `/kiem-tra/${signed.code}`])
    expect((await visitor().get(`/kiem-tra/${printCode(signed.code)}`)).location).toBe(`/kiem-tra/${signed.code}`)
  })

  test('says in sentences what is true, then who signed by which mandate', async () => {
    const page = await visitor().get(`/kiem-tra/${signed.code}`)
    expect(page.status).toBe(200)
    for (const said of [
      'Tệp còn nguyên vẹn',
      'Đã ký 6 trên 6 ô chữ ký',
      'Chữ ký 6: Vũ Khắc Tuyển',
      'Giấy ủy quyền số 6/UQ',
      signed.hash,
    ])
      expect(page.text).toContain(said)
  })

  test('a code of nobody is a message at the field, and nothing typed is lost', async () => {
    const page = await visitor().get('/kiem-tra/0000AAAA0000')
    expect(page.status).toBe(404)
    expect(page.text).toContain('Không có văn bản nào mang mã này')
    expect(page.text).toContain('0000-AAAA-0000')
    expect((await visitor().get('/kiem-tra?ma=%20-')).status).toBe(422)
  })

  test('a text that nobody has signed is named and not shown', async () => {
    const frozen = await layAgreement(db, files, { house, state: 'frozen', signed: 0 })
    const page = await visitor().get(`/kiem-tra/${frozen.code}`)
    expect(page.text).toContain('chưa có chữ ký nào')
    expect(page.text).not.toContain('Chăm lo người nghèo')
  })

  test('a text set aside is called void and never recommended', async () => {
    const { code } = await layAgreement(db, files, { house, state: 'void', signed: 2, refusal: 'Sai tên đơn vị' })
    const page = await visitor().get(`/kiem-tra/${code}`)
    expect(page.text).toContain('Văn bản này đã bị hủy')
    expect(page.text).toContain('Sai tên đơn vị')
    expect(page.text).not.toContain('Có thể')
  })
})

/** The same bytes with one letter of the text stream changed. */
function tampered(bytes: Uint8Array): Uint8Array {
  const copy = new Uint8Array(bytes)
  const place = Buffer.from(copy).indexOf('stream') + 40
  copy[place] = (copy[place] ?? 0) ^ 1
  return copy
}

describe('the check of a file', () => {
  test('our newest bytes are called ours, and the answer is for the asker alone', async () => {
    const page = await upload(last(signed))
    expect(page.status).toBe(200)
    expect(page.text).toContain('Đúng bản hệ thống đang lưu')
    expect(page.headers.get('cache-control')).toBe('no-store')
  })

  test('an earlier revision is called incomplete', async () => {
    const page = await upload(signed.revisions[4] ?? new Uint8Array())
    expect(page.text).toContain('Bản cũ, thiếu phần sau')
    expect(page.text).toContain('thiếu 2 lần ghi ở cuối')
  })

  test('our bytes with something behind them are not ours', async () => {
    const page = await upload(Buffer.concat([last(signed), Buffer.from('\n% thêm\n')]))
    expect(page.text).toContain('Không phải bản hệ thống đang lưu')
    expect(page.text).toContain('Không thể tin tệp này')
  })

  test('a changed letter breaks every signature', async () => {
    const page = await upload(tampered(last(signed)))
    expect(page.text).toContain('Không phải bản của hệ thống này')
    expect(page.text).toContain('Không thể tin tệp này')
  })

  test('a PDF of others is judged and called foreign', async () => {
    const page = await upload(samplePaper('Giấy mời họp'))
    expect(page.status).toBe(200)
    expect(page.text).toContain('Không phải bản của hệ thống này')
    expect(page.text).toContain('Tệp này không có chữ ký nào')
  })

  test.each([
    ['no PDF', new File(['xin chào'], 'thu.txt'), 'Đây không phải tệp PDF'],
    ['an empty file', new File([], 'rong.pdf'), 'Tệp này rỗng'],
    ['a file cut off', new File(['%PDF-1.7\n1 0 obj'], 'cut.pdf'), 'bị cắt cụt'],
    ['a file over 20 MB', new File([new Uint8Array(20 * 1024 * 1024 + 1)], 'to.pdf'), 'lớn hơn 20 MB'],
  ])('%s is a message at the field', async (_what, tep, said) => {
    const page = await visitor().post('/kiem-tra', { tep })
    expect(page.status).toBe(422)
    expect(page.text).toContain(said)
    expect(page.text).toContain('aria-describedby="tep-help tep-error"')
  })

  test('a form without a file, or no form at all, is a message too', async () => {
    expect((await visitor().post('/kiem-tra')).text).toContain('Chưa chọn tệp nào')
    expect((await visitor().postJson('/kiem-tra', {})).status).toBe(422)
  })

  test('nothing of a checked file is kept', async () => {
    const bytes = samplePaper(`Giấy mời ${signed.code}`)
    await upload(bytes)
    const kept = await db.selectFrom('stored_file').select('sha256').where('sha256', '=', sha256Of(bytes)).execute()
    expect(kept).toEqual([])
    await expect(files.get(sha256Of(bytes))).rejects.toThrow('ENOENT')
  })

  test('whoever sends too many files is told when to come back', async () => {
    const web = openWeb(1).as(null)
    await web.post('/kiem-tra')
    const page = await web.post('/kiem-tra')
    expect(page.status).toBe(429)
    expect(page.text).toContain('thử lại sau 10 phút')
  })

  test('a file that takes too long, and one too many at once, are answered plainly', async () => {
    const send = (pdfs: PdfReader) =>
      openWeb(9, pdfs)
        .as(null)
        .post('/kiem-tra', { tep: file(last(signed)) })
    const slow = await send(openPdfReader({ timeoutMs: 1 }))
    expect(slow.status).toBe(422)
    expect(slow.text).toContain('đã dừng kiểm tra giữa chừng')
    const full = await send(openPdfReader({ atOnce: 0, mostWaiting: 0 }))
    expect(full.status).toBe(503)
    expect(full.text).toContain('hãy gửi lại sau ít phút')
  })
})

describe('every public page', () => {
  test('has one heading and no script', async () => {
    const places = [
      '/',
      story(signed),
      `${story(signed)}/giao-uoc`,
      '/kiem-tra',
      `/kiem-tra/${signed.code}`,
      '/huong-dan',
    ]
    const pages = await Promise.all(places.map((path) => visitor().get(path)))
    for (const { status, text } of [...pages, await upload(last(signed))]) {
      expect(status).toBe(200)
      expect(text).not.toContain('<script')
      expect(text.match(/<h1[ >]/g)).toHaveLength(1)
    }
  })

  test('speaks English when asked, and to others Vietnamese again', async () => {
    const english = { ...signed.cast.an, locale: 'en' as const }
    const web = openWeb()
    for (const path of [story(signed), `${story(signed)}/giao-uoc`, '/kiem-tra', `/kiem-tra/${signed.code}`]) {
      expect((await web.as(english).get(path)).text).toContain('<html lang="en"')
      expect((await web.as(null).get(path)).text).toContain('<html lang="vi"')
      expect((await web.as(null).get(`${path}?ngon_ngu=en`)).text).toContain('<html lang="en"')
    }
  })

  test('stands in the map of the site, drafts do not', async () => {
    const hidden = await layAgreement(db, files, { house, state: 'drafting', signed: 0 })
    const map = (await visitor().get('/sitemap.xml')).text
    expect(map).toContain(`<loc>https://namdinh.test${story(signed)}</loc><lastmod>${dayOf(signingMoment)}</lastmod>`)
    expect(map).not.toContain(hidden.cast.blocSlug)
    expect((await visitor().get('/robots.txt')).text).toContain('Sitemap: https://namdinh.test/sitemap.xml')
  })
})
