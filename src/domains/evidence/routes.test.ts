import { beforeAll, expect, test } from 'vitest'
import type { Db } from '#platform/database/database.ts'
import { makeCast, morning } from '../../../test/cast.ts'
import { testDatabase } from '../../../test/database.ts'
import { memoryFiles } from '../../../test/signing.ts'
import { openTestWeb } from '../../../test/web.ts'
import { evidenceOf, pieceById } from './queries.ts'
import { recordContent } from './record-content.ts'
import { evidenceRoutes } from './routes.tsx'
import { subjectName, writeSubject } from './subject.ts'
import { bringPiece, evidencePieces, openSubjects, somePdf } from './testing/pieces.ts'

const files = memoryFiles()
const subjects = openSubjects()
const pieces = evidencePieces(files, subjects)
let db: Db
let web: ReturnType<typeof openTestWeb>

beforeAll(async () => {
  db = (await testDatabase()).db
  web = openTestWeb(db, evidenceRoutes(pieces))
})

async function begin() {
  const cast = await makeCast(db)
  const [unit = ''] = cast.units
  const subject = subjects.add({ unit, blocYear: cast.blocYear })
  const store = `/khoi/${cast.blocSlug}/2023/minh-chung`
  const asked = `?cho=${encodeURIComponent(writeSubject(subject))}`
  return { cast, unit, subject, store, asked }
}

const pdf = (bytes: Uint8Array) => new File([new Uint8Array(bytes)], 'Báo cáo tháng 2.pdf', { type: 'application/pdf' })

test('a file for a subject is brought, cited, and leads back to the subject', async () => {
  const { cast, unit, subject, store, asked } = await begin()
  const page = await web.as(cast.binh).get(`${store}/them${asked}`)
  expect(page.text).toContain('Cho: Báo cáo tháng 2/2023')
  const added = await web.as(cast.binh).post(`${store}/them${asked}`, { unit, title: 'Báo cáo', file: pdf(somePdf()) })
  expect([added.status, added.location]).toEqual([303, '/viec-can-lam'])
  expect((await evidenceOf(db, [subject])).get(subjectName(subject))).toHaveLength(1)
  expect((await web.as(cast.chi).get(`${store}/them${asked}`)).status).toBe(403)
})

test('what is missing or wrong comes back with what was typed', async () => {
  const { cast, unit, store } = await begin()
  const none = await web.as(cast.binh).post(`${store}/them`, { unit, title: 'Tên đã gõ' })
  expect([none.status, none.text.includes('Chưa chọn tệp'), none.text.includes('Tên đã gõ')]).toEqual([422, true, true])
  const other = { unit, title: 'x', link: 'https://example.com/a' }
  expect((await web.as(cast.binh).post(`${store}/them-duong-dan`, other)).text).toContain('Chỉ nhận địa chỉ')
})

test('the same file again is told on the page of the piece that is there', async () => {
  const { cast, unit, store } = await begin()
  const bytes = somePdf()
  await web.as(cast.binh).post(`${store}/them`, { unit, title: 'Lần đầu', file: pdf(bytes) })
  const again = await web.as(cast.binh).post(`${store}/them`, { unit, title: 'Lần hai', file: pdf(bytes) })
  expect((await web.as(cast.binh).get(again.location ?? '')).text).toContain('Tệp này đã có ở “Lần đầu”')
})

test('a piece is chosen for a subject, and once cited it cannot be chosen again', async () => {
  const { cast, unit, subject, store, asked } = await begin()
  const { id } = await bringPiece(cast.binh, { db, blocYear: cast.blocYear, unit, pieces, title: 'Có sẵn' })
  expect((await web.as(cast.binh).get(`${store}/chon${asked}`)).text).toContain('Dẫn minh chứng này')
  expect((await web.as(cast.binh).post(`${store}/chon${asked}`, { evidence: id })).location).toBe(subject.path)
  expect((await web.as(cast.binh).get(`${store}/chon${asked}`)).text).not.toContain('Dẫn minh chứng này')
  subjects.close(subject)
  const late = await bringPiece(cast.binh, { db, blocYear: cast.blocYear, unit, pieces })
  const refused = await web.as(cast.binh).post(`${store}/chon${asked}`, { evidence: late.id })
  expect([refused.status, refused.text.includes('đã khóa')]).toEqual([422, true])
})

test('the page of a piece lets the head judge, and the unit withdraw', async () => {
  const { cast, unit, subject, store } = await begin()
  const { id } = await bringPiece(cast.binh, { db, blocYear: cast.blocYear, unit, pieces, subject })
  const path = `${store}/${id}`
  const [own, head] = [await web.as(cast.binh).get(path), await web.as(cast.an).get(path)]
  expect([own.text.includes('Rút minh chứng'), own.text.includes('Ghi kết luận')]).toEqual([true, false])
  expect([head.text.includes('Rút minh chứng'), head.text.includes('Ghi kết luận')]).toEqual([false, true])
  const citation = (await evidenceOf(db, [subject])).get(subjectName(subject))?.[0]?.citation ?? ''
  const empty = await web.as(cast.an).post(`${path}/dan/${citation}/danh-gia`, { verdict: 'insufficient', asked: '' })
  expect(empty.status).toBe(422)
  await web.as(cast.an).post(`${path}/dan/${citation}/danh-gia`, { verdict: 'insufficient', asked: 'Thêm ảnh' })
  expect((await web.as(cast.binh).get(path)).text).toContain('yêu cầu bổ sung minh chứng')
  expect((await web.as(cast.binh).get(`${store}?danh-gia=insufficient`)).text).toContain('cần bổ sung')
})

test('files are saved and never shown as pages of ours; pictures are our own', async () => {
  const { cast, unit, store } = await begin()
  const { id } = await bringPiece(cast.binh, { db, blocYear: cast.blocYear, unit, pieces })
  const { file_sha256: sha256 } = await pieceById(db, id)
  expect((await web.as(cast.an).get(`${store}/${id}/hinh/0`)).status).toBe(404)
  await recordContent(db, { sha256 }, { files, pictures: pieces.pictures, now: morning })
  const file = await web.as(cast.an).get(`${store}/${id}/tep`)
  expect(file.headers.get('content-disposition')).toMatch(/^attachment; .*bao-cao\.pdf/u)
  expect(file.headers.get('content-security-policy')).toContain('sandbox')
  expect(file.headers.get('x-content-type-options')).toBe('nosniff')
  const picture = await web.as(cast.an).get(`${store}/${id}/hinh/1`)
  expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/webp'])
  expect((await web.as(cast.chi).get(`${store}/${id}/tep`)).status).toBe(403)
  expect((await web.as(cast.em).get(`${store}/${id}/tep`)).status).toBe(403)
})
