import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { paragraph } from '#platform/form.ts'
import { closeReplyTasks, dropFromCalendar } from './conference-tasks.ts'
import { mailInvitations, type InvitingEnv } from './invitations/mail-invitations.ts'
import { conferenceSubject, lockConference } from './lock-conference.ts'
import { conferenceById } from './queries.ts'

export const cancelConferenceInput = z.object({ conference: z.uuid(), reason: paragraph(500) })
export type CancelConference = z.output<typeof cancelConferenceInput>

/** What was planned does not take place; whoever was invited is told, and their calendars too. */
export async function cancelConference(db: Db, actor: Actor, input: CancelConference, env: InvitingEnv): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const before = await lockConference(tx, actor, input, 'cancel')
    await tx
      .updateTable('conference')
      .set({
        state: 'cancelled',
        cancelled_at: env.now,
        cancel_reason: input.reason,
        sequence: before.sequence + 1,
        version: before.version + 1,
      })
      .where('id', '=', before.id)
      .execute()
    if (before.state === 'invited') {
      const conference = await conferenceById(tx, before.id)
      await mailInvitations(tx, actor, { conference, letter: 'cancelled' }, env)
      await dropFromCalendar(tx, env.now, conference, actor.account)
      await closeReplyTasks(tx, env.now, before.id)
    }
    const facts = { title: before.title, reason: input.reason }
    const subject = conferenceSubject(before.id)
    await record(tx, actor, env.now, { action: 'conferences.cancelled', subject, facts })
  })
}
