import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { paragraph } from '#platform/form.ts'
import { lockMinutes, minutesSubject } from '../minutes/lock-minutes.ts'
import type { MinutesSignerRow } from '../minutes/queries.ts'
import { beginSeat } from './begin-minutes-signature.ts'
import { openNextVersion } from './open-next-version.ts'

export const refuseMinutesInput = z.object({ minutes: z.uuid(), reason: paragraph(2000) })
export type RefuseMinutes = z.output<typeof refuseMinutesInput>

async function refusePlace(tx: Tx, place: MinutesSignerRow, reason: string, now: Date) {
  await tx
    .updateTable('minutes_signer')
    .set({ state: 'refused', refusal_reason: reason, decided_at: now })
    .where('minutes_id', '=', place.minutes_id)
    .where('role', '=', place.role)
    .execute()
}

/** Chair or secretary does not sign, and says why: the minutes go on as the next version. */
export async function refuseMinutes(db: Db, actor: Actor, input: RefuseMinutes, now: Date): Promise<string> {
  return db.transaction().execute(async (tx) => {
    const locked = await lockMinutes(tx, input.minutes)
    const place = await beginSeat(tx, actor, locked.minutes, now)
    await refusePlace(tx, place, input.reason, now)
    const next = await openNextVersion(tx, locked, { actor, reason: input.reason, now })
    const facts = { unit: place.unit_name, reason: input.reason }
    await record(tx, actor, now, { action: 'minutes.refused', subject: minutesSubject(input.minutes), facts })
    return next
  })
}
