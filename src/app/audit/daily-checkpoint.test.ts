import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeCast, morning, type Cast } from '../../../test/cast.ts'
import { testDatabase } from '../../../test/database.ts'
import { freezeTestAgreement, giveMandates, memoryFiles, sealPieces } from '../../../test/signing.ts'
import { writeCheckpoint } from '#capabilities/audit/checkpoints/checkpoint.ts'
import { latestCheckpoint } from '#capabilities/audit/checkpoints/take-checkpoint.ts'
import { record } from '#capabilities/audit/record.ts'
import { noteView, viewsOf } from '#capabilities/audit/views.ts'
import { openMailTransport } from '#capabilities/notifications/mail-transport.ts'
import { latestRevision } from '#capabilities/signatures/keeping/documents.ts'
import { agreementById } from '#domains/agreement/queries.ts'
import { chooseMails } from '#domains/portal/log/choose-mails.ts'
import { readEnvironment } from '#platform/config.ts'
import { openDatabase, openPool, type Db } from '#platform/database/database.ts'
import { checkpointDaily } from './daily-checkpoint.ts'
import { gatherCheckpoints } from './gather-checkpoints.ts'
import { judgeSeals } from './judge-seals.ts'

const tenant = { slug: 'nam_dinh', name: 'Tỉnh Nam Định', hosts: [] }
let db: Db
let cast: Cast
let folder: string

beforeAll(async () => {
  db = (await testDatabase()).db
  cast = await makeCast(db)
  folder = await mkdtemp('/tmp/gu-checkpoints-')
})

afterAll(() => rm(folder, { recursive: true }))

const daily = (now: Date, to = folder) =>
  checkpointDaily(
    {
      environment: readEnvironment({ CHECKPOINT_DIR: to }),
      dataFolder: folder,
      isDemo: false,
      migrations: { secretKey: sealPieces.secretKey, sqlRoot: new URL('file:///') },
      log: pino({ level: 'silent' }),
    },
    tenant,
    db,
    now,
  )

const write = () =>
  db
    .transaction()
    .execute((tx) =>
      record(tx, cast.an, morning, { action: 'unit.renamed', subject: { kind: 'unit', id: cast.headUnit } }),
    )

interface Queued {
  to: string
  subject: string
  text: string
  messageKey: string
}

/** The mails queued for one person, by their keys. */
async function mailsTo(account: string): Promise<Queued[]> {
  const { email } = await db.selectFrom('account').select('email').where('id', '=', account).executeTakeFirstOrThrow()
  const { ownerUrl } = await testDatabase()

  const owner = openDatabase(openPool(ownerUrl, { max: 1, onError: () => {} }))
  const { rows } = await sql<{ data: Queued }>`
    select payload -> 'data' as data from graphile_worker._private_jobs where payload -> 'data' ->> 'to' = ${email}`.execute(
    owner,
  )
  await owner.destroy()
  return rows.map(({ data }) => data)
}

test('the checkpoint of the day goes to the folder and by mail, once while nothing changes', async () => {
  await write()
  await daily(morning)
  const file = join(folder, 'nam_dinh.txt')
  const first = await readFile(file, 'utf8')
  const kept = await gatherCheckpoints([file])
  const latest = await latestCheckpoint(db)
  expect(kept.checkpoints.map(writeCheckpoint)).toContain(latest?.line)
  expect(judgeSeals(kept.checkpoints, { given: kept.certificates, own: [] }).bad).toEqual([])
  const [mail, ...more] = await mailsTo(cast.an.account)
  expect(more).toEqual([])
  expect(mail?.messageKey).toBe(`checkpoint-${latest?.number}-2023-02-20-${cast.an.account}`)
  await daily(new Date('2023-02-21T08:00:00+07:00'))
  expect(await readFile(file, 'utf8')).toBe(first)
  expect(await mailsTo(cast.an.account)).toHaveLength(1)
  await daily(new Date('2023-02-27T08:00:00+07:00'))
  expect(await mailsTo(cast.an.account)).toHaveLength(2)
})

test('the mail as it travels is read back', async () => {
  const [mail] = await mailsTo(cast.an.account)
  if (mail === undefined) throw new Error('a mail was queued')
  await openMailTransport({ smtpUrl: undefined, outbox: join(folder, 'mail'), from: 'a@b.test' }).send(mail)
  const { checkpoints, unreadable } = await gatherCheckpoints([join(folder, 'mail')])
  expect([checkpoints.length, unreadable]).toEqual([1, []])
})

test('members get it and the authority, but neither the administrator, nor another bloc’s past, nor who declined', async () => {
  expect(await mailsTo(cast.dung.account)).not.toHaveLength(0)
  expect(await mailsTo(cast.em.account)).toHaveLength(0)
  const before = (await mailsTo(cast.binh.account)).length
  await chooseMails(db, cast.binh, { wanted: 'no' }, morning)
  await daily(new Date('2023-02-28T08:00:00+07:00'))
  expect(await mailsTo(cast.binh.account)).toHaveLength(before)
  expect((await mailsTo(cast.an.account)).length).toBeGreaterThan(before)
})

test('a folder that cannot be written keeps nobody from the mail', async () => {
  await writeFile(join(folder, 'a-file'), '')
  const before = (await mailsTo(cast.an.account)).length
  await write()
  await daily(new Date('2023-03-01T08:00:00+07:00'), join(folder, 'a-file'))
  expect(await mailsTo(cast.an.account)).toHaveLength(before + 1)
})

test('after a restore the folder goes on, though it holds later numbers of the branch that was lost', async () => {
  const restored = join(folder, 'restored')
  const file = join(restored, 'nam_dinh.txt')
  await daily(new Date('2023-03-02T08:00:00+07:00'), restored)
  const before = await latestCheckpoint(db)
  const lost = { tenant: 'nam_dinh', number: 9_000, hash: Buffer.alloc(32), at: morning, seal: Buffer.alloc(16) }
  await appendFile(file, `${writeCheckpoint({ ...lost, signature: Buffer.alloc(64) })}\n`)
  await write()
  await daily(new Date('2023-03-03T08:00:00+07:00'), restored)
  const latest = await latestCheckpoint(db)
  expect(latest?.number).toBeGreaterThan(before?.number ?? 0)
  expect((await readFile(file, 'utf8')).split('\n').filter((line) => line === latest?.line)).toHaveLength(1)
})

test('the paper of an agreement carries a checkpoint that is read from the PDF', async () => {
  await giveMandates(db, cast)
  const files = memoryFiles()
  const id = await freezeTestAgreement(db, cast, files)
  const revision = await latestRevision(db, (await agreementById(db, id)).document_id ?? '')
  const path = join(folder, 'giao-uoc.pdf')
  await writeFile(path, await files.get(revision.sha256))
  const { checkpoints } = await gatherCheckpoints([path])
  expect(checkpoints).toMatchObject([{ tenant: 'nam_dinh' }])
  const kept = await gatherCheckpoints([path, join(folder, 'nam_dinh.txt')])
  expect(judgeSeals(kept.checkpoints, { given: kept.certificates, own: [] }).bad).toEqual([])
})

test('a look is noted once a day, told with the unit of that day, and forgotten after the time kept', async () => {
  const subject = { kind: 'unit', id: cast.outsideUnit }
  await noteView(db, cast.an, subject, morning)
  await noteView(db, cast.an, subject, new Date(morning.getTime() + 3_600_000))
  await noteView(db, cast.dung, subject, new Date('2023-02-21T08:00:00+07:00'))
  expect(await viewsOf(db, cast.outsideUnit, cast.em.account)).toMatchObject([
    { name: 'Bùi Tiến Dũng', unit: null },
    { name: 'Lê Thị Thu An', unit: 'Hội LHPN tỉnh', at: morning },
  ])
  expect(await viewsOf(db, cast.outsideUnit, cast.an.account)).toHaveLength(1)
  await daily(new Date('2025-02-19T20:00:00+07:00'))
  expect(await viewsOf(db, cast.outsideUnit, cast.em.account)).toHaveLength(2)
  await daily(new Date('2025-02-20T20:00:00+07:00'))
  expect(await viewsOf(db, cast.outsideUnit, cast.em.account)).toHaveLength(1)
})

test('a checkpoint that someone put in beyond the end of the log does not keep the real ones back', async () => {
  const put = db
    .insertInto('audit_checkpoint')
    .columns(['number', 'hash', 'at', 'seal_id', 'line'])
    .expression((of) =>
      of
        .selectFrom('audit_checkpoint')
        .select([sql<number>`9000000`.as('number'), 'hash', 'at', 'seal_id', sql<string>`'GU1/'`.as('line')])
        .limit(1),
    )
  await put.execute()
  await write()
  await daily(new Date('2025-02-22T20:00:00+07:00'))
  const head = await db.selectFrom('audit_head').select('number').executeTakeFirstOrThrow()
  expect((await latestCheckpoint(db))?.number).toBe(head.number)
})

test('a line of words in the place of today’s checkpoint neither goes out nor keeps the real one back', async () => {
  await write()
  const forge = sql`insert into audit_checkpoint (number, hash, at, seal_id, line, mailed_on)
    select h.number, h.hash, now(), (select id from seal limit 1), 'GU1/nam_dinh/khong/co/gi/', date '2099-01-01'
    from audit_head h`
  await forge.execute(db)
  const before = (await mailsTo(cast.an.account)).length
  await daily(new Date('2023-03-05T20:00:00+07:00'))
  const mails = (await mailsTo(cast.an.account)).slice(before)
  expect(mails).toHaveLength(1)
  expect(mails[0]?.text).not.toContain('khong')
  await writeFile(join(folder, 'mail.txt'), mails[0]?.text ?? '')
  const mailed = await gatherCheckpoints([join(folder, 'mail.txt'), join(folder, 'nam_dinh.txt')])
  const { number } = await db.selectFrom('audit_head').select('number').executeTakeFirstOrThrow()
  const judged = judgeSeals(mailed.checkpoints, { given: mailed.certificates, own: [] })
  expect(judged.good.filter((one) => one.number === number)).toHaveLength(1)
  await daily(new Date('2023-03-06T20:00:00+07:00'))
  expect(await mailsTo(cast.an.account)).toHaveLength(before + 1)
})
