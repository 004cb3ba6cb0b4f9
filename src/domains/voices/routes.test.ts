import { beforeAll, expect, test } from 'vitest'
import { openPictures } from '#capabilities/pictures/open-pictures.ts'
import { makeCast, morning, type Cast } from '../../../test/cast.ts'
import { testDatabase } from '../../../test/database.ts'
import { testRenderer } from '../../../test/signing.ts'
import { openTestWeb } from '../../../test/web.ts'
import type { Db } from '#platform/database/database.ts'
import { answersOf } from './answers/queries.ts'
import { publishAnswer } from './answers/publish-answer.ts'
import { writeAnswer } from './answers/write-answer.ts'
import { publicVoicePaths, voicePaths } from './paths.ts'
import { addPlace } from './places/add-place.ts'
import { endPlace } from './places/end-place.ts'
import { placesOfBloc } from './places/queries.ts'
import { opinionById } from './queries.ts'
import { voiceRoutes } from './routes.ts'
import { heardOpinion, colleagueOf, routedOpinion, typedOpinion } from './testing/opinions.ts'

let db: Db
let cast: Cast
let web: ReturnType<typeof openTestWeb>
let caller = 0
const at = () => [cast.blocSlug, '2023'] as const

beforeAll(async () => {
  db = (await testDatabase()).db
  cast = await makeCast(db)
  const pieces = { pictures: openPictures(), addressOf: () => `198.51.100.${caller}`, isSample: false }
  web = openTestWeb(db, voiceRoutes({ ...pieces, renderer: testRenderer() }))
})

test('the public form shows what was typed beside what is wrong, and no page of it has a script', async () => {
  const visitor = web.as(null)
  const choose = await visitor.get(publicVoicePaths.choose)
  // Other tests found blocs too, more than the page lists: some of them stand here.
  expect(choose.text).toMatch(/href="\/gui-y-kien\/[\w-]+"/u)
  const form = await visitor.get(publicVoicePaths.send(cast.blocSlug))
  expect(form.text).not.toContain('<script')
  const nameless = { ...typedOpinion('Chậm lương', 'named'), name: '' }
  const back = await visitor.post(publicVoicePaths.send(cast.blocSlug), nameless)
  expect(back.status).toBe(422)
  expect(back.text).toContain('Ghi họ tên, hoặc chọn gửi ẩn danh.')
  expect(back.text).toContain('Chậm lương')
  const empty = await visitor.post(publicVoicePaths.send(cast.blocSlug), typedOpinion(''))
  expect(empty.text).toContain('href="#text"')
  const notPicture = { ...typedOpinion('Ảnh'), 'picture.0': new File(['<svg/>'], 'anh.png') }
  expect((await visitor.post(publicVoicePaths.send(cast.blocSlug), notPicture)).text).toContain('Chỉ nhận ảnh JPEG')
  const elsewhere = await web.as(null, { origin: 'http://elsewhere.test' }).post(publicVoicePaths.follow, {})
  expect(elsewhere.status).toBe(403)
})

test('one address sends so often and no more', async () => {
  caller += 1
  const answers = []
  for (let time = 0; time < 31; time += 1) {
    answers.push((await web.as(null).post(publicVoicePaths.follow, { code: '0000-0000-0000-0000' })).status)
  }
  expect(new Set(answers.slice(0, 30))).toEqual(new Set([422]))
  expect(answers.at(-1)).toBe(429)
  caller += 1
  expect((await web.as(null).post(publicVoicePaths.follow, { code: '0' })).status).toBe(422)
})

test('a poster leads to the form of its bloc and names the place, until it comes down', async () => {
  const place = { blocYear: cast.blocYear, name: 'Nhà văn hóa xã Hải Minh', area: '', unit: '' as const }
  await expect(addPlace(db, cast.binh, place, morning)).rejects.toThrow('not-allowed')
  await expect(addPlace(db, cast.an, { ...place, unit: cast.outsideUnit }, morning)).rejects.toThrow(
    'voices.noReceiver',
  )
  const id = await addPlace(db, cast.an, { ...place, unit: cast.units[0] ?? '' }, morning)
  const [added] = await placesOfBloc(db, cast.bloc)
  const code = added?.code ?? ''
  const leads = await web.as(null).get(publicVoicePaths.poster(code))
  expect(leads.location).toBe(publicVoicePaths.sendFrom(cast.blocSlug, code))
  expect((await web.as(null).get(leads.location ?? '')).text).toContain('Gửi từ: Nhà văn hóa xã Hải Minh')
  const pdf = await web.as(cast.an).get(voicePaths.poster(id, ...at()))
  expect([pdf.status, pdf.headers.get('content-type'), pdf.text.slice(0, 5)]).toEqual([200, 'application/pdf', '%PDF-'])
  const typed = { ...typedOpinion('Từ áp phích', 'confidential'), at: code }
  expect((await web.as(null).post(publicVoicePaths.send(cast.blocSlug), typed)).status).toBe(200)
  const kept = db.selectFrom('opinion').select(['unit_id', 'place_name', 'place_id']).where('text', '=', 'Từ áp phích')
  expect(await kept.executeTakeFirst()).toEqual({
    unit_id: cast.units[0],
    place_name: 'Nhà văn hóa xã Hải Minh',
    place_id: id,
  })
  await expect(endPlace(db, cast.binh, { blocYear: cast.blocYear, id }, morning)).rejects.toThrow('not-allowed')
  await endPlace(db, cast.an, { blocYear: cast.blocYear, id }, morning)
  await expect(endPlace(db, cast.an, { blocYear: cast.blocYear, id }, morning)).rejects.toThrow('voices.placeEnded')
  expect((await web.as(null).get(leads.location ?? '')).text).not.toContain('Gửi từ:')
})

test('others of the bloc read what was taken without personal data; what waits, nobody but who received it', async () => {
  const text = 'Đường ngập, gọi tôi số 0912 345 678'
  const id = await heardOpinion(db, cast, await colleagueOf(db, cast.an), text)
  expect((await web.as(cast.binh).get(voicePaths.one(id, ...at()))).status).toBe(404)
  const page = await web.as(cast.an).get(voicePaths.acceptance(id, ...at()))
  expect(page.text).toContain('gọi tôi số [đã che]')
  const coding = { version: '1', title: 'Đường ngập', shownText: 'Đường ngập', place: '', concern: 'high' }
  const unchosen = { topic: '', group: '', field: '' }
  const taken = await web.as(cast.an).post(voicePaths.acceptance(id, ...at()), { ...coding, ...unchosen })
  expect(taken.location).toBe(voicePaths.one(id, ...at()))
  const others = await web.as(cast.binh).get(voicePaths.one(id, ...at()))
  expect(others.text).toContain('Đường ngập')
  expect(others.text).not.toContain('0912')
  expect((await web.as(cast.an).get(voicePaths.one(id, ...at()))).text).toContain('0912')
  const list = await web.as(cast.binh).get(`${voicePaths.list(...at())}?muc-do=high&q=duong+ngap`)
  expect(list.text).toContain(voicePaths.one(id, ...at()))
  const noUnit = await web.as(cast.an).post(voicePaths.routing(id, ...at()), { unit: '' })
  expect([noUnit.status, noUnit.text.includes('href="#unit"')]).toEqual([422, true])
  expect((await web.as(cast.chi).get(voicePaths.list(...at()))).status).toBe(403)
})

test('a public answer stands in the list, under its title, without names', async () => {
  const id = await routedOpinion(db, cast, 'Sửa cống trước trường')
  await writeAnswer(db, cast.binh, { id, text: 'Cống đã sửa ngày 01/3.' }, morning)
  const draft = (await answersOf(db, id)).find(({ state }) => state === 'draft')?.id ?? ''
  const published = await web.as(cast.an).post(voicePaths.publication(id, ...at()), { draft, open: 'on' })
  expect(published.location).toBe(voicePaths.one(id, ...at()))
  const { slug } = await opinionById(db, id)
  const list = await web.as(null).get(publicVoicePaths.answers)
  expect(list.text).toContain(publicVoicePaths.answer(slug ?? ''))
  const page = await web.as(null).get(publicVoicePaths.answer(slug ?? ''))
  expect(page.text).toContain('Cống đã sửa ngày 01/3.')
  for (const name of [cast.an.name, cast.binh.name, 'Ngô Thị Hạnh']) expect(page.text).not.toContain(name)
  expect((await web.as(null).get(publicVoicePaths.answer('khong-co-trang-nay'))).status).toBe(404)
  const twice = { id, draft, open: true }
  await expect(publishAnswer(db, cast.an, twice, morning)).rejects.toThrow('voices.noDraft')
})
