import { expect, test } from 'vitest'
import { openPool } from '#platform/database/database.ts'
import { makeCast, morning } from '../../../../test/cast.ts'
import { testDatabase } from '../../../../test/database.ts'
import { giveMandates, makeTestSigner, memoryFiles } from '../../../../test/signing.ts'
import { handoverPaths } from './paths.ts'
import { refuseHandover } from './refuse-handover.ts'
import { fixHandover, handOverToHead, signHandover } from './testing/handovers.ts'

interface Mail {
  to: string
  subject: string
  text: string
}

/** A frozen record, and a way to read what was queued about it. */
async function frozen() {
  const { db, ownerUrl } = await testDatabase()
  const cast = await makeCast(db)
  const leaders = await giveMandates(db, cast)
  const [giver, , , receiver] = leaders
  if (!giver || !receiver) throw new Error('the cast has six leaders')
  const files = memoryFiles()
  const { handover } = await handOverToHead(db, { ...cast, leaders }, files, true)
  const emailOf = async (account: string) => {
    const held = await db.selectFrom('account').select('email').where('id', '=', account).executeTakeFirstOrThrow()
    return held.email ?? ''
  }
  const mailsOf = async (letter: string, id: string) => {
    const owner = openPool(ownerUrl, { max: 1, onError: () => {} })
    const { rows } = await owner.query<{ mail: Mail }>(
      `select payload->'data' as mail from graphile_worker._private_jobs where key like $1`,
      [`%mail-handover-${letter}-${id}-%`],
    )
    await owner.end()
    return rows.map(({ mail }) => mail)
  }
  const path = (id: string) => `http://namdinh.test${handoverPaths.one(cast.blocSlug, '2023', id)}\n`
  const emails = [await emailOf(giver.account), await emailOf(receiver.account)]
  return { db, giver, receiver, files, handover, mailsOf, path, emails }
}

const receiversOf = (mails: readonly Mail[]) => mails.map(({ to }) => to).toSorted()

test('a frozen record is mailed to its two signers, and a closed one to both units, each once', async () => {
  const { db, giver, receiver, files, handover, mailsOf, path, emails } = await frozen()
  const asked = await mailsOf('toSign', handover)
  expect(receiversOf(asked)).toEqual(emails.toSorted())
  for (const { text } of asked) expect(text).toContain(path(handover))
  await signHandover(db, giver, await makeTestSigner(db, giver), { handover, files })
  expect(await mailsOf('closed', handover)).toEqual([])
  await signHandover(db, receiver, await makeTestSigner(db, receiver), { handover, files })
  expect(receiversOf(await mailsOf('closed', handover))).toEqual(emails.toSorted())
})

test('a returned record is mailed with its reason to its drafter alone, and to its signer once the drafter has left', async () => {
  const { db, giver, receiver, files, handover, mailsOf, path, emails } = await frozen()
  const reason = 'Thiếu sổ theo dõi quý IV'
  const refusing = { now: morning, announce: async () => {}, siteUrl: 'http://namdinh.test' }
  const next = await refuseHandover(db, receiver, { handover, reason }, refusing)
  const mails = await mailsOf('returned', handover)
  expect(receiversOf(mails)).toEqual([emails[0]])
  expect(mails[0]?.text).toContain(reason)
  expect(mails[0]?.text).toContain(path(next))
  await db.updateTable('unit_role').set({ to_on: '2023-01-31' }).where('account_id', '=', giver.account).execute()
  await fixHandover(db, giver, { handover: next, files })
  // Somebody else signs for the unit that hands over.
  await db
    .updateTable('handover_signer')
    .set({ account_id: receiver.account })
    .where('handover_id', '=', next)
    .where('side', '=', 'giving')
    .execute()
  await refuseHandover(db, receiver, { handover: next, reason }, refusing)
  expect(receiversOf(await mailsOf('returned', next))).toEqual([emails[1]])
})
