import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { yearById } from '#domains/blocs/queries.ts'
import type { Actor } from '#platform/actor.ts'
import type { Telling } from '#platform/announcements.ts'
import type { Db } from '#platform/database/database.ts'
import type { ConferenceClosed } from './conference.ts'
import { conferenceSubject, lockConference } from './lock-conference.ts'

export const closeConferenceInput = z.object({ conference: z.uuid() })
export type CloseConference = z.output<typeof closeConferenceInput>

/** Roll, votes and decisions stay as they are from now on; the minutes take over. */
export async function closeConference(
  db: Db,
  actor: Actor,
  input: CloseConference,
  { now, announce }: Telling<ConferenceClosed>,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const conference = await lockConference(tx, actor, input, 'close')
    await tx
      .updateTable('conference')
      .set({ state: 'closed', closed_at: now, closed_by: actor.account, version: conference.version + 1 })
      .where('id', '=', conference.id)
      .execute()
    await tx
      .updateTable('conference_speaker')
      .set({ state: 'withdrawn', settled_at: now })
      .where('conference_id', '=', conference.id)
      .where('state', '=', 'asked')
      .execute()
    const year = await yearById(tx, conference.bloc_year_id)
    await announce(tx, now, {
      name: 'conferences.closed',
      conference: conference.id,
      blocYear: year.id,
      blocSlug: year.bloc.slug,
      yearSlug: year.slug,
    })
    const facts = { title: conference.title }
    await record(tx, actor, now, { action: 'conferences.closed', subject: conferenceSubject(conference.id), facts })
  })
}
