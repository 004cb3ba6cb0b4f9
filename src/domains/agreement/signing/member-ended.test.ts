import { expect, test } from 'vitest'
import { makeCast, type Cast } from '../../../../test/cast.ts'
import { testDatabase } from '../../../../test/database.ts'
import {
  freezePieces,
  freezeTestAgreement,
  giveMandates,
  makeTestSigner,
  memoryFiles,
  signAsTest,
} from '../../../../test/signing.ts'
import { actorOfAccount } from '../../../app/actor.ts'
import { announce } from '../../../app/announce.ts'
import { membersOn } from '#domains/blocs/queries.ts'
import { recordDeed, recordDeedInput } from '#domains/units/lineage/record-deed.ts'
import type { Db } from '#platform/database/database.ts'
import type { FileStore } from '#platform/files.ts'
import { readCanonical } from '../canonical-text.ts'
import { gatherDraft } from '../drafting/gather-draft.ts'
import { agreementById, signersOf } from '../queries.ts'
import { beginSignature } from './begin-signature.ts'
import { openNextVersion } from './open-next-version.ts'

const later = new Date('2023-03-10T08:00:00+07:00')

async function deed(db: Db, cast: Cast, files: FileStore, input: object) {
  const document = { documentName: 'Quyết định', documentNumber: '9/QĐ-UBND', documentIssuer: 'UBND tỉnh' }
  const typed = recordDeedInput.parse({ ...document, effectiveOn: '2023-03-01', ...input })
  return recordDeed(db, cast.dung, typed, { now: later, announce, files })
}

async function frozen() {
  const { db } = await testDatabase()
  const cast = await makeCast(db)
  const leaders = await giveMandates(db, cast)
  const files = memoryFiles()
  return { db, cast, leaders, files, agreement: await freezeTestAgreement(db, cast, files) }
}

test('a member that ended signs no more, the text names it so, and the next version goes without it', async () => {
  const { db, cast, leaders, files, agreement } = await frozen()
  const [first, second] = leaders
  if (!first || !second) throw new Error('the cast has leaders')
  await signAsTest(db, first, await makeTestSigner(db, first), { agreement, files })
  await makeTestSigner(db, second)
  await deed(db, cast, files, { kind: 'absorb', before: cast.units[1], after: cast.units[0] })

  const unable = await actorOfAccount(db, second.account, later)
  const signing = beginSignature(db, unable, { agreement }, { now: later, ...freezePieces(files) })
  await expect(signing).rejects.toThrow('not-allowed')
  const next = await openNextVersion(db, cast.an, { agreement }, later)
  expect((await agreementById(db, agreement)).void_reason).toContain('Liên đoàn Lao động tỉnh (đã kết thúc hoạt động)')
  const draft = await gatherDraft(db, next, later)
  expect(draft.agreement.signing_on).toBeNull()
  expect(draft.members.map(({ unit }) => unit)).toEqual(cast.units.filter((_unit, index) => index !== 1))
})

test('a paper keeps the names of its day, whatever a unit is called when it is printed or read', async () => {
  const { db, cast, leaders, files, agreement } = await frozen()
  const [leader] = leaders
  if (!leader) throw new Error('the cast has leaders')
  const first = { ...leader, steppedUpAt: later }
  const renamed = 'Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Ninh Bình'
  await deed(db, cast, files, { kind: 'rename', before: cast.units[0], afterNew: `${renamed}; MTTQ`.normalize('NFD') })
  await signAsTest(db, first, await makeTestSigner(db, first, later), { agreement, files, now: later })
  const old = 'Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh'
  const row = await agreementById(db, agreement)
  expect(readCanonical(row.canonical_text ?? '').parties[0]?.name).toBe(old)
  expect((await signersOf(db, agreement))[0]?.unit_name).toBe(old)
  expect((await membersOn(db, cast.blocYear, '2023-02-23'))[0]?.full_name).toBe(old)
  expect((await membersOn(db, cast.blocYear, '2023-03-10'))[0]?.full_name).toBe(renamed.normalize('NFC'))
})
