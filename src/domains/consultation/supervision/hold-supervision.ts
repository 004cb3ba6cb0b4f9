import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import { RuleViolation } from '#platform/errors.ts'
import { day } from '#platform/form.ts'
import { lockSupervision, supervisionSubject } from './lock-supervision.ts'

/** A whole number of people; empty says that nobody counted. */
const count = () =>
  z
    .string()
    .default('')
    .transform((text) => text.replaceAll('.', '').trim())
    .pipe(z.string().regex(/^\d{0,7}$/u))
    .transform((text) => (text === '' ? null : Number(text)))

export const holdSupervisionInput = z.object({
  blocYear: z.uuid(),
  supervision: z.uuid(),
  heldOn: day(),
  people: count(),
})
export type HoldSupervision = z.output<typeof holdSupervisionInput>

/** It took place; its conclusion is still to come. */
export async function holdSupervision(db: Db, actor: Actor, input: HoldSupervision, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { supervision } = await lockSupervision(tx, actor, input, 'hold')
    if (input.heldOn > dayOf(now)) throw new RuleViolation('supervision.heldInFuture')
    await tx
      .updateTable('supervision')
      .set({ state: 'held', held_on: input.heldOn, people: input.people, version: supervision.version + 1 })
      .where('id', '=', supervision.id)
      .execute()
    const facts = { title: supervision.title, day: input.heldOn }
    await record(tx, actor, now, { action: 'supervision.held', subject: supervisionSubject(supervision.id), facts })
  })
}
