import { expect, test } from 'vitest'
import { openPdfReader } from '#capabilities/signatures/uploads/pdf-reader.ts'
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
import { paths } from '../paths.ts'
import { agreementById } from '../queries.ts'
import { agreementRoutes } from '../routes.tsx'
import { openNextVersion } from './open-next-version.ts'

test('when a signer’s mandate ends after others have signed, the head is told and opens a new version', async () => {
  const { db } = await testDatabase()
  const cast = await makeCast(db)
  const [first, second] = await giveMandates(db, cast)
  if (!first || !second) throw new Error('the cast has leaders')
  const files = memoryFiles()
  const agreement = await freezeTestAgreement(db, cast, files)
  await signAsTest(db, first, await makeTestSigner(db, first), { agreement, files })
  await expect(openNextVersion(db, cast.an, { agreement }, morning)).rejects.toMatchObject({
    key: 'agreement.notRefused',
  })
  await db
    .updateTable('mandate')
    .set({ state: 'ended', ended_on: '2023-02-20', ended_reason: 'Nghỉ hưu' })
    .where('id', '=', second.mandates[0]?.id ?? '')
    .execute()

  const routes = agreementRoutes({
    ...sealPieces,
    pdfs: openPdfReader(),
    ...freezePieces(files),
    baseUrl: () => 'http://namdinh.test',
  })
  const web = openTestWeb(db, routes)
  const page = await web.as(cast.an).get(paths.agreement(cast.blocSlug, '2023'))
  expect(page.text).toContain('Ủy quyền ký đã hết trước khi ký: Liên đoàn Lao động tỉnh')
  const opened = await web.as(cast.an).post(paths.nextVersion(cast.blocSlug, '2023'))
  expect(opened.location).toBe(paths.editor(cast.blocSlug, '2023'))
  expect(await agreementById(db, agreement)).toMatchObject({
    state: 'void',
    void_reason: 'Ủy quyền của người ký đã hết trước khi ký: Liên đoàn Lao động tỉnh',
  })
  const waiting = await db
    .selectFrom('task')
    .select('kind')
    .where('bloc_year_id', '=', cast.blocYear)
    .where('closed_at', 'is', null)
    .execute()
  expect(waiting).toEqual([{ kind: 'agreement.draft' }])
})
