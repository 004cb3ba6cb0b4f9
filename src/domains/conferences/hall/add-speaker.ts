import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, found } from '#platform/errors.ts'
import { optionalLine } from '#platform/form.ts'
import { newId } from '#platform/id.ts'
import { answersInvitation, keepsConference } from '../access.ts'
import { rollOf } from '../attendance/queries.ts'
import { conferenceSubject, demandState, holdConference } from '../lock-conference.ts'
import { speakersOf } from '../queries.ts'

export const addSpeakerInput = z.object({ conference: z.uuid(), invitee: z.uuid(), topic: optionalLine(300) })
export type AddSpeaker = z.output<typeof addSpeakerInput>

/** Someone asks to speak and comes last in the order: by themself, by their unit, or by a sign to the secretary. */
export async function addSpeaker(db: Db, actor: Actor, input: AddSpeaker, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const conference = await holdConference(tx, input.conference)
    const invitee = found(
      (await rollOf(tx, conference.id)).find((one) => one.id === input.invitee && one.removed_at === null),
    )
    demand(keepsConference(actor, conference) || answersInvitation(actor, invitee))
    await demandState(tx, conference, 'speak')
    const speakers = await speakersOf(tx, conference.id)
    await tx
      .insertInto('conference_speaker')
      .values({
        id: newId(),
        conference_id: conference.id,
        item_id: conference.present_item_id,
        invitee_id: invitee.id,
        topic: input.topic,
        position: Math.max(0, ...speakers.map(({ position }) => position)) + 1,
        asked_at: now,
      })
      .execute()
    const facts = { title: conference.title, name: invitee.name }
    await record(tx, actor, now, {
      action: 'conferences.askedToSpeak',
      subject: conferenceSubject(conference.id),
      facts,
    })
  })
}
