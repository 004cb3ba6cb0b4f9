import { expect, test } from 'vitest'
import { makeCast, morning } from '../../../../test/cast.ts'
import { testDatabase } from '../../../../test/database.ts'
import { freezePieces, memoryFiles, testRenderer } from '../../../../test/signing.ts'
import { openTestWeb } from '../../../../test/web.ts'
import { answerCorrection } from '../corrections/answer-correction.ts'
import { requestCorrection } from '../corrections/request-correction.ts'
import { sendMinutes } from '../corrections/send-minutes.ts'
import { addPassage } from './add-passage.ts'
import { isEdited, isOutdated, textOf } from './minutes.ts'
import { minutesPaths } from './paths.ts'
import { assentsOf, draftsOf, minutesById, minutesOf, passagesOfMinutes } from './queries.ts'
import { renewPassages } from './renew-passages.ts'
import { minutesRoutes } from './routes.tsx'
import { startMinutes } from './start-minutes.ts'
import { assentAll, holdConference, sentMinutes } from './testing/minutes.ts'
import { writePassage } from './write-passage.ts'

async function held(state: 'opened' | 'closed' = 'closed') {
  const { db } = await testDatabase()
  const cast = await makeCast(db)
  const [binh, secretary, other] = cast.leaders
  if (!binh || !secretary || !other) throw new Error('the cast has six leaders')
  const { conference } = await holdConference(db, cast, { chair: cast.an, secretary, state })
  const passageOf = async (minutes: string, key: string) => {
    const passage = (await passagesOfMinutes(db, minutes)).find((one) => one.key.startsWith(key))
    if (passage === undefined) throw new Error(`no passage ${key}`)
    return passage
  }
  return { db, cast, binh, secretary, other, conference, passageOf }
}

test('minutes begin once, by who keeps the conference; what the secretary wrote stays when the rule writes again', async () => {
  const { db, binh, secretary, conference, passageOf } = await held()
  const start = (actor = secretary) => startMinutes(db, actor, { conference, copies: 7 }, { now: morning })
  await expect(start(binh)).rejects.toMatchObject({ name: 'Forbidden' })
  const begun = await Promise.allSettled([start(), start()])
  const [minutes = ''] = begun.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
  expect(begun.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)

  const opening = await passageOf(minutes, 'opening')
  const written = {
    minutes,
    passage: opening.id,
    deed: 'write',
    text: 'Chiều nay khối họp.',
    before: textOf(opening),
  } as const
  await expect(writePassage(db, binh, written, morning)).rejects.toMatchObject({ name: 'Forbidden' })
  await writePassage(db, secretary, written, morning)
  await expect(writePassage(db, secretary, written, morning)).rejects.toMatchObject({ key: 'minutes.changedMeanwhile' })
  await addPassage(db, secretary, { minutes, section: 'tasks', title: '', text: 'Thư ký gửi tài liệu.' }, morning)
  await db.updateTable('conference').set({ starts_at: '15:00' }).where('id', '=', conference).execute()
  await expect(sendMinutes(db, secretary, { minutes, respondBy: '2023-02-28' }, morning)).rejects.toMatchObject({
    key: 'minutes.recordChanged',
  })
  await renewPassages(db, secretary, { minutes }, morning)
  const after = await passageOf(minutes, 'opening')
  expect([textOf(after), after.generated.includes('15 giờ 00 phút'), isEdited(after), isOutdated(after)]).toEqual([
    'Chiều nay khối họp.',
    true,
    true,
    true,
  ])
  expect((await passageOf(minutes, 'hand')).written).toBe('Thư ký gửi tài liệu.')
  const back = { ...written, deed: 'restore', text: 'x', before: 'Chiều nay khối họp.' } as const
  await writePassage(db, secretary, back, morning)
  expect(textOf(await passageOf(minutes, 'opening'))).toBe(after.generated)
})

test('minutes may be begun in the hall, and go to the members only when the conference is closed', async () => {
  const { db, secretary, conference } = await held('opened')
  const minutes = await startMinutes(db, secretary, { conference, copies: 7 }, { now: morning })
  const send = { minutes, respondBy: '2023-02-28' }
  await expect(sendMinutes(db, secretary, send, morning)).rejects.toMatchObject({ key: 'minutes.conferenceOpen' })
  const late = sendMinutes(db, secretary, { minutes, respondBy: '2023-02-19' }, morning)
  await expect(late).rejects.toMatchObject({ key: 'minutes.dayIsPast' })
})

test('a correction taken over makes the next draft, which every unit reads again; nobody answers their own, and none comes late', async () => {
  const { db, cast, binh, secretary, other, conference, passageOf } = await held()
  const minutes = await sentMinutes(db, secretary, conference)
  const opening = await passageOf(minutes, 'opening')
  const asked = { minutes, passage: opening.id, unit: binh.actingUnit ?? '', said: 'Sai giờ', wanted: '' }
  await expect(requestCorrection(db, cast.chi, asked, morning)).rejects.toMatchObject({ name: 'Forbidden' })
  await expect(requestCorrection(db, other, asked, morning)).rejects.toMatchObject({ name: 'Forbidden' })
  const late = requestCorrection(db, binh, asked, new Date('2023-03-01T00:00:00+07:00'))
  await expect(late).rejects.toMatchObject({ key: 'minutes.windowOver' })
  const inTime = new Date('2023-02-28T23:59:00+07:00')
  const correction = await requestCorrection(db, binh, asked, inTime)
  await assentAll(db, cast, minutes)
  const own = await requestCorrection(db, secretary, { ...asked, unit: secretary.actingUnit ?? '' }, morning)
  const accept = { minutes, correction, verdict: 'accepted', text: 'Vào hồi 14 giờ 15 phút.', answer: '' } as const
  await expect(answerCorrection(db, secretary, { ...accept, correction: own }, morning)).rejects.toMatchObject({
    name: 'Forbidden',
  })
  await expect(answerCorrection(db, binh, accept, morning)).rejects.toMatchObject({ name: 'Forbidden' })
  const both = await Promise.allSettled([
    answerCorrection(db, secretary, accept, morning),
    answerCorrection(db, cast.an, accept, morning),
  ])
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(textOf(await passageOf(minutes, 'opening'))).toBe(accept.text)
  expect((await draftsOf(db, minutes)).map(({ number, reason }) => [number, reason])).toEqual([
    [2, 'Sai giờ'],
    [1, ''],
  ])
  const sent = await minutesById(db, minutes)
  expect((await assentsOf(db, sent)).filter(({ hasAssented }) => hasAssented)).toEqual([])
})

test('the pages lead from the draft to a correction, and say what is wrong beside what was typed', async () => {
  const { db, cast, binh, secretary, conference, passageOf } = await held()
  const pieces = { ...freezePieces(memoryFiles()), renderer: testRenderer() }
  const web = openTestWeb(db, minutesRoutes(pieces))
  const at = [cast.blocSlug, '2023', conference] as const
  const here = minutesPaths.one(...at)
  expect((await web.as(binh).get(here)).text).not.toContain('Soạn dự thảo')
  expect((await web.as(secretary).get(here)).text).toContain('Soạn dự thảo')
  expect((await web.as(secretary).post(here, { copies: '7' })).location).toBe(here)
  expect((await web.as(secretary).post(minutesPaths.sending(...at), { respondBy: '19/02/2023' })).text).toContain(
    'Hạn góp ý không được trước hôm nay.',
  )
  await web.as(secretary).post(minutesPaths.sending(...at), { respondBy: '28/02/2023' })
  const [newest] = await minutesOf(db, conference)
  const passage = (await passageOf(newest?.id ?? '', 'opening')).id
  const correct = minutesPaths.correct(...at, passage)
  expect((await web.as(binh).get(here)).text).toContain(correct)
  const wrong = await web.as(binh).post(correct, { said: ' ', wanted: 'Viết thế này' })
  expect([wrong.status, wrong.text.includes('Viết thế này')]).toEqual([422, true])
  expect((await web.as(binh).post(correct, { said: 'Sai giờ' })).location).toBe(here)
  const shown = await web.as(secretary).get(here)
  expect(shown.text).toContain('Còn góp ý chưa trả lời.')
  expect((await web.as(cast.chi).get(here)).status).toBe(403)
})
