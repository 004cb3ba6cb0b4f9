import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { yearById } from '#domains/blocs/queries.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { day, line } from '#platform/form.ts'
import { keepsVoices } from '../access.ts'

const days = () => z.coerce.number().int().min(1).max(90)

export const keepAnswerDaysInput = z.object({
  blocYear: z.uuid(),
  fromOn: day(),
  /** Working days. */
  days: days(),
  urgentDays: days(),
  basis: line(200),
})

/** The bloc's own days for answering, from a day on; what held before stays as it was. */
export async function keepAnswerDays(
  db: Db,
  actor: Actor,
  input: z.output<typeof keepAnswerDaysInput>,
  now: Date,
): Promise<void> {
  demand(keepsVoices(actor, input.blocYear))
  await db.transaction().execute(async (tx) => {
    const year = await yearById(tx, input.blocYear)
    if (input.urgentDays > input.days) throw new RuleViolation('voices.urgentIsLonger')
    if (input.fromOn < dayOf(now)) throw new RuleViolation('voices.daysInPast')
    const row = { bloc_id: year.bloc.id, from_on: input.fromOn, days: input.days, urgent_days: input.urgentDays }
    const kept = await tx
      .insertInto('opinion_deadline')
      .values({ ...row, basis: input.basis, entered_by: actor.account, entered_at: now })
      .onConflict((conflict) => conflict.doNothing())
      .returning('from_on')
      .executeTakeFirst()
    if (kept === undefined) throw new RuleViolation('voices.daysKnown', { day: input.fromOn })
    const facts = { day: input.fromOn, days: input.days, urgent: input.urgentDays }
    await record(tx, actor, now, { action: 'voices.daysKept', subject: { kind: 'bloc', id: year.bloc.id }, facts })
  })
}
