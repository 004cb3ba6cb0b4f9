import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { day } from '#platform/form.ts'
import { mayKeepMinutes } from '../minutes/access.ts'
import { hasRecordChanged } from '../minutes/gather-minutes.ts'
import { keepDraft } from '../minutes/keep-passages.ts'
import { demandMinutesCan, lockMinutes, minutesSubject, type LockedMinutes } from '../minutes/lock-minutes.ts'
import { askReaders } from '../minutes/minutes-tasks.ts'

export const sendMinutesInput = z.object({
  minutes: z.uuid(),
  /** The last day for corrections, inclusive: the bloc's own choice. */
  respondBy: day(),
})
export type SendMinutes = z.output<typeof sendMinutesInput>

async function demandReady(tx: Tx, { minutes, conference }: LockedMinutes) {
  if (conference.state !== 'closed') throw new RuleViolation('minutes.conferenceOpen')
  if (await hasRecordChanged(tx, minutes)) throw new RuleViolation('minutes.recordChanged')
}

/** Gives the draft to every member, with the last day on which they may ask for corrections. */
export async function sendMinutes(db: Db, actor: Actor, input: SendMinutes, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const locked = await lockMinutes(tx, input.minutes)
    demand(mayKeepMinutes(actor, locked.conference))
    demandMinutesCan('send', locked.minutes)
    if (input.respondBy < dayOf(now)) throw new RuleViolation('minutes.dayIsPast')
    await demandReady(tx, locked)
    const { id } = locked.minutes
    const sent = { state: 'sent', draft: locked.minutes.draft + 1, respond_by: input.respondBy, sent_at: now } as const
    await tx.updateTable('minutes').set(sent).where('id', '=', id).execute()
    await keepDraft(tx, { minutes: id, number: sent.draft, reason: '', account: actor.account, now })
    await askReaders(tx, now, { ...locked, minutes: { ...locked.minutes, ...sent } })
    const facts = { draft: sent.draft, day: input.respondBy }
    await record(tx, actor, now, { action: 'minutes.sent', subject: minutesSubject(id), facts })
  })
}
