import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { RuleViolation } from '#platform/errors.ts'
import { rollOf } from '../attendance/queries.ts'
import { askReplies, keepInCalendar } from '../conference-tasks.ts'
import { conferenceSubject, lockConference } from '../lock-conference.ts'
import { conferenceById, itemsOf, type ConferenceRow } from '../queries.ts'
import { hashOfCode, invitationCode } from './invitation-code.ts'
import { mailInvitations, type InvitingEnv } from './mail-invitations.ts'

export const issueInvitationsInput = z.object({ conference: z.uuid() })
export type IssueInvitations = z.output<typeof issueInvitationsInput>

function checkReady(conference: ConferenceRow, { items, voters }: { items: number; voters: number }) {
  if (conference.chair_name === '' || conference.secretary_name === '') throw new RuleViolation('conferences.noChair')
  if (conference.place === '') throw new RuleViolation('conferences.noPlace')
  if (items === 0) throw new RuleViolation('conferences.noAgenda')
  if (voters === 0) throw new RuleViolation('conferences.noVoters')
}

async function giveCodes(tx: Tx, conference: string, { now, secretKey }: InvitingEnv): Promise<number> {
  const fresh = (await rollOf(tx, conference)).filter((one) => one.removed_at === null && one.code_edition === 0)
  for (const { id } of fresh) {
    const hash = hashOfCode(invitationCode({ id, edition: 1 }, secretKey))
    await tx
      .updateTable('conference_invitee')
      .set({ code_hash: hash, code_edition: 1, invited_at: now })
      .where('id', '=', id)
      .execute()
  }
  return fresh.length
}

/** Invites everyone on the list who was not invited yet; asked again later, those who were added since. */
export async function issueInvitations(db: Db, actor: Actor, input: IssueInvitations, env: InvitingEnv): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const before = await lockConference(tx, actor, input, 'invite')
    const roll = await rollOf(tx, before.id)
    const voters = roll.filter((one) => one.has_vote && one.removed_at === null).length
    checkReady(before, { items: (await itemsOf(tx, before.id)).length, voters })
    const count = await giveCodes(tx, before.id, env)
    if (count === 0) throw new RuleViolation('conferences.allInvited')
    if (before.state === 'draft') {
      const invited = { state: 'invited' as const, invited_at: env.now, version: before.version + 1 }
      await tx.updateTable('conference').set(invited).where('id', '=', before.id).execute()
    }
    const conference = await conferenceById(tx, before.id)
    await keepInCalendar(tx, env.now, { conference, by: actor.account })
    await askReplies(tx, env.now, conference)
    await mailInvitations(tx, actor, { conference, letter: 'invited' }, env)
    const facts = { title: before.title, count }
    const subject = conferenceSubject(before.id)
    await record(tx, actor, env.now, { action: 'conferences.peopleInvited', subject, facts })
  })
}
