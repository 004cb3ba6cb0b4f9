import { beforeAll, expect, test } from 'vitest'
import { openPictures } from '#capabilities/pictures/open-pictures.ts'
import type { Db } from '#platform/database/database.ts'
import { newId } from '#platform/id.ts'
import { makeCast, morning, type Cast } from '../../../../test/cast.ts'
import { testDatabase } from '../../../../test/database.ts'
import { memoryFiles } from '../../../../test/signing.ts'
import { openTestWeb } from '../../../../test/web.ts'
import { photo } from '../../../capabilities/pictures/testing/pictures.ts'
import { addArticle } from '../news/add-article.ts'
import { articleById } from '../news/queries.ts'
import { newsRoutes } from '../news/routes.tsx'
import { saveArticle, saveArticleInput } from '../news/save-article.ts'
import { openDataRoutes } from '../open-data/routes.tsx'

let db: Db
let cast: Cast
let web: ReturnType<typeof openTestWeb>
let id: string
let title: string
const pieces = { files: memoryFiles(), pictures: openPictures() }

beforeAll(async () => {
  db = (await testDatabase()).db
  cast = await makeCast(db)
  web = openTestWeb(db, [...newsRoutes(pieces), ...openDataRoutes], morning, () => 'https://namdinh.test')
  title = `=Trao quà ${newId().slice(-6)}`
  const input = { blocYear: cast.blocYear, unit: cast.units[0] ?? '', category: 'activity', title } as const
  id = await addArticle(db, cast.binh, input, morning)
})

const read = (path: string) => web.as(null).get(path)
const desk = (act: string) => `/bai-viet/${id}${act}`

test('an officer writes it by plain forms, another lets it out, and everybody reads it', async () => {
  const picture = new File([new Uint8Array(await photo(5).jpeg().toBuffer())], 'anh.jpg')
  const told = { alt: 'Ba người trao quà', caption: 'Trao quà', photographer: 'Văn Nam', persons: 'yes', file: picture }
  const faulty = await web.as(cast.binh).post(desk('/anh'), { ...told, alt: '' })
  expect([faulty.status, faulty.text.includes('value="Văn Nam"')]).toEqual([422, true])
  expect((await web.as(cast.binh).post(desk('/anh'), told)).location).toBe(`${desk('')}#anh`)
  const body = 'Sáu tổ chức **đã trao** quà. <script>alert(1)</script>\n\n[ảnh 1]\n\n## Kết quả\n\n- 30 suất'
  const sent = { version: '1', category: 'activity', title, lead: 'Trao 30 suất quà.', body, author: 'Mai Hoa' }
  expect((await web.as(cast.binh).post(desk('/sua'), sent)).status).toBe(303)
  expect((await web.as(cast.binh).post(desk('/gui'))).status).toBe(303)
  const withoutConsent = await web.as(cast.an).post(desk('/dang'), { version: '2' })
  expect([withoutConsent.status, withoutConsent.text.includes('chưa ghi sự đồng ý')]).toEqual([422, true])
  const shown = (await web.as(cast.binh).get(desk(''))).text
  const inPicture = /<option value="(?<id>[0-9a-f-]{36})">Ảnh 1/u.exec(shown)?.groups?.['id'] ?? ''
  const agreed = { person: 'Bà Mận', picture: inPicture, way: 'spoken', givenOn: '18/02/2023' }
  expect((await web.as(cast.binh).post(desk('/dong-y'), agreed)).status).toBe(303)
  expect((await web.as(cast.an).post(desk('/dang'), { version: '2' })).status).toBe(303)
  const { slug } = await articleById(db, id)
  const page = await read(`/tin/2023/${slug}`)
  expect(page.status).toBe(200)
  for (const part of ['Mai Hoa', 'alt="Ba người trao quà"', 'og:image', '"@type":"NewsArticle"', 'srcset="/tin/anh/'])
    expect(page.text).toContain(part)
  expect(page.text).not.toMatch(/alert|Bà Mận|style="|<script(?! type="application\/ld\+json")/u)
  const file = /src="(?<path>\/tin\/anh\/[^"]+)"/u.exec(page.text)?.groups?.['path'] ?? ''
  expect((await read(file)).headers.get('content-type')).toBe('image/jpeg')
})

test('it stands in the list, its category, its year, both feeds, and nowhere else', async () => {
  const address = `/tin/2023/${(await articleById(db, id)).slug}`
  for (const path of ['/tin', '/tin/chuyen-muc/hoat-dong', '/tin/2023', '/tin/rss.xml', '/tin/atom.xml'])
    expect((await read(path)).text).toContain(address)
  expect((await read('/tin/chuyen-muc/giao-uoc')).text).not.toContain(address)
  for (const path of ['/tin/1999', '/tin/chuyen-muc/khac', '/tin/2023/khong-co', '/tin/anh/x.webp'])
    expect((await read(path)).status).toBe(404)
})

test('open data says what each column is, and no cell of it is a formula', async () => {
  const at = `/khoi-thi-dua/${cast.blocSlug}/du-lieu`
  expect((await read(at)).text).toContain('CC BY 4.0')
  expect((await read(`${at}/tin.csv`)).text).toContain(`,'${title},`)
  const members = JSON.parse((await read(`${at}/thanh-vien.json`)).text) as { columns: unknown[]; rows: unknown[] }
  expect([members.columns.length, members.rows.length]).toEqual([4, 6])
  for (const name of ['nam-thi-dua.csv', 'chi-tieu.json']) expect((await read(`${at}/${name}`)).status).toBe(200)
  expect((await read(`${at}/khac.csv`)).status).toBe(404)
})

test('taken down, its address says why, its picture and its lines are gone', async () => {
  const { slug } = await articleById(db, id)
  const file = /src="(?<path>\/tin\/anh\/[^"]+)"/u.exec((await read(`/tin/2023/${slug}`)).text)?.groups?.['path'] ?? ''
  expect((await web.as(cast.an).post(desk('/go'), { note: 'Số liệu chưa đúng' })).status).toBe(303)
  const page = await read(`/tin/2023/${slug}`)
  expect([page.status, page.text.includes('Số liệu chưa đúng')]).toEqual([410, true])
  expect((await read(file)).status).toBe(404)
  expect((await read('/tin/rss.xml')).text).not.toContain(slug ?? '-')
})

test('who saves over somebody else’s text is told, and nothing is lost', async () => {
  const input = { blocYear: cast.blocYear, unit: cast.units[0] ?? '', category: 'activity', title: 'Bài khác' } as const
  const other = await addArticle(db, cast.binh, input, morning)
  const one = { id: other, version: 1, category: 'activity', title: 'Bài khác', body: 'Một' }
  await saveArticle(db, cast.an, saveArticleInput.parse(one), morning)
  const late = await web
    .as(cast.binh)
    .post(`/bai-viet/${other}/sua`, { ...one, id: '', version: '1', body: 'Chữ của tôi' })
  expect([late.status, late.text.includes('Chữ của tôi')]).toEqual([422, true])
})
