import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { found, RuleViolation } from '#platform/errors.ts'
import { rollOf } from '../attendance/queries.ts'
import { askReplies } from '../conference-tasks.ts'
import { conferenceSubject, lockConference } from '../lock-conference.ts'

export const removeInviteeInput = z.object({ conference: z.uuid(), invitee: z.uuid() })
export type RemoveInvitee = z.output<typeof removeInviteeInput>

/** Takes somebody off the list, not off the roll: who is there, or spoke, stays. */
export async function removeInvitee(db: Db, actor: Actor, input: RemoveInvitee, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const conference = await lockConference(tx, actor, input, 'list')
    const invitee = found((await rollOf(tx, conference.id)).find(({ id }) => id === input.invitee))
    if (invitee.attendance === 'present' || invitee.attendance === 'proxy') {
      throw new RuleViolation('conferences.isThere', { name: invitee.name })
    }
    if (conference.state === 'opened' && invitee.has_vote) throw new RuleViolation('conferences.voterStays')
    await tx.updateTable('conference_invitee').set({ removed_at: now }).where('id', '=', invitee.id).execute()
    if (conference.state === 'invited') await askReplies(tx, now, conference)
    const facts = { title: conference.title, name: invitee.name }
    const subject = conferenceSubject(conference.id)
    await record(tx, actor, now, { action: 'conferences.inviteeRemoved', subject, facts })
  })
}
