import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { found, RuleViolation } from '#platform/errors.ts'
import { rollOf } from '../attendance/queries.ts'
import { conferenceSubject, lockConference } from '../lock-conference.ts'

export const askInWritingInput = z.object({ conference: z.uuid(), invitee: z.uuid() })
export type AskInWriting = z.output<typeof askInWritingInput>

/** Someone with a vote who cannot come was asked in writing: their vote counts, though they are not there. */
export async function askInWriting(db: Db, actor: Actor, input: AskInWriting, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const conference = await lockConference(tx, actor, input, 'attend')
    const invitee = found((await rollOf(tx, conference.id)).find(({ id }) => id === input.invitee))
    if (!invitee.has_vote || invitee.removed_at !== null) throw new RuleViolation('conferences.onlyVotersAsked')
    if (invitee.asked_in_writing_at !== null) throw new RuleViolation('conferences.askedAlready')
    await tx.updateTable('conference_invitee').set({ asked_in_writing_at: now }).where('id', '=', invitee.id).execute()
    const facts = { title: conference.title, name: invitee.name }
    const subject = conferenceSubject(conference.id)
    await record(tx, actor, now, { action: 'conferences.askedInWriting', subject, facts })
  })
}
