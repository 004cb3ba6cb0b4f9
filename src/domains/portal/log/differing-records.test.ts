import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { makeCast, morning } from '../../../../test/cast.ts'
import { freshDatabase } from '../../../../test/database.ts'
import { freezeTestAgreement, giveMandates, makeTestSigner, memoryFiles, signAsTest } from '../../../../test/signing.ts'
import { signByPen } from '#domains/agreement/pen/testing/scans.ts'
import { handOverToHead, signHandover } from '#domains/blocs/handover/testing/handovers.ts'
import type { Db } from '#platform/database/database.ts'
import { openDatabase, openPool } from '#platform/database/database.ts'
import { newCode } from '#platform/id.ts'
import { differingRecords } from './differing-records.ts'

/** A signed agreement whose title no other test knows. */
async function signed() {
  const { db, ownerUrl } = await freshDatabase()
  const cast = await makeCast(db)
  const leaders = await giveMandates(db, cast)
  const [first] = leaders
  if (!first) throw new Error('the cast has leaders')
  const files = memoryFiles()
  const agreement = await freezeTestAgreement(db, cast, files)
  const title = newCode(12)
  await db.updateTable('agreement').set({ title }).where('id', '=', agreement).execute()
  await signAsTest(db, first, await makeTestSigner(db, first), { agreement, files })
  const owner = openDatabase(openPool(ownerUrl, { max: 1, onError: () => {} }))
  await sql`set search_path = t_nam_dinh, extensions`.execute(owner)
  return { db, owner, agreement, title, first, files, leaders }
}

const toldOf = async (db: Db, word: string) =>
  (await differingRecords(db)).map(({ vi }) => vi).filter((vi) => vi.includes(word))

test('a text that was changed after it was fixed is told, also with its own hash worked out anew', async () => {
  const { db, owner, agreement, title } = await signed()
  expect(await toldOf(db, title)).toEqual([])
  await sql`update agreement set canonical_text = canonical_text || ' ' where id = ${agreement}`.execute(owner)
  expect(await toldOf(db, title)).toEqual([`Văn bản ${title}: nội dung giữ trong hồ sơ không khớp với mã băm của nó.`])
  await sql`update agreement set text_sha256 = encode(sha256(convert_to(canonical_text, 'UTF8')), 'hex')
    where id = ${agreement}`.execute(owner)
  expect(await toldOf(db, title)).toEqual([`Văn bản ${title}: mã băm trong hồ sơ khác với mã băm đã ghi khi chốt.`])
  await owner.destroy()
})

test('a signed revision that is gone is told, and a certificate that the log does not know', async () => {
  const { db, owner, agreement, first } = await signed()
  const { number } = await db
    .selectFrom('audit_entry')
    .select('number')
    .where('subject_id', '=', agreement)
    .where('action', '=', 'agreement.signed')
    .executeTakeFirstOrThrow()
  expect(await toldOf(db, `(${number}, `)).toEqual([])
  await sql`update document_revision set number = 9 where document_id = (select document_id from agreement where id = ${agreement})
    and number = 1`.execute(owner)
  expect(await toldOf(db, `(${number}, `)).toHaveLength(1)
  const serial = newCode(12)
  await sql`update signer_certificate set serial = ${serial} where account_id = ${first.account}`.execute(owner)
  expect(await toldOf(db, serial)).toEqual([`Chứng thư số ${serial}: nhật ký không ghi việc cấp.`])
  await owner.destroy()
})

test('a hand-over is compared as an agreement is: its text, and the revisions that were signed', async () => {
  const { db, ownerUrl } = await freshDatabase()
  const cast = await makeCast(db)
  const leaders = await giveMandates(db, cast)
  const [giver = cast.an] = leaders
  const files = memoryFiles()
  const { handover } = await handOverToHead(db, { ...cast, leaders }, files, true)
  await signHandover(db, giver, await makeTestSigner(db, giver), { handover, files })
  const title = newCode(12)
  const document = await db
    .updateTable('signed_document')
    .set({ title })
    .where('id', '=', db.selectFrom('handover').select('document_id').where('id', '=', handover))
    .returning('id')
    .executeTakeFirstOrThrow()
  expect(await toldOf(db, title)).toEqual([])
  const owner = openDatabase(openPool(ownerUrl, { max: 1, onError: () => {} }))
  await sql`set search_path = t_nam_dinh, extensions`.execute(owner)
  await sql`update handover set canonical_text = canonical_text || ' ' where id = ${handover}`.execute(owner)
  expect(await toldOf(db, title)).toEqual([`Văn bản ${title}: nội dung giữ trong hồ sơ không khớp với mã băm của nó.`])
  await sql`update handover set text_sha256 = encode(sha256(convert_to(canonical_text, 'UTF8')), 'hex')
    where id = ${handover}`.execute(owner)
  await sql`update document_revision r set sha256 = base.sha256 from document_revision base
    where base.document_id = r.document_id and base.number = 0 and r.number = 1 and r.document_id = ${document.id}`.execute(
    owner,
  )
  expect((await toldOf(db, title)).toSorted()).toEqual([
    `Văn bản ${title}, 1: có bản đã ký mà nhật ký không ghi.`,
    `Văn bản ${title}: mã băm trong hồ sơ khác với mã băm đã ghi khi chốt.`,
  ])
  expect(await toldOf(db, 'không còn bản đã ký ấy')).not.toEqual([])
  await owner.destroy()
})

test('a unit that signed by a row alone is told, and a scan that was exchanged after its witnesses', async () => {
  const { db, owner, agreement, title, files, leaders } = await signed()
  const [, second, third, fourth, fifth] = leaders
  if (!second || !third || !fourth || !fifth) throw new Error('the cast has six leaders')
  await signByPen({ db, files, agreement }, second, [third, fourth])
  expect(await toldOf(db, title)).toEqual([])
  await sql`update pen_scan set scan_sha256 = (select sha256 from stored_file where sha256 <> scan_sha256 limit 1)
    where agreement_id = ${agreement}`.execute(owner)
  await sql`update agreement_signer s set state = 'signed', way = 'pen', decided_at = ${morning},
      signed_mandate_id = mandate_id, signed_account_id = account_id, signed_name = signer_name, signed_post = signer_post
    where agreement_id = ${agreement} and unit_id = ${fifth.actingUnit}`.execute(owner)
  const told = await toldOf(db, title)
  expect(told).toHaveLength(2)
  expect(told.join()).toContain('hồ sơ ghi đơn vị đã ký mà nhật ký không ghi')
  expect(told.join()).toContain('bản quét hoặc người ký trong hồ sơ khác với nhật ký')
  await owner.destroy()
})
