import { addSpeaker } from '../../src/domains/conferences/hall/add-speaker.ts'
import { giveTask } from '../../src/domains/conferences/hall/give-task.ts'
import { invitationCode } from '../../src/domains/conferences/invitations/invitation-code.ts'
import { issueInvitations } from '../../src/domains/conferences/invitations/issue-invitations.ts'
import { holdConference } from '../../src/domains/conferences/minutes/testing/minutes.ts'
import { planConference, planConferenceInput } from '../../src/domains/conferences/plan-conference.ts'
import { rollOf } from '../../src/domains/conferences/attendance/queries.ts'
import { itemsOf, speakersOf, tasksOf } from '../../src/domains/conferences/queries.ts'
import type { Db } from '../../src/platform/database/database.ts'
import { newId } from '../../src/platform/id.ts'
import { morning, type Cast } from '../cast.ts'

type OfUnit = Readonly<Record<string, string>>

/** Kept by the head; their secretary is the leader of the first member. */
export interface ConferencePlace {
  plannedConference: string
  invitedConference: string
  /** Of the invited one, by unit. */
  invitees: OfUnit
  agendaItem: string
  invitationCode: string
  openedConference: string
  openedItem: string
  /** Of the opened one, by unit. */
  openedInvitees: OfUnit
  speakers: OfUnit
  conferenceTasks: OfUnit
}

const said = { pattern: 'other', heldOn: '20/02/2023', startsAt: '14:00', place: 'Hội trường' }
const env = { now: morning, site: 'http://namdinh.test', secretKey: 'khóa thử' }

const byUnit = (rows: readonly { unit_id: string | null; id: string }[]): OfUnit =>
  Object.fromEntries(rows.map(({ unit_id: unit, id }) => [unit ?? '', id]))

async function addInvited(db: Db, cast: Cast, input: ReturnType<typeof planConferenceInput.parse>) {
  const conference = await planConference(db, cast.an, input, morning)
  await issueInvitations(db, cast.an, { conference }, env)
  const roll = await rollOf(db, conference)
  return {
    invitedConference: conference,
    invitees: byUnit(roll),
    agendaItem: (await itemsOf(db, conference))[0]?.id ?? '',
    invitationCode: invitationCode({ id: roll[0]?.id ?? '', edition: 1 }, env.secretKey),
  }
}

async function addOpened(db: Db, cast: Cast) {
  const [secretary = cast.binh] = cast.leaders
  const { conference } = await holdConference(db, cast, { chair: cast.an, secretary, state: 'opened' })
  const roll = await rollOf(db, conference)
  for (const { id, unit_id: unit } of roll) {
    await addSpeaker(db, cast.an, { conference, invitee: id, topic: '' }, morning)
    const task = { item: undefined, unit: unit ?? '', text: 'Gửi kế hoạch', dueOn: '2023-03-15' }
    await giveTask(db, cast.an, { conference, ...task }, morning)
  }
  const speakers = await speakersOf(db, conference)
  const unitOf = (invitee: string) => roll.find(({ id }) => id === invitee)?.unit_id ?? null
  return {
    openedConference: conference,
    openedItem: (await itemsOf(db, conference))[0]?.id ?? '',
    openedInvitees: byUnit(roll),
    speakers: byUnit(speakers.map(({ id, invitee_id: invitee }) => ({ id, unit_id: unitOf(invitee) }))),
    conferenceTasks: byUnit(await tasksOf(db, conference)),
  }
}

export async function addConferences(db: Db, cast: Cast): Promise<ConferencePlace> {
  const people = { chair: cast.an.account, secretary: cast.leaders[0]?.account ?? newId() }
  const input = planConferenceInput.parse({ blocYear: cast.blocYear, title: 'Hội nghị thử', ...said, ...people })
  return {
    plannedConference: await planConference(db, cast.an, input, morning),
    ...(await addInvited(db, cast, input)),
    ...(await addOpened(db, cast)),
  }
}
