import { z } from 'zod'
import { record, type Recorder } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, found, NotFound, RuleViolation } from '#platform/errors.ts'
import { optionalLine } from '#platform/form.ts'
import { answersInvitation, keepsConference } from '../access.ts'
import { rollOf, type InviteeRow } from '../attendance/queries.ts'
import { askReplies } from '../conference-tasks.ts'
import { inviteeAnswers } from '../conference.ts'
import { conferenceSubject, demandState, holdConference } from '../lock-conference.ts'
import type { ConferenceRow } from '../queries.ts'
import { inviteeOfCode } from './queries.ts'

const answerFields = {
  answer: z.enum(inviteeAnswers),
  note: optionalLine(500),
  proxyName: optionalLine(120),
  proxyPost: optionalLine(200),
  /** The paper that lets the other one speak and vote: its number and day. */
  proxyMandate: optionalLine(300),
}

export const answerInvitationInput = z.object({ conference: z.uuid(), invitee: z.uuid(), ...answerFields })
export type AnswerInvitation = z.output<typeof answerInvitationInput>
export const answerByCodeInput = z.object({ code: z.string(), ...answerFields })
export type AnswerByCode = z.output<typeof answerByCodeInput>

interface Answering {
  conference: ConferenceRow
  invitee: InviteeRow
  /** Without an account it is who holds the link. */
  by: Recorder
  now: Date
}

type Answer = Omit<AnswerInvitation, 'conference' | 'invitee'>

/** A proxy is named, and for a vote has a mandate; other answers name none. */
function proxyColumns({ answer, proxyName, proxyPost, proxyMandate }: Answer, { has_vote: hasVote }: InviteeRow) {
  if (answer !== 'proxy') return {}
  if (proxyName === '') throw new RuleViolation('conferences.proxyNameless')
  if (hasVote && proxyMandate === '') throw new RuleViolation('conferences.proxyNoMandate')
  return { proxy_name: proxyName, proxy_post: proxyPost, proxy_mandate: proxyMandate }
}

async function keepAnswer(tx: Tx, said: Answer, { conference, invitee, by, now }: Answering): Promise<void> {
  await demandState(tx, conference, 'reply')
  if (invitee.removed_at !== null || invitee.invited_at === null) throw new NotFound()
  const version = (invitee.reply?.version ?? 0) + 1
  const { answer, note } = said
  const sent = { invitee_id: invitee.id, version, answer, note, replied_by: by.account, replied_at: now }
  await tx
    .insertInto('conference_reply')
    .values({ ...sent, ...proxyColumns(said, invitee) })
    .execute()
  await askReplies(tx, now, conference)
  const facts = { title: conference.title, name: invitee.name, answer }
  const subject = conferenceSubject(conference.id)
  await record(tx, by, now, { action: 'conferences.invitationAnswered', subject, facts })
}

const onList = async (tx: Tx, conference: string, id: string) =>
  found((await rollOf(tx, conference)).find((invitee) => invitee.id === id))

/** In the workspace: who is invited, someone of the same unit, or the secretary who was told by telephone. */
export async function answerInvitation(db: Db, actor: Actor, input: AnswerInvitation, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const conference = await holdConference(tx, input.conference)
    const invitee = await onList(tx, conference.id, input.invitee)
    demand(answersInvitation(actor, invitee) || keepsConference(actor, conference))
    await keepAnswer(tx, input, { conference, invitee, by: actor, now })
  })
}

/** By the link of the invitation, without an account. */
export async function answerByCode(db: Db, { code, ...answer }: AnswerByCode, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { conference_id: of, id } = await inviteeOfCode(tx, code)
    const conference = await holdConference(tx, of)
    const invitee = await onList(tx, of, id)
    const by = { account: null, name: invitee.name, actingUnit: null }
    await keepAnswer(tx, answer, { conference, invitee, by, now })
  })
}
