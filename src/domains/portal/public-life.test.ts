import { beforeAll, expect, test } from 'vitest'
import { openPdfReader } from '#capabilities/signatures/uploads/pdf-reader.ts'
import { splitCertificates } from '#capabilities/signatures/trust/certificate.ts'
import { latestRevision } from '#capabilities/signatures/keeping/documents.ts'
import { verifyPdf } from '#capabilities/signatures/verify-pdf.ts'
import { agreementById } from '#domains/agreement/queries.ts'
import { closeOverdueSignings } from '#domains/agreement/signing/close-overdue-signings.ts'
import { openNextVersion } from '#domains/agreement/signing/open-next-version.ts'
import { refuseSigning } from '#domains/agreement/signing/refuse-signing.ts'
import { unfreezeAgreement } from '#domains/agreement/drafting/unfreeze-agreement.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { openLimiter } from '#platform/limiter.ts'
import { makeCast, morning, type Cast } from '../../../test/cast.ts'
import { searchSources } from '../../app/search-sources.ts'
import { testDatabase } from '../../../test/database.ts'
import { freezeTestAgreement, giveMandates, makeTestSigner, memoryFiles, signAsTest } from '../../../test/signing.ts'
import { openTestWeb } from '../../../test/web.ts'
import { publishedOfBloc } from './queries.ts'
import { portalRoutes } from './routes.ts'

const files = memoryFiles()
let db: Db
let web: ReturnType<typeof openTestWeb>

beforeAll(async () => {
  db = (await testDatabase()).db
  web = openWebAt(morning)
})

function openWebAt(now: Date) {
  const uploads = openLimiter({ tries: 100, minutes: 10, keys: 10 })
  return openTestWeb(
    db,
    portalRoutes({
      files,
      pdfs: openPdfReader(),
      uploads,
      addressOf: () => 'one',
      originOf: () => 'http://namdinh.test',
      hosts: async () => () => undefined,
      secretKey: 'of tests',
      searchSources,
    }),
    now,
  )
}

const read = async (path: string) => web.as(null).get(path)
const storyPath = (cast: Cast) => `/khoi-thi-dua/${cast.blocSlug}/2023`

async function codeOf(agreement: string): Promise<string> {
  const { code } = await db
    .selectFrom('agreement')
    .innerJoin('signed_document', 'signed_document.id', 'agreement.document_id')
    .select('signed_document.code')
    .where('agreement.id', '=', agreement)
    .executeTakeFirstOrThrow()
  return code
}

async function freeze() {
  const cast = await makeCast(db)
  const leaders = await giveMandates(db, cast)
  const agreement = await freezeTestAgreement(db, { ...cast, an: leaders[3] ?? cast.an }, files)
  return { cast, leaders, agreement, code: await codeOf(agreement) }
}

async function sign(actor: Actor, agreement: string) {
  await signAsTest(db, actor, await makeTestSigner(db, actor), { agreement, files })
}

test('each signature shows in public at once, from the first to the last', { timeout: 120_000 }, async () => {
  const { cast, leaders, agreement, code } = await freeze()
  expect((await read(storyPath(cast))).text).toContain('chưa công bố')
  expect((await read(`/kiem-tra/${code}`)).text).toContain('chưa có chữ ký nào')
  for (const [index, leader] of leaders.entries()) {
    await sign(leader, agreement)
    expect((await read(storyPath(cast))).text).toContain(`${index + 1}/6 đơn vị đã ký`)
  }
  const check = await read(`/kiem-tra/${code}`)
  expect(check.text).toContain('Tệp còn nguyên vẹn')
  expect(check.text).toContain('Đã ký 6 trên 6 ô chữ ký')
  expect(check.text.match(/Xác minh được qua/g)).toHaveLength(6)
})

test('the roots that outsiders trust are the ones by which the signatures verify', async () => {
  const { leaders, agreement } = await freeze()
  const [leader] = leaders
  if (!leader) throw new Error('the cast has leaders')
  await sign(leader, agreement)
  const roots = splitCertificates(Buffer.from((await read('/kiem-tra/chung-thu-goc.pem')).text))
  const { document_id: document } = await agreementById(db, agreement)
  const pdf = await files.get((await latestRevision(db, document ?? '')).sha256)
  expect(await verifyPdf(pdf, { trust: roots, at: morning })).toMatchObject({ verdict: 'partlySigned' })
  expect(await verifyPdf(pdf, { trust: [], at: morning })).toMatchObject({ verdict: 'untrusted' })
})

test('the code of a text that was opened again says that its prints are void', async () => {
  const { cast, leaders, agreement, code } = await freeze()
  await unfreezeAgreement(db, leaders[3] ?? cast.an, { agreement, reason: 'Sửa một điều' }, morning)
  const { text } = await read(`/kiem-tra/${code}`)
  expect(text).toContain('Bản này đã được rút lại')
  expect(text).not.toContain('Tải bản PDF')
})

test('an open signing says until which day, and one whose time is over that nobody signs any more', async () => {
  const { cast, leaders, agreement } = await freeze()
  await db.updateTable('agreement').set({ sign_by: '2023-02-20' }).where('id', '=', agreement).execute()
  await sign(leaders[0] ?? cast.binh, agreement)
  const pages = [storyPath(cast), `${storyPath(cast)}/giao-uoc`]
  const nextDay = openWebAt(new Date('2023-02-21T00:00:00+07:00'))
  for (const path of pages) {
    const open = (await read(path)).text
    expect(open).toContain('đang ký, đến hết ngày 20/02/2023')
    expect(open).not.toContain('Đã quá hạn ký')
    const over = (await nextDay.as(null).get(path)).text
    expect(over).toContain('Đã quá hạn ký ngày 20/02/2023')
    expect(over).not.toContain('đến hết ngày')
  }
  expect(await publishedOfBloc(db, cast.bloc)).toMatchObject([{ is_over: false, signed: 1, all: 6 }])
  await closeOverdueSignings(db, new Date('2023-02-21T00:05:00+07:00'))
  expect(await publishedOfBloc(db, cast.bloc)).toMatchObject([{ is_over: true, signed: 1, all: 6 }])
  await refuseSigning(db, leaders[1] ?? cast.binh, { agreement, reason: 'Chưa thống nhất' }, morning)
  for (const path of pages) expect((await read(path)).text).not.toContain('đến hết ngày')
})

test('a refusal is public, and the version it ended stays void beside the next', async () => {
  const { cast, leaders, agreement, code } = await freeze()
  const [first, second] = [leaders[0] ?? cast.binh, leaders[1] ?? cast.binh]
  await sign(first, agreement)
  await refuseSigning(db, second, { agreement, reason: 'Chưa thống nhất điều 2' }, morning)
  expect((await read(`${storyPath(cast)}/giao-uoc`)).text).toContain('Chưa thống nhất điều 2')
  await openNextVersion(db, leaders[3] ?? cast.an, { agreement }, morning)
  expect((await read(`${storyPath(cast)}/giao-uoc`)).status).toBe(404)
  const { text } = await read(`/kiem-tra/${code}`)
  expect(text).toContain('Văn bản này đã bị hủy')
  expect(text).toContain('Chữ ký 1: ')
})
