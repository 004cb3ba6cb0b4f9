import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { found } from '#platform/errors.ts'
import { conferenceSubject, lockConference } from '../lock-conference.ts'

export const removeVoteInput = z.object({ conference: z.uuid(), vote: z.uuid() })
export type RemoveVote = z.output<typeof removeVoteInput>

/** Takes back a count that was typed wrongly, while the conference goes on; the log keeps the figures. */
export async function removeVote(db: Db, actor: Actor, input: RemoveVote, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const conference = await lockConference(tx, actor, input, 'conduct')
    const vote = await tx
      .deleteFrom('conference_vote')
      .where('id', '=', input.vote)
      .where('conference_id', '=', conference.id)
      .returning('question')
      .executeTakeFirst()
    const facts = { title: conference.title, question: found(vote).question }
    await record(tx, actor, now, {
      action: 'conferences.voteRemoved',
      subject: conferenceSubject(conference.id),
      facts,
    })
  })
}
