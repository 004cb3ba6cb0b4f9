import { beforeAll, expect, test } from 'vitest'
import { openPdfReader } from '#capabilities/signatures/uploads/pdf-reader.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { newCode, newId } from '#platform/id.ts'
import { makeCast, morning, type Cast } from '../../../test/cast.ts'
import { testDatabase } from '../../../test/database.ts'
import {
  freezePieces,
  freezeTestAgreement,
  giveMandates,
  makeTestSigner,
  memoryFiles,
  sealPieces,
  startTestDraft,
  testRenderer,
} from '../../../test/signing.ts'
import { openTestWeb } from '../../../test/web.ts'
import { clausesOfAgreement } from './queries.ts'
import { agreementRoutes } from './routes.tsx'

const files = memoryFiles()
let db: Db
let web: ReturnType<typeof openTestWeb>

beforeAll(async () => {
  db = (await testDatabase()).db
  const { checkUrl } = freezePieces(files)
  const pieces = {
    ...sealPieces,
    pdfs: openPdfReader(),
    files,
    renderer: testRenderer(),
    checkUrl,
    baseUrl: () => 'http://namdinh.test',
  }
  web = openTestWeb(db, agreementRoutes(pieces))
})

const pathOf = (cast: Cast) => `/khoi/${cast.blocSlug}/2023/giao-uoc`

async function drafted() {
  const cast = await makeCast(db)
  const agreement = await startTestDraft(db, cast)
  const [first] = (await clausesOfAgreement(db, agreement)).filter((clause) => clause.section === 'commitment')
  if (!first) throw new Error('the draft has a commitment')
  return { cast, agreement, path: pathOf(cast), first }
}

test('a year without an agreement says how to begin, to its head alone', async () => {
  const cast = await makeCast(db)
  const path = pathOf(cast)
  expect((await web.as(cast.an).get(path)).text).toContain('Bắt đầu soạn giao ước')
  const member = await web.as(cast.binh).get(path)
  expect([member.status, member.text.includes('Bắt đầu soạn giao ước')]).toEqual([200, false])
  expect((await web.as(cast.chi).get(path)).status).toBe(403)
})

test('the head begins from the template and lands in the editor', async () => {
  const cast = await makeCast(db)
  const begun = await web.as(cast.an).post(`${pathOf(cast)}/bat-dau`, { origin: 'template' })
  expect([begun.status, begun.location]).toEqual([303, `${pathOf(cast)}/soan-thao`])
  const editor = await web.as(cast.an).get(begun.location ?? '')
  expect(editor.text).toContain('Tổ chức thực hiện')
  const again = await web.as(cast.an).post(`${pathOf(cast)}/bat-dau`, { origin: 'template' })
  expect([again.status, again.text.includes('Năm này đã có giao ước')]).toEqual([422, true])
})

test('a clause is saved by a form, and by a script that gets the new version', async () => {
  const { cast, path, first } = await drafted()
  const clause = `${path}/soan-thao/dieu/${first.id}`
  const saved = await web.as(cast.an).post(clause, { version: '1', text: 'Viết lần một' })
  expect([saved.status, saved.location]).toEqual([303, `${path}/soan-thao#dieu-${first.id}`])
  const quiet = await web.as(cast.an).postQuietly(clause, { version: '2', text: 'Viết lần hai'.normalize('NFD') })
  expect(JSON.parse(quiet.text)).toMatchObject({ version: 3 })
  expect((await web.as(cast.an).get(`${path}/soan-thao`)).text).toContain('Viết lần hai'.normalize('NFC'))
})

test('who typed on an older version sees both texts, and nothing is lost', async () => {
  const { cast, path, first } = await drafted()
  const clause = `${path}/soan-thao/dieu/${first.id}`
  await web.as(cast.an).post(clause, { version: '1', text: 'Bản của người thứ nhất' })
  const late = await web.as(cast.an).post(clause, { version: '1', text: 'Bản của người thứ hai' })
  expect(late.status).toBe(409)
  const plain = late.text.replace(/<[^>]+>/g, '')
  expect(plain).toContain('nhất')
  expect(late.text).toContain('Bản của người thứ hai')
  const quiet = await web.as(cast.an).postQuietly(clause, { version: '1', text: 'Bản khác' })
  expect([quiet.status, JSON.parse(quiet.text)]).toEqual([
    409,
    expect.objectContaining({ theirs: 'Bản của người thứ nhất' }),
  ])
})

test('a day that is none is named at its field, and what was typed stays', async () => {
  const { cast, path } = await drafted()
  const head = { version: '1', title: 'Giao ước mới', place: 'Nam Định', signing_on: '31/02/2023' }
  const refused = await web.as(cast.an).post(`${path}/soan-thao/phan-dau`, head)
  expect(refused.status).toBe(422)
  expect(refused.text).toContain('31/02/2023')
  const quiet = await web.as(cast.an).postQuietly(`${path}/soan-thao/phan-dau`, head)
  expect([quiet.status, JSON.parse(quiet.text).message]).toEqual([422, expect.stringContaining('Ngày ký: Ngày chưa')])
  expect(refused.text).toContain('Giao ước mới')
  expect(refused.text).toMatch(/aria-invalid="true"[^>]*id="signing_on"|id="signing_on"[^>]*aria-invalid="true"/)
})

test('what stands against the freezing is listed with a link to its place', async () => {
  const { cast, path } = await drafted()
  const page = await web.as(cast.an).get(`${path}/chot-van-ban`)
  expect(page.text).toContain('chưa có người được ủy quyền ký')
  const refused = await web.as(cast.an).post(`${path}/chot-van-ban`)
  expect([refused.status, refused.text.includes('Còn điều phải sửa')]).toEqual([422, true])
  expect((await web.as(cast.binh).get(`${path}/chot-van-ban`)).status).toBe(403)
})

test('the preview is a PDF marked as a draft; a letter it cannot print is said', async () => {
  const { cast, path, first } = await drafted()
  const preview = await web.as(cast.binh).get(`${path}/ban-xem-truoc.pdf`)
  expect([preview.status, preview.headers.get('content-type'), preview.text.slice(0, 5)]).toEqual([
    200,
    'application/pdf',
    '%PDF-',
  ])
  const word = await web.as(cast.binh).get(`${path}/ban-xem-truoc.docx`)
  expect([word.status, word.text.slice(0, 2)]).toEqual([200, 'PK'])
  await web.as(cast.an).post(`${path}/soan-thao/dieu/${first.id}`, { version: '1', text: 'Chữ 漢 không in được' })
  const refused = await web.as(cast.an).get(`${path}/ban-xem-truoc.pdf`)
  expect([refused.status, refused.text.includes('漢')]).toEqual([422, true])
})

async function frozen() {
  const cast = await makeCast(db)
  const leaders = await giveMandates(db, cast)
  const agreement = await freezeTestAgreement(db, cast, files)
  const [binh] = leaders
  if (!binh) throw new Error('the cast has leaders')
  return { cast, binh, agreement, path: pathOf(cast) }
}

const later = (actor: Actor): Actor => ({ ...actor, steppedUpAt: new Date(morning.getTime() - 6 * 60_000) })

test('signing asks for the password of the last five minutes, then for a certificate, then for the passphrase', async () => {
  const { binh, path } = await frozen()
  expect((await web.as(later(binh)).get(`${path}/ky`)).location).toBe(
    `/xac-nhan?ve=${encodeURIComponent(`${path}/ky`)}`,
  )
  expect((await web.as(binh).get(`${path}/ky`)).text).toContain('Chưa có chứng thư để ký')
  await makeTestSigner(db, binh)
  const page = await web.as(binh).get(`${path}/ky`)
  expect(page.text).toContain('Mật khẩu ký')
  expect(page.text).toContain('sign-paper')
})

test('a script that asks for a turn without right or password gets a reason and a door', async () => {
  const { cast, binh, path } = await frozen()
  expect((await web.as(cast.chi).postJson(`${path}/ky/luot`, {})).status).toBe(403)
  const old = await web.as(later(binh)).postJson(`${path}/ky/luot`, {})
  expect(JSON.parse(old.text)).toMatchObject({ door: expect.stringContaining('/xac-nhan') })
  const bare = await web.as(binh).postJson(`${path}/ky/luot`, {})
  expect([bare.status, JSON.parse(bare.text)]).toEqual([
    422,
    expect.objectContaining({ problem: 'signatures.noCertificate' }),
  ])
})

test('a signature that is no signature is refused with a sentence and leaves nothing', async () => {
  const { binh, path } = await frozen()
  await makeTestSigner(db, binh)
  const turn = JSON.parse((await web.as(binh).postJson(`${path}/ky/luot`, {})).text) as { job: string }
  const junk = { job: turn.job, signature: Buffer.alloc(64, 7).toString('base64') }
  const refused = await web.as(binh).postJson(`${path}/ky/chu-ky`, junk)
  expect([refused.status, JSON.parse(refused.text)]).toEqual([
    422,
    expect.objectContaining({ problem: 'signatures.refused' }),
  ])
  expect((await web.as(binh).postJson(`${path}/ky/chu-ky`, { job: 1 })).status).toBe(422)
})

test('a refusal needs its reason; then all members read it', async () => {
  const { cast, binh, path } = await frozen()
  const empty = await web.as(binh).post(`${path}/tu-choi`, { reason: '  ' })
  expect(empty.status).toBe(422)
  expect((await web.as(binh).post(`${path}/tu-choi`, { reason: 'Cần bàn lại chỉ tiêu' })).status).toBe(303)
  const page = await web.as(cast.an).get(path)
  expect(page.text).toContain('Cần bàn lại chỉ tiêu')
  expect(page.text).toContain('Lập bản mới')
})

test('a legal basis that was only picked is written as papers cite it', async () => {
  const { cast, agreement, path } = await drafted()
  const id = newId()
  const number = `91/${newCode(4)}/NĐ-CP`
  const text = {
    id,
    kind: 'Nghị định',
    number,
    title: 'Quy định chi tiết',
    issuer: 'Chính phủ',
    issued_on: '2017-07-31',
  }
  await db.insertInto('legal_text').values(text).execute()
  await web.as(cast.an).post(`${path}/soan-thao/dieu`, { section: 'legal_basis' })
  const added = (await clausesOfAgreement(db, agreement)).find((clause) => clause.text === '')
  const picked = { version: '1', text: '', 'details.legalText': id }
  const saved = await web.as(cast.an).postQuietly(`${path}/soan-thao/dieu/${added?.id}`, picked)
  expect([saved.status, JSON.parse(saved.text)]).toEqual([
    200,
    expect.objectContaining({ version: 2, text: expect.stringContaining(number) }),
  ])
})
