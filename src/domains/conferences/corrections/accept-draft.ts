import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { nameOn } from '#domains/units/queries.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { mayAcceptDraft } from '../minutes/access.ts'
import { demandMinutesCan, lockMinutes, minutesSubject } from '../minutes/lock-minutes.ts'
import { closeReading } from '../minutes/minutes-tasks.ts'

export const acceptDraftInput = z.object({
  minutes: z.uuid(),
  unit: z.uuid(),
  /** The draft that was read. */
  draft: z.coerce.number().int(),
})
export type AcceptDraft = z.output<typeof acceptDraftInput>

/** A unit has nothing to correct in the newest draft; said twice it stands once. */
export async function acceptDraft(db: Db, actor: Actor, input: AcceptDraft, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { minutes } = await lockMinutes(tx, input.minutes)
    demand(mayAcceptDraft(actor, minutes, input.unit))
    demandMinutesCan('correct', minutes)
    if (input.draft !== minutes.draft) throw new RuleViolation('minutes.newerDraft')
    const { numInsertedOrUpdatedRows = 0n } = await tx
      .insertInto('minutes_assent')
      .values({
        minutes_id: minutes.id,
        draft: minutes.draft,
        unit_id: input.unit,
        given_by: actor.account,
        given_at: now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if (numInsertedOrUpdatedRows === 0n) return
    await closeReading(tx, now, minutes.id, input.unit)
    const facts = { unit: (await nameOn(tx, input.unit, dayOf(now))).full_name, draft: minutes.draft }
    await record(tx, actor, now, { action: 'minutes.assented', subject: minutesSubject(minutes.id), facts })
  })
}
