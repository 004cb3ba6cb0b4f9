import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { textOf } from '#capabilities/documents/pdf.fixture.ts'
import { latestRevision } from '#capabilities/signatures/keeping/documents.ts'
import { makeCast, morning } from '../../../../test/cast.ts'
import { testDatabase } from '../../../../test/database.ts'
import { giveMandates, makeTestSigner, memoryFiles } from '../../../../test/signing.ts'
import { answerCorrection } from '../corrections/answer-correction.ts'
import { requestCorrection } from '../corrections/request-correction.ts'
import { minutesById, minutesOf, passagesOfMinutes, signersOfMinutes } from '../minutes/queries.ts'
import { assentAll, fixMinutes, holdConference, sentMinutes, signMinutes } from '../minutes/testing/minutes.ts'
import { refuseMinutes } from './refuse-minutes.ts'
import { withdrawMinutes } from './withdraw-minutes.ts'

const folder = mkdtempSync(join(tmpdir(), 'giao-uoc-minutes-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Chaired by the head's leader; its secretary is the leader of the second member. */
async function sent() {
  const { db } = await testDatabase()
  const cast = await makeCast(db)
  const leaders = await giveMandates(db, cast)
  const [binh, secretary, other, chair] = leaders
  if (!binh || !secretary || !other || !chair) throw new Error('the cast has six leaders')
  const { conference } = await holdConference(db, cast, { chair, secretary })
  const minutes = await sentMinutes(db, secretary, conference)
  const [first] = await passagesOfMinutes(db, minutes)
  const files = memoryFiles()
  const asked = { minutes, passage: first?.id ?? '', unit: binh.actingUnit ?? '', said: 'Sai giờ khai mạc', wanted: '' }
  return { db, cast, binh, secretary, other, chair, conference, minutes, files, asked }
}

async function fixed() {
  const world = await sent()
  await assentAll(world.db, world.cast, world.minutes)
  await fixMinutes(world.db, world.secretary, world.minutes, world.files)
  return world
}

test('minutes are not fixed while a correction is open, nor before the last day unless every unit has agreed', async () => {
  const { db, cast, binh, chair, secretary, minutes, files, asked } = await sent()
  await expect(fixMinutes(db, binh, minutes, files)).rejects.toMatchObject({ name: 'Forbidden' })
  await expect(fixMinutes(db, secretary, minutes, files)).rejects.toMatchObject({ key: 'minutes.notReady' })
  await assentAll(db, cast, minutes)
  const correction = await requestCorrection(db, binh, asked, morning)
  await expect(fixMinutes(db, secretary, minutes, files)).rejects.toMatchObject({ key: 'minutes.correctionsOpen' })
  await expect(withdrawMinutes(db, secretary, { minutes, reason: 'Sửa' }, morning)).rejects.toMatchObject({
    key: 'minutes.correctionsOpen',
  })
  const answer = { minutes, correction, verdict: 'refused', text: '', answer: 'Đúng như giấy mời' } as const
  await answerCorrection(db, chair, answer, morning)
  await fixMinutes(db, secretary, minutes, files)
  expect((await minutesById(db, minutes)).state).toBe('frozen')
  await expect(requestCorrection(db, binh, asked, morning)).rejects.toMatchObject({ key: 'minutes.not_correct' })
})

test('of a correction and a fixing at the same moment only one succeeds, and never are both true', async () => {
  const { db, cast, binh, secretary, minutes, files, asked } = await sent()
  await assentAll(db, cast, minutes)
  const [correction, freezing] = await Promise.allSettled([
    requestCorrection(db, binh, asked, morning),
    fixMinutes(db, secretary, minutes, files),
  ])
  expect([correction.status, freezing.status].toSorted()).toEqual(['fulfilled', 'rejected'])
  const { state } = await minutesById(db, minutes)
  expect(state).toBe(correction.status === 'fulfilled' ? 'sent' : 'frozen')
})

test('chair and secretary sign, nobody else and nobody twice; pdfsig calls both valid, and the text is printed with its hash', async () => {
  const { db, binh, secretary, chair, minutes, files } = await fixed()
  const signing = { minutes, files }
  await expect(signMinutes(db, binh, await makeTestSigner(db, binh), signing)).rejects.toMatchObject({
    name: 'Forbidden',
  })
  const tired = { ...chair, steppedUpAt: null }
  const key = await makeTestSigner(db, chair)
  await expect(signMinutes(db, tired, key, signing)).rejects.toMatchObject({ name: 'Forbidden' })
  await signMinutes(db, chair, key, signing)
  await expect(signMinutes(db, chair, key, signing)).rejects.toMatchObject({ key: 'minutes.alreadyDecided' })
  await signMinutes(db, secretary, await makeTestSigner(db, secretary), signing)
  const closed = await minutesById(db, minutes)
  expect(closed.state).toBe('closed')
  const pdf = await files.get((await latestRevision(db, closed.document_id ?? '')).sha256)
  const path = join(folder, 'bien-ban.pdf')
  writeFileSync(path, pdf)
  const told = execFileSync('pdfsig', ['-nocert', path], { encoding: 'utf8' })
  expect(told.match(/Signature is Valid/g)).toHaveLength(2)
  expect(textOf(pdf).replaceAll(/\s/g, '')).toContain(closed.text_sha256)
  await expect(withdrawMinutes(db, secretary, { minutes, reason: 'Sửa' }, morning)).rejects.toMatchObject({
    key: 'minutes.not_withdraw',
  })
})

test('who does not sign says why: the next version goes on with the words, and the signature that was given is kept as void', async () => {
  const { db, binh, chair, secretary, conference, minutes, files } = await fixed()
  await signMinutes(db, chair, await makeTestSigner(db, chair), { minutes, files })
  const input = { minutes, reason: 'Thiếu ý kiến của Tỉnh Đoàn' }
  await expect(refuseMinutes(db, binh, input, morning)).rejects.toMatchObject({ name: 'Forbidden' })
  await refuseMinutes(db, secretary, input, morning)
  const versions = await minutesOf(db, conference)
  expect(versions).toMatchObject([
    { state: 'drafting', version: 2 },
    { state: 'void', void_reason: input.reason },
  ])
  const [next = '', refused = ''] = versions.map(({ id, document_id }) => document_id ?? id)
  expect((await signersOfMinutes(db, minutes)).map(({ role, state }) => [role, state])).toEqual([
    ['secretary', 'refused'],
    ['chair', 'void'],
  ])
  expect((await latestRevision(db, refused)).number).toBe(1)
  expect(await passagesOfMinutes(db, next)).toHaveLength((await passagesOfMinutes(db, minutes)).length)
  const tasks = await db
    .selectFrom('task')
    .select('kind')
    .where('account_id', '=', secretary.account)
    .where('closed_at', 'is', null)
    .execute()
  expect(tasks).toEqual([{ kind: 'minutes.returned' }])
})
