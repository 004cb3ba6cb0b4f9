import {
  decisions,
  guests,
  proxy,
  signingConference,
  speeches,
  tasks,
  votes,
  yearEndConference,
} from '../../../db/seed/nam-dinh-conference.ts'
import { headUnit } from '../../../db/seed/nam-dinh.ts'
import { markRoll, type Tick } from '#domains/conferences/attendance/mark-roll.ts'
import { rollOf } from '#domains/conferences/attendance/queries.ts'
import { recordArrival } from '#domains/conferences/attendance/record-arrival.ts'
import { closeConference } from '#domains/conferences/close-conference.ts'
import { addSpeaker } from '#domains/conferences/hall/add-speaker.ts'
import { countVote } from '#domains/conferences/hall/count-vote.ts'
import { finishSpeaker } from '#domains/conferences/hall/finish-speaker.ts'
import { finishTask } from '#domains/conferences/hall/finish-task.ts'
import { giveTask } from '#domains/conferences/hall/give-task.ts'
import { recordDecision } from '#domains/conferences/hall/record-decision.ts'
import { switchItem } from '#domains/conferences/hall/switch-item.ts'
import { addInvitee, addInviteeInput } from '#domains/conferences/invitations/add-invitee.ts'
import { answerInvitation } from '#domains/conferences/invitations/answer-invitation.ts'
import { invitationCode } from '#domains/conferences/invitations/invitation-code.ts'
import { issueInvitations } from '#domains/conferences/invitations/issue-invitations.ts'
import { openConference } from '#domains/conferences/open-conference.ts'
import { planConference, planConferenceInput } from '#domains/conferences/plan-conference.ts'
import { itemsOf, speakersOf, tasksOf } from '#domains/conferences/queries.ts'
import type { Actor } from '#platform/actor.ts'
import { announce } from '../announce.ts'
import { secretary as secretaryOfBloc } from './sample-people.ts'
import { actorNamed } from './tell-people.ts'
import { at, keys, leader, unitOf, type Story } from './tell-year.ts'

interface Telling {
  site: string
  secretKey: string
}

const inHall = (time: string) => new Date(`${signingConference.heldOn}T${time}:00+07:00`)

interface Meeting {
  conference: string
  secretary: Actor
}

async function plan(story: Story): Promise<Meeting> {
  const head = leader(story, headUnit)
  const secretary = await actorNamed(story, secretaryOfBloc.login)
  const people = { chair: head.account, secretary: secretary.account }
  const input = { blocYear: story.year.id, pattern: 'signing', ...signingConference, ...people }
  const conference = await planConference(story.db, head, planConferenceInput.parse(input), at('2023-02-08'))
  for (const guest of guests) {
    await addInvitee(story.db, secretary, addInviteeInput.parse({ conference, ...guest }), at('2023-02-09'))
  }
  return { conference, secretary }
}

const noProxy = { note: '', proxyName: '', proxyPost: '', proxyMandate: '' }

/** All come but one, who sends somebody with a mandate. */
async function inviteAndAnswer(story: Story, { conference, secretary }: Meeting, telling: Telling) {
  const { db } = story
  await issueInvitations(db, secretary, { conference }, { now: at('2023-02-13'), ...telling })
  const roll = await rollOf(db, conference)
  for (const key of keys) {
    const invitee = roll.find(({ unit_id: unit }) => unit === unitOf(story, key))?.id ?? ''
    const { name: proxyName, post: proxyPost, mandate: proxyMandate } = proxy
    const said =
      key === proxy.unit
        ? { answer: 'proxy' as const, note: 'Đi công tác', proxyName, proxyPost, proxyMandate }
        : { answer: 'accepted' as const, ...noProxy }
    await answerInvitation(db, leader(story, key), { conference, invitee, ...said }, at('2023-02-16'))
  }
}

/** The first two arrive by their codes, the secretary ticks the others. */
async function tickRoll(story: Story, { conference, secretary }: Meeting, { secretKey }: Telling) {
  const { db } = story
  for (const { id, code_edition: edition } of (await rollOf(db, conference)).slice(0, 2)) {
    await recordArrival(db, { code: invitationCode({ id, edition }, secretKey) }, inHall('13:40'))
  }
  const waiting = (await rollOf(db, conference)).filter(({ attendance }) => attendance === null)
  const ticks = waiting.map(({ id, unit_id: unit }): Tick => {
    const isSent = unit === unitOf(story, proxy.unit)
    const mandate = isSent
      ? { proxyName: proxy.name, proxyMandate: proxy.mandate }
      : { proxyName: '', proxyMandate: '' }
    return { invitee: id, state: isSent ? 'proxy' : 'present', ...mandate, edition: 0 }
  })
  await markRoll(db, secretary, { conference, ticks }, inHall('13:55'))
}

async function speak(story: Story, { conference, secretary }: Meeting) {
  const { db } = story
  const roll = await rollOf(db, conference)
  for (const { unit, topic, summary } of speeches) {
    const invitee = roll.find(({ unit_id: of }) => of === unitOf(story, unit))?.id ?? ''
    await addSpeaker(db, leader(story, unit), { conference, invitee, topic }, inHall('14:50'))
    const asked = (await speakersOf(db, conference)).find(({ state }) => state === 'asked')
    const spoken = { conference, speaker: asked?.id ?? '', state: 'spoken' as const, summary }
    await finishSpeaker(db, secretary, spoken, inHall('15:05'))
  }
}

/** The hall goes through its agenda: it speaks, decides, counts and gives out. */
async function conduct(story: Story, { conference, secretary }: Meeting) {
  const { db } = story
  const items = await itemsOf(db, conference)
  const itemAt = (place: number) => items[place - 1]?.id
  await switchItem(db, secretary, { conference, item: itemAt(5) ?? '' }, inHall('14:45'))
  await speak(story, { conference, secretary })
  const made: string[] = []
  for (const { item, text } of decisions) {
    made.push(await recordDecision(db, secretary, { conference, item: itemAt(item), text }, inHall('15:30')))
  }
  for (const { item, decision, ...vote } of votes) {
    const counted = { conference, item: itemAt(item), decision: made[decision], votesAgainst: 0, isCarried: true }
    await countVote(db, secretary, { ...counted, ...vote }, inHall('15:35'))
  }
  for (const { item, unit, ...task } of tasks) {
    const given = { conference, item: itemAt(item), unit: unitOf(story, unit), ...task }
    await giveTask(db, secretary, given, inHall('16:10'))
  }
}

async function finishFirstTask(story: Story, { conference }: Meeting) {
  const [first] = await tasksOf(story.db, conference)
  const done = { conference, task: first?.id ?? '', state: 'done' as const, note: 'Đã gửi bảy bản' }
  await finishTask(story.db, leader(story, headUnit), done, at('2023-02-28'))
}

/** The signing conference from the plan to the closing, and the plan of the year-end one. */
export async function tellConference(story: Story, telling: Telling): Promise<void> {
  const meeting = await plan(story)
  const { conference, secretary } = meeting
  await inviteAndAnswer(story, meeting, telling)
  await tickRoll(story, meeting, telling)
  await openConference(story.db, secretary, { conference, withoutQuorum: false }, inHall('14:00'))
  await conduct(story, meeting)
  await closeConference(story.db, secretary, { conference }, { now: inHall('16:20'), announce })
  await finishFirstTask(story, meeting)
  const input = { blocYear: story.year.id, pattern: 'yearend', ...yearEndConference }
  await planConference(story.db, leader(story, headUnit), planConferenceInput.parse(input), at('2023-11-20'))
}
