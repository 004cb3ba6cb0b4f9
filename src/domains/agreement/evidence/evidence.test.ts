import { expect, test } from 'vitest'
import { openPdfReader } from '#capabilities/signatures/uploads/pdf-reader.ts'
import { wordsOf } from '#capabilities/documents/pdf.fixture.ts'
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
  testRenderer,
} from '../../../../test/signing.ts'
import { openTestWeb } from '../../../../test/web.ts'
import { scanById } from '../pen/queries.ts'
import { signByPen } from '../pen/testing/scans.ts'
import { paths } from '../paths.ts'
import { agreementById } from '../queries.ts'
import { agreementRoutes } from '../routes.tsx'
import { withdrawSignature } from '../signing/withdraw-signature.ts'
import { evidencePaper } from './evidence-document.ts'
import { gatherEvidence } from './gather-evidence.ts'

async function signedBoth() {
  const { db } = await testDatabase()
  const cast = await makeCast(db)
  const files = memoryFiles()
  const [binh, lien, ccb] = await giveMandates(db, cast)
  if (!binh || !lien || !ccb) throw new Error('the cast has leaders')
  const agreement = await freezeTestAgreement(db, cast, files)
  await signAsTest(db, lien, await makeTestSigner(db, lien), { agreement, files })
  const scan = await scanById(db, await signByPen({ db, files, agreement }, binh, [lien, ccb]))
  return { db, cast, files, binh, lien, ccb, agreement, scan }
}

test('the evidence says of each unit who signed, by which mandate and how: by key or by pen', async () => {
  const { db, cast, files, binh, lien, ccb, agreement, scan } = await signedBoth()
  const evidence = await gatherEvidence(db, files, await agreementById(db, agreement), morning)
  const { pdf } = await testRenderer().renderPdf(evidencePaper({ evidence, now: morning, url: 'http://namdinh.test' }))
  const said = wordsOf(pdf).replaceAll(/\s+/g, ' ')
  expect(said).toContain('TRANG CHỨNG CỨ')
  expect(said).toContain(`Người xác nhận ủy quyền: ${cast.dung.name}`)
  expect(said).toContain('Cách ký: ký bằng khóa trên máy của người ký')
  expect(said).toContain('Cách ký: ký trên giấy, hệ thống ghi nhận')
  expect(said).toContain(scan.scan_sha256.slice(0, 8))
  expect(said).toContain(`${lien.name} (LĐLĐ tỉnh)`)
  expect(said).toContain(`${ccb.name} (Hội CCB tỉnh)`)
  expect(evidence.units.map(({ signature }) => signature !== null)).toEqual([true, true, false, false, false, false])
  expect(evidence.units[0]?.signature?.certificate?.serial).not.toBe(evidence.units[1]?.signature?.certificate?.serial)
  expect(said).toContain(binh.name)
})

test('members read it on screen and as PDF, outsiders do not; what was taken back is there', async () => {
  const { db, cast, files, lien, agreement } = await signedBoth()
  await withdrawSignature(db, lien, { agreement, reason: 'Ký khi chưa họp' }, morning)
  const routes = agreementRoutes({
    ...sealPieces,
    pdfs: openPdfReader(),
    ...freezePieces(files),
    baseUrl: () => 'http://namdinh.test',
  })
  const web = openTestWeb(db, routes)
  const at = [cast.blocSlug, '2023'] as const
  expect((await web.as(lien).get(paths.evidence(...at))).text).toContain('lý do: Ký khi chưa họp')
  expect((await web.as(lien).get(paths.evidencePaper(...at))).text.slice(0, 5)).toBe('%PDF-')
  expect((await web.as(cast.chi).get(paths.evidence(...at))).status).toBe(403)
})
