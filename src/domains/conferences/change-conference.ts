import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { yearById } from '#domains/blocs/queries.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { Conflict } from '#platform/errors.ts'
import { keepInCalendar } from './conference-tasks.ts'
import { mailInvitations, type InvitingEnv } from './invitations/mail-invitations.ts'
import { conferenceSubject, lockConference } from './lock-conference.ts'
import { checkSaid, columnsOf, conferenceFields } from './plan-conference.ts'
import { conferenceById } from './queries.ts'

export const changeConferenceInput = z.object({
  conference: z.uuid(),
  version: z.coerce.number().int(),
  ...conferenceFields,
})
export type ChangeConference = z.output<typeof changeConferenceInput>

/** Time, place and people change until the opening; whoever was invited gets the invitation anew, for the same entry. */
export async function changeConference(db: Db, actor: Actor, input: ChangeConference, env: InvitingEnv): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const before = await lockConference(tx, actor, input, 'change')
    if (before.version !== input.version) throw new Conflict('conferences.changedMeanwhile', before.title)
    const said = { ...input, blocYear: before.bloc_year_id }
    await checkSaid(tx, await yearById(tx, before.bloc_year_id), said)
    const isInvited = before.state === 'invited'
    const columns = { ...(await columnsOf(tx, said)), version: before.version + 1 }
    const sequence = before.sequence + (isInvited ? 1 : 0)
    await tx
      .updateTable('conference')
      .set({ ...columns, sequence })
      .where('id', '=', before.id)
      .execute()
    if (isInvited) {
      const conference = await conferenceById(tx, before.id)
      await keepInCalendar(tx, env.now, { conference, by: actor.account, isChange: true })
      await mailInvitations(tx, actor, { conference, letter: 'changed' }, env)
    }
    const facts = { title: input.title, day: input.heldOn }
    await record(tx, actor, env.now, {
      action: 'conferences.changed',
      subject: conferenceSubject(before.id),
      facts,
    })
  })
}
