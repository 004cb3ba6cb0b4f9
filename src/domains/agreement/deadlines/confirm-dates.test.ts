import { beforeEach, expect, test } from 'vitest'
import { makeCast, morning, type Cast } from '../../../../test/cast.ts'
import { testDatabase } from '../../../../test/database.ts'
import { deadlinesOf } from '#domains/calendar/deadlines/queries.ts'
import { tasksOf } from '#domains/calendar/queries.ts'
import type { Db } from '#platform/database/database.ts'
import { newCode, newId } from '#platform/id.ts'
import { startDraft } from '../drafting/start-draft.ts'
import { clausesOfAgreement, agreementById } from '../queries.ts'
import { confirmDates, confirmDatesInput } from './confirm-dates.ts'
import { keepSigningDays } from './keep-signing-days.ts'
import { tellDates } from './tell-dates.ts'

let db: Db
let cast: Cast
let agreement: string
let clause: string

const head = { title: 'Giao ước', theme: '', place: 'Nam Định', witness: '', copies: null }
const organisation = { section: 'organisation' as const, text: 'Gửi báo cáo năm trước ngày 15/11; họp mặt ngày 20/12.' }

beforeEach(async () => {
  ;({ db } = await testDatabase())
  cast = await makeCast(db)
  const days = { signing_on: '2023-02-23', sign_by: '2023-02-28' }
  const beginning = { head: { ...head, ...days }, clauses: [organisation] }
  agreement = await startDraft(db, cast.an, { blocYear: cast.blocYear, origin: 'template', beginning }, morning)
  clause = (await clausesOfAgreement(db, agreement))[0]?.id ?? ''
})

/** As far as the state goes; signing itself is tried elsewhere. */
async function bringTo(state: 'frozen' | 'signed' | 'void') {
  const document = newId()
  const row = { id: document, code: newCode(12), title: 'Giao ước', text_sha256: '', fields: '[]', created_at: morning }
  await db.insertInto('signed_document').values(row).execute()
  const fixed = { canonical_text: '{}', text_sha256: 'x', document_id: document }
  const moments = {
    signed_at: state === 'signed' ? morning : null,
    ...(state === 'void' && { void_reason: 'Soạn lại' }),
  }
  await db
    .updateTable('agreement')
    .set({ state, ...moments, ...fixed })
    .where('id', '=', agreement)
    .execute()
}

const of = (at: number, more: object = {}) =>
  confirmDatesInput.parse({
    agreement,
    clause,
    at,
    reading: 'before',
    title: 'Báo cáo năm',
    audience: 'members',
    ...more,
  })

const calendar = async () =>
  (await deadlinesOf(db, [cast.blocYear])).filter(
    ({ cancelled_at, naming }) => cancelled_at === null && naming !== 'road',
  )
const places = () => [organisation.text.indexOf('trước ngày'), organisation.text.indexOf('ngày 20/12')] as const

test('a date of a signed text enters the calendar when the head says what it means, once, and the task closes with the last', async () => {
  const [first, second] = places()
  await expect(confirmDates(db, cast.an, of(first), morning)).rejects.toMatchObject({ key: 'agreementDates.notSigned' })
  await bringTo('signed')
  await db.transaction().execute(async (tx) => tellDates(tx, await agreementById(tx, agreement), morning))
  const waits = async () => (await tasksOf(db, cast.an)).find(({ kind }) => kind === 'agreement.dates')?.facts['count']
  expect(await waits()).toBe(2)
  for (const other of [cast.binh, cast.chi, cast.dung, cast.em])
    await expect(confirmDates(db, other, of(first), morning)).rejects.toThrow('not-allowed')
  const both = await Promise.allSettled([
    confirmDates(db, cast.an, of(first, { asksTask: 'on' }), morning),
    confirmDates(db, cast.an, of(first, { asksTask: 'on' }), morning),
  ])
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect((await calendar()).map(({ facts, ends_on, asks_task }) => [facts['title'], ends_on, asks_task])).toEqual([
    ['Báo cáo năm', '2023-11-14', true],
  ])
  expect(await waits()).toBe(1)
  await confirmDates(db, cast.an, of(second, { reading: 'none' }), morning)
  expect([await waits(), (await calendar()).length]).toEqual([undefined, 1])
  await expect(confirmDates(db, cast.an, of(second), morning)).rejects.toMatchObject({ key: 'agreementDates.decided' })
})

test('the days of signing stand in the calendar as long as the text is fixed, and move with it', async () => {
  const keep = () => db.transaction().execute((tx) => keepSigningDays(tx, agreement, morning))
  const days = async () => (await calendar()).map(({ naming, ends_on }) => [naming, ends_on])
  await keep()
  expect(await days()).toEqual([])
  await bringTo('frozen')
  await keep()
  expect(await days()).toEqual([
    ['agreement.signing', '2023-02-23'],
    ['agreement.signBy', '2023-02-28'],
  ])
  await db.updateTable('agreement').set({ sign_by: '2023-03-10' }).where('id', '=', agreement).execute()
  await keep()
  expect((await days())[1]).toEqual(['agreement.signBy', '2023-03-10'])
  await bringTo('void')
  await keep()
  expect(await days()).toEqual([])
})
