import { expect, test } from 'vitest'
import { handOverToHead } from '#domains/blocs/handover/testing/handovers.ts'
import { handoverById } from '#domains/blocs/handover/queries.ts'
import { documentById } from '#capabilities/signatures/keeping/documents.ts'
import { makeCast } from '../../../../test/cast.ts'
import { testDatabase } from '../../../../test/database.ts'
import { giveMandates, memoryFiles } from '../../../../test/signing.ts'
import { ourDocument } from './check-file.ts'

test('the code of a hand-over is known, and the public is told nothing of what it holds', async () => {
  const { db } = await testDatabase()
  const cast = await makeCast(db)
  await giveMandates(db, cast)
  const { handover } = await handOverToHead(db, cast, memoryFiles(), true)
  const document = await documentById(db, (await handoverById(db, handover)).document_id ?? '')
  expect(await ourDocument(db, document)).toMatchObject({ standing: 'internal', owner: null, paper: null })
})
