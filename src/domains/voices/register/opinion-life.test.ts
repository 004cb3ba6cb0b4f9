import { beforeAll, describe, expect, test } from 'vitest'
import { makeCast, morning, type Cast } from '../../../../test/cast.ts'
import { testDatabase } from '../../../../test/database.ts'
import { addDays } from '#platform/clock.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { rulesOf } from '#domains/calendar/reminders/queries.ts'
import { tellEscalations } from '#domains/calendar/reminders/tell-escalations.ts'
import { answersOf } from '../answers/queries.ts'
import { publishAnswer } from '../answers/publish-answer.ts'
import { writeAnswer } from '../answers/write-answer.ts'
import { opinionById } from '../queries.ts'
import { followedByCode, messagesOf, verdictsOf } from '../sending/queries.ts'
import { gatherWaiting } from '../sending/gather-waiting.ts'
import { sendOpinion } from '../sending/send-opinion.ts'
import { sendMessage, sendVerdict } from '../sending/send-follow-up.ts'
import {
  anonymousOpinion,
  codingOf,
  colleagueOf,
  heardOpinion,
  routedOpinion,
  sentOpinion,
  typedOpinion,
} from '../testing/opinions.ts'
import { acceptOpinion } from './accept-opinion.ts'
import { addOpinion } from './add-opinion.ts'
import { keepAnswerDays } from './keep-answer-days.ts'
import { keepCoding } from './keep-coding.ts'
import { mergeOpinion } from './merge-opinion.ts'
import { answerDue, findOpinions, routingOf, senderOf } from './queries.ts'
import { refuseOpinion } from './refuse-opinion.ts'
import { routeOpinion } from './route-opinion.ts'
import { undoMerge } from './undo-merge.ts'
import { writeMessage } from './write-message.ts'

let db: Db
let cast: Cast
/** A second person of the head's unit, and of the first member, which answers. */
let hanh: Actor
let binhs: Actor

beforeAll(async () => {
  db = (await testDatabase()).db
  cast = await makeCast(db)
  hanh = await colleagueOf(db, cast.an)
  binhs = await colleagueOf(db, cast.binh, 'Đinh Văn Khôi')
})

const openTasks = async (key: string) =>
  db
    .selectFrom('task')
    .select(['key', 'due_on'])
    .where('key', 'like', `${key}%`)
    .where('closed_at', 'is', null)
    .execute()

const draftOf = async (id: string) => (await answersOf(db, id)).find(({ state }) => state === 'draft')?.id ?? ''

async function answered(id: string, open = true): Promise<void> {
  await writeAnswer(db, cast.binh, { id, text: 'Cống đã được sửa.' }, morning)
  await publishAnswer(db, binhs, { id, draft: await draftOf(id), open }, morning)
}

describe('what an officer heard', () => {
  test('is taken by another person of the same unit, and by nobody twice', async () => {
    const id = await heardOpinion(db, cast, hanh)
    expect(await openTasks(`voices.moderate ${cast.blocYear} ${cast.headUnit}`)).toHaveLength(1)
    await expect(acceptOpinion(db, hanh, codingOf(id), morning)).rejects.toThrow('not-allowed')
    await expect(acceptOpinion(db, cast.binh, codingOf(id), morning)).rejects.toThrow('not-allowed')
    await expect(acceptOpinion(db, cast.em, codingOf(id), morning)).rejects.toThrow('not-allowed')
    const both = [acceptOpinion(db, cast.an, codingOf(id), morning), acceptOpinion(db, cast.an, codingOf(id), morning)]
    const outcomes = (await Promise.allSettled(both)).map(({ status }) => status)
    expect(outcomes.toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(await opinionById(db, id)).toMatchObject({ state: 'accepted', way: 'unnamed', entered_by: hanh.account })
    expect(await openTasks(`voices.moderate ${cast.blocYear} ${cast.headUnit}`)).toHaveLength(0)
    await expect(refuseOpinion(db, cast.an, { id, reason: 'Trùng' }, morning)).rejects.toThrow('voices.settled')
  })

  test('names a person only with consent, and stands once when it is sent twice', async () => {
    const unit = cast.headUnit
    const told = { place: '', group: 'nong-dan', contact: '', source: 'field' as const, text: 'Giá phân bón cao' }
    const entry = { id: crypto.randomUUID(), blocYear: cast.blocYear, unit, onDay: '2023-02-18', ...told }
    const named = { ...entry, name: 'Phạm Thị Lụa' }
    await expect(addOpinion(db, hanh, { ...named, consent: false }, morning)).rejects.toThrow('voices.noConsent')
    await expect(addOpinion(db, cast.chi, { ...entry, name: '', consent: false }, morning)).rejects.toThrow(
      'not-allowed',
    )
    await addOpinion(db, hanh, { ...named, consent: true }, morning)
    await addOpinion(db, hanh, { ...named, consent: true }, morning)
    expect(await senderOf(db, entry.id)).toMatchObject({ name: 'Phạm Thị Lụa', consent_on: '2023-02-18' })
    await expect(addOpinion(db, cast.an, { ...named, consent: true }, morning)).rejects.toThrow('voices.idTaken')
    const later = { ...entry, id: crypto.randomUUID(), name: '', consent: false, onDay: '2023-02-21' }
    await expect(addOpinion(db, hanh, later, morning)).rejects.toThrow('voices.dayInFuture')
  })
})

describe('routing', () => {
  test('asks a member until the day that the bloc decided, which stands among its tasks', async () => {
    const days = { blocYear: cast.blocYear, fromOn: '2023-02-20', days: 7, urgentDays: 3, basis: 'Quy chế khối' }
    await expect(keepAnswerDays(db, cast.binh, days, morning)).rejects.toThrow('not-allowed')
    await keepAnswerDays(db, cast.an, days, morning)
    await expect(keepAnswerDays(db, cast.an, days, morning)).rejects.toThrow('voices.daysKnown')
    expect(await answerDue(db, cast.bloc, 'urgent', '2023-02-20')).toMatchObject({ due_on: '2023-02-23', count: 3 })
    const id = await heardOpinion(db, cast, hanh)
    const route = { id, unit: cast.units[0] ?? '', note: '', dueOn: undefined }
    await expect(routeOpinion(db, cast.an, route, morning)).rejects.toThrow('voices.notRoutable')
    await acceptOpinion(db, cast.an, codingOf(id), morning)
    await expect(routeOpinion(db, cast.binh, route, morning)).rejects.toThrow('not-allowed')
    await expect(routeOpinion(db, cast.an, { ...route, unit: cast.outsideUnit }, morning)).rejects.toThrow(
      'voices.noReceiver',
    )
    await expect(routeOpinion(db, cast.an, { ...route, dueOn: '2023-02-01' }, morning)).rejects.toThrow(
      'voices.dueInPast',
    )
    await routeOpinion(db, cast.an, route, morning)
    expect(await routingOf(db, id)).toMatchObject({ due_on: '2023-03-01', due_basis: 'Quy chế khối' })
    expect(await openTasks(`voices.answer ${id}`)).toMatchObject([{ due_on: '2023-03-01' }])
  })

  test('what is late is told to the unit’s leader by the tenant’s rules', async () => {
    const id = await routedOpinion(db, cast)
    const late = new Date(`${addDays('2023-03-06', 20)}T08:00:00+07:00`)
    await tellEscalations(db, late, await rulesOf(db))
    const told = await db
      .selectFrom('task_escalation')
      .innerJoin('task', 'task.id', 'task_escalation.task_id')
      .select('step')
      .where('task.key', '=', `voices.answer ${id}`)
      .execute()
    expect(told.map(({ step }) => step)).toContain('leader')
  })
})

describe('an answer', () => {
  test('is drafted by the unit that was asked and published by another person than its writers', async () => {
    const id = await routedOpinion(db, cast)
    await expect(writeAnswer(db, cast.an, { id, text: 'Đã sửa.' }, morning)).rejects.toThrow('not-allowed')
    await writeAnswer(db, cast.binh, { id, text: 'Cống đang sửa.' }, morning)
    const first = await draftOf(id)
    await expect(publishAnswer(db, cast.binh, { id, draft: first, open: true }, morning)).rejects.toThrow('not-allowed')
    await writeAnswer(db, binhs, { id, text: 'Cống đã được sửa.' }, morning)
    const second = await draftOf(id)
    // Both wrote at it by now.
    await expect(publishAnswer(db, cast.binh, { id, draft: second, open: true }, morning)).rejects.toThrow(
      'not-allowed',
    )
    const third = await colleagueOf(db, cast.binh, 'Lương Thị Mận')
    await expect(publishAnswer(db, third, { id, draft: first, open: true }, morning)).rejects.toThrow(
      'voices.newerDraft',
    )
    const publish = () => publishAnswer(db, third, { id, draft: second, open: true }, morning)
    const outcomes = (await Promise.allSettled([publish(), publish()])).map(({ status }) => status)
    expect(outcomes.toSorted()).toEqual(['fulfilled', 'rejected'])
    const opinion = await opinionById(db, id)
    expect(opinion).toMatchObject({ state: 'answered', is_public: true, answered_on: '2023-02-20' })
    expect(opinion.slug).toMatch(/^sua-cong-thoat-nuoc-duong-lien-thon-[0-9a-z]{6}$/)
    expect(await openTasks(`voices.answer ${id}`)).toHaveLength(0)
  })

  test('that solved nothing opens the opinion once more, by the code of who sent it', async () => {
    const { id, code } = await anonymousOpinion(db, cast, 'Hồ chứa bị ô nhiễm, cá chết nhiều')
    await acceptOpinion(db, cast.an, codingOf(id), morning)
    await routeOpinion(db, cast.an, { id, unit: cast.units[0] ?? '', note: '', dueOn: '2023-02-27' }, morning)
    await expect(sendVerdict(db, { code, solved: true, reason: '' }, morning)).rejects.toThrow('voices.notAnsweredYet')
    await answered(id)
    await expect(sendVerdict(db, { code, solved: false, reason: '' }, morning)).rejects.toThrow('voices.reasonMissing')
    await sendVerdict(db, { code, solved: false, reason: 'Cống vẫn tắc' }, morning)
    expect(await opinionById(db, id)).toMatchObject({ state: 'answered' })
    await gatherWaiting(db, morning)
    expect(await opinionById(db, id)).toMatchObject({ state: 'routed', reopened_on: '2023-02-20' })
    expect(await openTasks(`voices.answer ${id}`)).toMatchObject([{ due_on: '2023-02-27' }])
    await answered(id)
    await sendVerdict(db, { code, solved: false, reason: 'Vẫn tắc' }, morning)
    await gatherWaiting(db, morning)
    expect(await opinionById(db, id)).toMatchObject({ state: 'closed', closed_on: '2023-02-20' })
    expect(await verdictsOf(db, id)).toHaveLength(2)
    await expect(sendMessage(db, { code, text: 'Nữa' }, morning)).rejects.toThrow('voices.isOver')
  })
})

test('many alike are answered by one, and each sender sees that answer', async () => {
  const lead = await routedOpinion(db, cast, 'Cống tắc')
  const { id, code } = await anonymousOpinion(db, cast, 'Cống thôn Đông cũng tắc')
  await expect(mergeOpinion(db, cast.an, { id, lead }, morning)).rejects.toThrow('voices.notMergeable')
  await acceptOpinion(db, cast.an, codingOf(id), morning)
  await expect(mergeOpinion(db, cast.binh, { id, lead }, morning)).rejects.toThrow('not-allowed')
  await expect(mergeOpinion(db, cast.an, { id, lead: id }, morning)).rejects.toThrow('voices.notLeading')
  const crosswise = [
    mergeOpinion(db, cast.an, { id, lead }, morning),
    mergeOpinion(db, cast.an, { id: lead, lead: id }, morning),
  ]
  expect((await Promise.allSettled(crosswise)).filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const merged = (await opinionById(db, id)).state === 'merged' ? id : lead
  await undoMerge(db, cast.an, { id: merged }, morning)
  await expect(undoMerge(db, cast.an, { id: merged }, morning)).rejects.toThrow('voices.notMerged')
  if (merged === lead) {
    await routeOpinion(db, cast.an, { id: lead, unit: cast.units[0] ?? '', note: '', dueOn: '2023-03-06' }, morning)
  }
  await mergeOpinion(db, cast.an, { id, lead }, morning)
  await answered(lead)
  const followed = await followedByCode(db, code)
  expect(followed).toMatchObject({ kind: 'opinion', standing: { id: lead, state: 'answered' } })
})

test('a confidential sender writes with the receiving unit, whose others see neither name nor letters', async () => {
  const code = await sentOpinion(db, cast, 'Lương chậm ba tháng liền ở xưởng may', 'confidential')
  const followed = await followedByCode(db, code)
  if (followed?.kind !== 'opinion') throw new Error('it stands at once')
  const { id } = followed.opinion
  await sendMessage(db, { code, text: 'Xưởng ở khu công nghiệp' }, morning)
  await expect(writeMessage(db, cast.binh, { id, text: 'Xưởng nào?' }, morning)).rejects.toThrow('not-allowed')
  await writeMessage(db, hanh, { id, text: 'Xưởng nào?' }, morning)
  expect((await messagesOf(db, id)).map(({ is_from_sender }) => is_from_sender)).toEqual([true, false])
  const filter = { blocYear: cast.blocYear, text: '', state: '', topic: '', unit: '', concern: '' } as const
  const seenBy = async (actor: Actor) =>
    (
      await findOpinions(
        db,
        { ...filter, lateOn: undefined, page: 1, size: 500 },
        actor.units.map(({ unit }) => unit),
      )
    ).some((row) => row.id === id)
  expect([await seenBy(cast.an), await seenBy(cast.binh)]).toEqual([true, false])
  await expect(refuseOpinion(db, cast.binh, { id, reason: 'Trùng' }, morning)).rejects.toThrow('not-allowed')
  await refuseOpinion(db, cast.an, { id, reason: 'Ngoài phạm vi của khối' }, morning)
  expect(await opinionById(db, id)).toMatchObject({ state: 'refused', refusal_reason: 'Ngoài phạm vi của khối' })
  const nameless = { ...typedOpinion('Chữ', 'named'), name: '', bloc: cast.bloc, pictures: [] }
  await expect(sendOpinion(db, nameless, morning)).rejects.toThrow('voices.nameMissing')
})

test('coding is kept over the version that was read', async () => {
  const id = await routedOpinion(db, cast)
  const { version } = await opinionById(db, id)
  await expect(keepCoding(db, cast.binh, codingOf(id, { version }), morning)).rejects.toThrow('not-allowed')
  await keepCoding(db, cast.an, codingOf(id, { version, title: 'Sửa cống' }), morning)
  await expect(keepCoding(db, cast.an, codingOf(id, { version }), morning)).rejects.toThrow('voices.changedMeanwhile')
  expect(await opinionById(db, id)).toMatchObject({ title: 'Sửa cống', version: version + 1 })
})
