import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, found, RuleViolation } from '#platform/errors.ts'
import { answersInvitation, keepsConference } from '../access.ts'
import { rollOf } from '../attendance/queries.ts'
import { conferenceSubject, demandState, holdConference } from '../lock-conference.ts'
import { speakersOf, type ConferenceRow, type SpeakerRow } from '../queries.ts'

export const finishSpeakerInput = z.object({
  conference: z.uuid(),
  speaker: z.uuid(),
  state: z.enum(['spoken', 'withdrawn']),
  /** What was said, for the minutes. */
  summary: z
    .string()
    .default('')
    .transform((text) => text.trim())
    .pipe(z.string().max(2000)),
})
export type FinishSpeaker = z.output<typeof finishSpeakerInput>

type Settling = Pick<SpeakerRow, 'invitee_id'> & { isSpoken: boolean }

/** Who asked may take that back; that somebody has spoken, the secretary says. */
async function demandMay(tx: Tx, actor: Actor, conference: ConferenceRow, { invitee_id: id, isSpoken }: Settling) {
  const invitee = found((await rollOf(tx, conference.id)).find((one) => one.id === id))
  demand(keepsConference(actor, conference) || (!isSpoken && answersInvitation(actor, invitee)))
  await demandState(tx, conference, isSpoken ? 'conduct' : 'speak')
}

export async function finishSpeaker(db: Db, actor: Actor, input: FinishSpeaker, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const conference = await holdConference(tx, input.conference)
    const speaker = found((await speakersOf(tx, conference.id)).find(({ id }) => id === input.speaker))
    const isSpoken = input.state === 'spoken'
    await demandMay(tx, actor, conference, { ...speaker, isSpoken })
    if (speaker.state !== 'asked') throw new RuleViolation('conferences.speakerDone', { name: speaker.name })
    // Spoken is said of the item that the hall was at then.
    const item = conference.present_item_id ?? speaker.item_id
    await tx
      .updateTable('conference_speaker')
      .set({ state: input.state, settled_at: now, summary: input.summary, item_id: item })
      .where('id', '=', speaker.id)
      .execute()
    const action = isSpoken ? { action: 'conferences.spoken' } : { action: 'conferences.speakingWithdrawn' }
    const facts = { title: conference.title, name: speaker.name }
    await record(tx, actor, now, { ...action, subject: conferenceSubject(conference.id), facts })
  })
}
