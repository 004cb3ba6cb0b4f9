import { expect, test } from 'vitest'
import { documentByCode } from '#capabilities/signatures/keeping/documents.ts'
import { makeHouse } from '#capabilities/signatures/testing/signers.ts'
import { found } from '#platform/errors.ts'
import { testDatabase } from '../../../../test/database.ts'
import { memoryFiles } from '../../../../test/signing.ts'
import { layAgreement, signingMoment } from '../testing/signed-agreement.ts'
import { checkKept, ourDocument } from './check-file.ts'

const twoYearsOn = new Date(signingMoment.getTime() + 730 * 86_400_000)

test('a signature is judged at the moment its own revision was kept, though its mandate ended before the last', async () => {
  const { other: db } = await testDatabase()
  const files = memoryFiles()
  const { code } = await layAgreement(db, files, { house: await makeHouse(), state: 'signed', signed: 6 })
  const ours = await ourDocument(db, found(await documentByCode(db, code)))
  const revisions = ours.revisions.map((row) => (row.number < 6 ? row : { ...row, made_at: twoYearsOn }))
  const { report } = await checkKept(db, files, { ...ours, revisions }, twoYearsOn)
  if ('problem' in report) throw new Error(report.problem)
  expect(report.signatures.map(({ trust }) => trust.trusted)).toEqual([true, true, true, true, true, false])
})
