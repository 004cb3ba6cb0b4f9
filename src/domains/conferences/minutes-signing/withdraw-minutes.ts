import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { paragraph } from '#platform/form.ts'
import { mayKeepMinutes } from '../minutes/access.ts'
import { demandMinutesCan, lockMinutes, minutesSubject } from '../minutes/lock-minutes.ts'
import { correctionsOf } from '../minutes/queries.ts'
import { openNextVersion } from './open-next-version.ts'

export const withdrawMinutesInput = z.object({ minutes: z.uuid(), reason: paragraph(2000) })
export type WithdrawMinutes = z.output<typeof withdrawMinutesInput>

/** Who keeps the minutes takes them back before both signed; open corrections are answered first, none is lost. */
export async function withdrawMinutes(db: Db, actor: Actor, input: WithdrawMinutes, now: Date): Promise<string> {
  return db.transaction().execute(async (tx) => {
    const locked = await lockMinutes(tx, input.minutes)
    demand(mayKeepMinutes(actor, locked.conference))
    demandMinutesCan('withdraw', locked.minutes)
    const corrections = await correctionsOf(tx, input.minutes)
    if (corrections.some(({ state }) => state === 'open')) throw new RuleViolation('minutes.correctionsOpen')
    const next = await openNextVersion(tx, locked, { actor, reason: input.reason, now })
    const facts = { reason: input.reason }
    await record(tx, actor, now, { action: 'minutes.withdrawn', subject: minutesSubject(input.minutes), facts })
    return next
  })
}
