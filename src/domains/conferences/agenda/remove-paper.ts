import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { found } from '#platform/errors.ts'
import { conferenceSubject, lockConference } from '../lock-conference.ts'

export const removePaperInput = z.object({ conference: z.uuid(), paper: z.uuid() })
export type RemovePaper = z.output<typeof removePaperInput>

export async function removePaper(db: Db, actor: Actor, input: RemovePaper, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const conference = await lockConference(tx, actor, input, 'arrange')
    const paper = await tx
      .deleteFrom('conference_paper')
      .where('id', '=', input.paper)
      .where('conference_id', '=', conference.id)
      .returning('title')
      .executeTakeFirst()
    const facts = { title: conference.title, paper: found(paper).title }
    await record(tx, actor, now, {
      action: 'conferences.paperRemoved',
      subject: conferenceSubject(conference.id),
      facts,
    })
  })
}
