import { expect, test } from 'vitest'
import { makeCast, morning } from '../../../test/cast.ts'
import { testDatabase } from '../../../test/database.ts'
import { addSpeaker } from './hall/add-speaker.ts'
import { countVote, countVoteInput } from './hall/count-vote.ts'
import { finishSpeaker } from './hall/finish-speaker.ts'
import { finishTask } from './hall/finish-task.ts'
import { giveTask } from './hall/give-task.ts'
import { recordDecision } from './hall/record-decision.ts'
import { removeDecision } from './hall/remove-decision.ts'
import { switchItem } from './hall/switch-item.ts'
import { moveItem } from './agenda/move-item.ts'
import { removeItem } from './agenda/remove-item.ts'
import { addPaper } from './agenda/add-paper.ts'
import { markRoll, type Tick } from './attendance/mark-roll.ts'
import { rollHistoryOf, rollOf } from './attendance/queries.ts'
import { recordArrival, recordArrivalInHall } from './attendance/record-arrival.ts'
import { cancelConference } from './cancel-conference.ts'
import { changeConference } from './change-conference.ts'
import { closeConference } from './close-conference.ts'
import { addInvitee, addInviteeInput } from './invitations/add-invitee.ts'
import { answerByCode, answerInvitation } from './invitations/answer-invitation.ts'
import { askInWriting } from './invitations/ask-in-writing.ts'
import { arrivalCode, invitationCode } from './invitations/invitation-code.ts'
import { issueInvitations } from './invitations/issue-invitations.ts'
import { openConference } from './open-conference.ts'
import { planConference, planConferenceInput } from './plan-conference.ts'
import { conferenceById, decisionsOf, itemsOf, speakersOf, tasksOf, votesOf } from './queries.ts'

const env = { now: morning, site: 'http://namdinh.test', secretKey: 'khóa thử' }

async function stage() {
  const { db } = await testDatabase()
  const cast = await makeCast(db)
  const [secretary = cast.binh] = cast.leaders
  const typed = {
    blocYear: cast.blocYear,
    pattern: 'signing',
    title: 'Hội nghị ký giao ước',
    heldOn: '20/02/2023',
    startsAt: '14 giờ 00',
    place: 'Hội trường',
    chair: cast.an.account,
    secretary: secretary.account,
    quorumShare: '2/3',
    quorumSource: 'Quy chế, điều 7',
  }
  const plan = (more: object = {}, actor = cast.an) =>
    planConference(db, actor, planConferenceInput.parse({ ...typed, ...more }), morning)
  const invite = async (more: object = {}) => {
    const conference = await plan(more)
    await issueInvitations(db, cast.an, { conference }, env)
    return conference
  }
  return { db, cast, secretary, typed, plan, invite }
}

const ticksFor = (roll: Awaited<ReturnType<typeof rollOf>>, state: Tick['state'], more: Partial<Tick> = {}): Tick[] =>
  roll.map(({ id, attendance_version: edition }) => ({
    invitee: id,
    state,
    proxyName: '',
    proxyMandate: '',
    edition,
    ...more,
  }))

test('a conference is planned from a pattern with its agenda, its papers and the leaders of all members', async () => {
  const { db, cast, plan } = await stage()
  const id = await plan()
  const items = await itemsOf(db, id)
  expect(items.map(({ shows }) => shows)).toContain('signatures')
  expect(items.flatMap(({ papers }) => papers.map(({ path }) => path))).toContain(
    `/khoi/${cast.blocSlug}/2023/giao-uoc`,
  )
  const roll = await rollOf(db, id)
  expect(roll.map(({ name, has_vote: vote }) => [name, vote])).toEqual(cast.leaders.map(({ name }) => [name, true]))
  expect(await conferenceById(db, id)).toMatchObject({
    state: 'draft',
    starts_at: '14:00:00',
    chair_name: cast.an.name,
  })
  for (const other of [cast.binh, cast.chi, cast.dung]) await expect(plan({}, other)).rejects.toThrow('not-allowed')
  await expect(plan({ endsAt: '13:00' })).rejects.toThrow('conferences.endsBeforeStart')
  await expect(plan({ heldOn: '20/02/2025' })).rejects.toThrow('conferences.outsideYear')
  await expect(plan({ secretary: cast.an.account })).rejects.toThrow('conferences.chairIsSecretary')
  await expect(plan({ chair: cast.chi.account })).rejects.toThrow('conferences.notOfBloc')
  await expect(plan({ quorumSource: '' })).rejects.toThrow('conferences.shareWithoutSource')
})

test('items are moved and removed, and a paper is a page of the bloc alone', async () => {
  const { db, cast, secretary, plan } = await stage()
  const conference = await plan()
  const [first, second] = await itemsOf(db, conference)
  if (!first || !second) throw new Error('the pattern has items')
  const move = { conference, item: first.id, way: 'down' as const }
  await Promise.all([moveItem(db, cast.an, move, morning), moveItem(db, secretary, { ...move, way: 'up' }, morning)])
  await moveItem(db, cast.an, { ...move, item: second.id, way: 'up' }, morning)
  await removeItem(db, cast.an, { conference, item: first.id }, morning)
  expect((await itemsOf(db, conference)).map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  const paper = (address: string) =>
    addPaper(db, cast.an, { conference, item: second.id, title: 'Báo cáo', address }, env)
  await expect(paper('https://example.vn/khoi/x')).rejects.toThrow('conferences.paperElsewhere')
  await expect(paper('/khoi/khac/2023')).rejects.toThrow('conferences.paperElsewhere')
  await paper(`http://namdinh.test/khoi/${cast.blocSlug}/2023/chi-tieu?x=1`)
  await expect(removeItem(db, cast.chi, { conference, item: second.id }, morning)).rejects.toThrow('not-allowed')
})

test('invitations leave once, with an entry that a change updates and a cancelling cancels', async () => {
  const { db, cast, typed, plan } = await stage()
  const conference = await plan()
  await addInvitee(db, cast.an, addInviteeInput.parse({ conference, name: 'Khách mời', email: 'k@x.vn' }), morning)
  const invite = () => issueInvitations(db, cast.an, { conference }, env)
  const both = await Promise.allSettled([invite(), invite()])
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  const input = { ...planConferenceInput.parse({ ...typed, place: 'Nhà văn hóa' }), conference }
  await expect(changeConference(db, cast.an, { ...input, version: 1 }, env)).rejects.toMatchObject({ name: 'Conflict' })
  await changeConference(db, cast.an, { ...input, version: 2 }, env)
  await cancelConference(db, cast.an, { conference, reason: 'Bão' }, env)
  await expect(cancelConference(db, cast.an, { conference, reason: 'Bão' }, env)).rejects.toThrow(
    'conferences.not_cancel',
  )
  const ids = (await rollOf(db, conference)).map(({ id }) => id)
  const mails = await db
    .selectFrom('mail')
    .select(['message_key', 'subject'])
    .where('kind', '=', 'conference')
    .execute()
  const ours = mails.filter(({ message_key: key }) => ids.some((id) => key.includes(id)))
  expect(new Set(ours.map(({ subject }) => subject.split(':')[0]))).toEqual(
    new Set(['Giấy mời', 'Giấy mời thay đổi', 'Hủy']),
  )
  expect(ours).toHaveLength(3 * 7)
  expect(await conferenceById(db, conference)).toMatchObject({ state: 'cancelled', sequence: 2 })
})

test('an invitation is answered by its link or by the own unit, and a vote is lent only with a mandate', async () => {
  const { db, cast, invite } = await stage()
  const conference = await invite()
  const [first, second] = await rollOf(db, conference)
  if (!first || !second) throw new Error('six are on the list')
  const said = { answer: 'accepted' as const, note: '', proxyName: '', proxyPost: '', proxyMandate: '' }
  const code = invitationCode({ id: first.id, edition: 1 }, env.secretKey)
  await answerByCode(db, { ...said, code }, morning)
  await expect(answerByCode(db, { ...said, code: `${code}x` }, morning)).rejects.toMatchObject({ name: 'NotFound' })
  const proxy = { ...said, answer: 'proxy' as const, proxyName: 'Trần Thị Hoa' }
  await expect(answerByCode(db, { ...proxy, code }, morning)).rejects.toThrow('conferences.proxyNoMandate')
  const unit = cast.leaders[1] ?? cast.chi
  const mine = { conference, invitee: second.id }
  await answerInvitation(db, unit, { ...proxy, ...mine, proxyMandate: 'Số 12/GUQ' }, morning)
  await expect(answerInvitation(db, cast.binh, { ...said, ...mine }, morning)).resolves.toBeUndefined()
  await expect(answerInvitation(db, cast.chi, { ...said, ...mine }, morning)).rejects.toThrow('not-allowed')
  const replies = (await rollOf(db, conference)).slice(0, 2).map(({ reply }) => reply?.answer)
  expect(replies).toEqual(['accepted', 'accepted'])
})

test('a proxy counts once and needs a mandate; the roll keeps every tick and takes an old one never', async () => {
  const { db, cast, secretary, invite } = await stage()
  const conference = await invite()
  const roll = await rollOf(db, conference)
  const mark = (ticks: Tick[], actor = secretary) => markRoll(db, actor, { conference, ticks }, morning)
  const [first, second, third] = ticksFor(roll, 'proxy', { proxyName: 'Trần  Thị Hoa', proxyMandate: 'Số 12/GUQ' })
  if (!first || !second || !third) throw new Error('six are on the list')
  await expect(mark([{ ...first, proxyMandate: '' }])).rejects.toThrow('conferences.proxyNoMandate')
  await expect(mark([first, { ...second, proxyName: 'trần thị hoa' }])).rejects.toThrow('conferences.countsOnce')
  const present = ticksFor(roll, 'present')
  await expect(mark([{ ...first, proxyName: roll[2]?.name ?? '' }, ...present.slice(2, 3)])).rejects.toThrow(
    'conferences.countsOnce',
  )
  await expect(mark([first], cast.chi)).rejects.toThrow('not-allowed')
  await Promise.all([mark([first]), mark([first])])
  await expect(mark([{ ...first, state: 'absent' }])).rejects.toThrow('conferences.rollChanged')
  await mark([{ ...first, state: 'absent', edition: 1 }])
  expect((await rollHistoryOf(db, conference)).map(({ state }) => state)).toEqual(['absent', 'proxy'])
})

test('who is there says so by the code of the invitation or of the screen, on the day alone', async () => {
  const { db, invite } = await stage()
  const conference = await invite()
  const [first, second] = await rollOf(db, conference)
  if (!first || !second) throw new Error('six are on the list')
  const code = invitationCode({ id: first.id, edition: 1 }, env.secretKey)
  await expect(recordArrival(db, { code }, new Date('2023-02-19T08:00:00+07:00'))).rejects.toThrow(
    'conferences.notThatDay',
  )
  await Promise.all([recordArrival(db, { code }, morning), recordArrival(db, { code }, morning)])
  const onScreen = { conference, invitee: second.id, code: arrivalCode(conference, morning, env.secretKey) }
  const later = new Date(morning.getTime() + 25 * 60_000)
  await expect(recordArrivalInHall(db, onScreen, { ...env, now: later })).rejects.toMatchObject({ name: 'NotFound' })
  await recordArrivalInHall(db, onScreen, env)
  const ways = (await rollHistoryOf(db, conference)).map(({ way, marked_name: by }) => [way, by])
  expect(ways.toSorted((one, other) => String(one).localeCompare(String(other)))).toEqual([
    ['invitation', null],
    ['screen', null],
  ])
})

test('it opens with its quorum, counts no more votes than there are, and closes for its minutes', async () => {
  const { db, cast, secretary, invite } = await stage()
  const conference = await invite()
  const open = (withoutQuorum = false) => openConference(db, secretary, { conference, withoutQuorum }, morning)
  await expect(open()).rejects.toThrow('conferences.nobodyThere')
  const roll = await rollOf(db, conference)
  const present = ticksFor(roll, 'present')
  await markRoll(db, secretary, { conference, ticks: present.slice(0, 3) }, morning)
  await expect(open()).rejects.toThrow('conferences.noQuorum')
  await open(true)
  const vote = (votesFor: string, more: object = {}) =>
    countVote(
      db,
      secretary,
      countVoteInput.parse({ conference, question: 'Thông qua', votesFor, votesAgainst: '0', abstained: '0', ...more }),
      morning,
    )
  await expect(vote('3')).rejects.toThrow('conferences.voteWithoutQuorum')
  await markRoll(db, secretary, { conference, ticks: present.slice(3, 4) }, morning)
  await expect(vote('5')).rejects.toThrow('conferences.tooManyVotes')
  await askInWriting(db, secretary, { conference, invitee: roll[5]?.id ?? '' }, morning)
  await vote('5')
  await expect(vote('0')).rejects.toThrow('conferences.noVotes')
  expect(await votesOf(db, conference)).toMatchObject([{ voters: 6, present: 4, proxies: 0, in_writing: 1 }])
  const told: string[] = []
  const announce = async (_tx: unknown, _now: Date, fact: { name: string }) => void told.push(fact.name)
  const close = (actor = secretary) => closeConference(db, actor, { conference }, { now: morning, announce })
  await expect(close(cast.leaders[1] ?? cast.chi)).rejects.toThrow('not-allowed')
  const closings = await Promise.allSettled([close(), close()])
  expect(closings.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(told).toEqual(['conferences.closed'])
  await expect(vote('1')).rejects.toThrow('conferences.not_conduct')
  expect(await conferenceById(db, conference)).toMatchObject({
    state: 'closed',
    opened_present: 3,
    quorum_share: '2/3',
  })
})

async function opened() {
  const all = await stage()
  const { db, cast, secretary } = all
  const conference = await all.invite()
  const roll = await rollOf(db, conference)
  await markRoll(db, secretary, { conference, ticks: ticksFor(roll, 'present') }, morning)
  await openConference(db, secretary, { conference, withoutQuorum: false }, morning)
  const [third = cast.chi, , fifth = cast.chi] = cast.leaders.slice(2)
  return { ...all, conference, roll, third, fifth, items: await itemsOf(db, conference) }
}

test('who asked to speak has spoken by the word of the secretary, once', async () => {
  const { db, secretary, conference, roll, third, fifth } = await opened()
  const ask = { conference, invitee: roll[4]?.id ?? '', topic: 'Kinh nghiệm' }
  await addSpeaker(db, fifth, ask, morning)
  await expect(addSpeaker(db, third, ask, morning)).rejects.toThrow('not-allowed')
  const speaker = (await speakersOf(db, conference))[0]?.id ?? ''
  const spoken = { conference, speaker, state: 'spoken' as const, summary: 'Nhất trí' }
  await expect(finishSpeaker(db, fifth, spoken, morning)).rejects.toThrow('not-allowed')
  await finishSpeaker(db, secretary, spoken, morning)
  await expect(finishSpeaker(db, secretary, spoken, morning)).rejects.toThrow('conferences.speakerDone')
})

test('decisions are put down in the hall, and a task is settled by its unit', async () => {
  const { db, cast, secretary, conference, third, fifth, items } = await opened()
  const item = items[3]?.id ?? ''
  await switchItem(db, secretary, { conference, item }, morning)
  await expect(switchItem(db, fifth, { conference, item }, morning)).rejects.toThrow('not-allowed')
  const decision = await recordDecision(db, secretary, { conference, item, text: 'Thông qua' }, morning)
  await removeDecision(db, secretary, { conference, decision }, morning)
  expect(await decisionsOf(db, conference)).toEqual([])
  const task = { conference, item, unit: cast.units[4] ?? '', text: 'Gửi kế hoạch' }
  const early = giveTask(db, secretary, { ...task, dueOn: '2023-02-01' }, morning)
  await expect(early).rejects.toThrow('conferences.dueBefore')
  await giveTask(db, secretary, { ...task, dueOn: '2023-03-15' }, morning)
  const given = (await tasksOf(db, conference))[0]?.id ?? ''
  const done = { conference, task: given, state: 'done' as const, note: '' }
  await expect(finishTask(db, third, done, morning)).rejects.toThrow('not-allowed')
  await expect(finishTask(db, fifth, { ...done, state: 'dropped' }, morning)).rejects.toThrow('not-allowed')
  await finishTask(db, fifth, done, morning)
  await expect(finishTask(db, fifth, done, morning)).rejects.toThrow('conferences.taskSettled')
  const waiting = db.selectFrom('task').select('id').where('key', '=', `conferences.task ${given}`)
  expect(await waiting.where('closed_at', 'is', null).executeTakeFirst()).toBeUndefined()
})
