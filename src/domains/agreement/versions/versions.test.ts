import { beforeAll, expect, test } from 'vitest'
import { openPdfReader } from '#capabilities/signatures/uploads/pdf-reader.ts'
import type { Db } from '#platform/database/database.ts'
import { makeCast, morning } from '../../../../test/cast.ts'
import { testDatabase } from '../../../../test/database.ts'
import {
  freezePieces,
  freezeTestAgreement,
  giveMandates,
  makeTestSigner,
  memoryFiles,
  sealPieces,
  signAsTest,
} from '../../../../test/signing.ts'
import { openTestWeb } from '../../../../test/web.ts'
import { writeClause } from '../drafting/write-clause.ts'
import { clausesOfAgreement } from '../queries.ts'
import { paths } from '../paths.ts'
import { agreementRoutes } from '../routes.tsx'
import { openNextVersion } from '../signing/open-next-version.ts'
import { refuseSigning } from '../signing/refuse-signing.ts'

const files = memoryFiles()
let db: Db
let web: ReturnType<typeof openTestWeb>

beforeAll(async () => {
  db = (await testDatabase()).db
  const routes = agreementRoutes({
    ...sealPieces,
    pdfs: openPdfReader(),
    ...freezePieces(files),
    baseUrl: () => 'http://namdinh.test',
  })
  web = openTestWeb(db, routes)
})

async function refusedAndFollowed() {
  const cast = await makeCast(db)
  const [binh, lien] = await giveMandates(db, cast)
  if (!binh || !lien) throw new Error('the cast has leaders')
  const first = await freezeTestAgreement(db, cast, files)
  await signAsTest(db, binh, await makeTestSigner(db, binh), { agreement: first, files })
  await refuseSigning(db, lien, { agreement: first, reason: 'Chỉ tiêu chưa hợp' }, morning)
  const second = await openNextVersion(db, cast.an, { agreement: first }, morning)
  return { cast, binh, first, second, at: [cast.blocSlug, '2023'] as const }
}

const plain = (html: string) => html.replaceAll(/<[^>]+>/g, '').replaceAll(/\s+/g, ' ')

test('void versions keep their signatures, marked as void, and their paper', async () => {
  const { cast, binh, at } = await refusedAndFollowed()
  const page = plain((await web.as(binh).get(paths.versions(...at))).text)
  expect(page).toContain(`${binh.name}, ký bằng khóa trên máy`)
  expect(page).toContain('(không còn giá trị)')
  expect(page).toContain('Chỉ tiêu chưa hợp')
  const paper = await web.as(binh).get(paths.versionPaper(...at, '1'))
  expect([paper.status, paper.text.slice(0, 5)]).toEqual([200, '%PDF-'])
  expect((await web.as(binh).get(paths.versionPaper(...at, '2'))).status).toBe(404)
  expect((await web.as(cast.chi).get(paths.versions(...at))).status).toBe(403)
})

test('two versions are compared clause by clause, and what did not change is said', async () => {
  const { cast, binh, first, second, at } = await refusedAndFollowed()
  const address = `${paths.comparison(...at)}?cu=${first}&moi=${second}`
  expect((await web.as(binh).get(address)).text).toContain('Không có gì thay đổi')
  const clauses = await clausesOfAgreement(db, second)
  const clause = clauses.find(({ text }) => text === 'Giúp mỗi xã một việc cụ thể.')
  const rewritten = { clause: clause?.id ?? '', version: 1, text: 'Giúp mỗi xã hai việc cụ thể.', details: {} }
  await writeClause(db, cast.an, rewritten, morning)
  const changed = (await web.as(binh).get(address)).text
  expect(changed).not.toContain('Không có gì thay đổi')
  expect(changed).toMatch(/<del><span class="hidden-text">bớt: <\/span>một<\/del>/)
  expect(changed).toMatch(/<ins><span class="hidden-text">thêm: <\/span>hai<\/ins>/)
  expect(changed).toContain('1 mục không đổi')
})
