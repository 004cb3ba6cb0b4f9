import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { day, optionalLine } from '#platform/form.ts'
import { keepsCodes } from './access.ts'
import { codeSubject } from './code-list.ts'

export const addThresholdInput = z.object({
  from: day(),
  least: z.coerce.number().int().min(5).max(100),
  hotLeast: z.coerce.number().int().min(5).max(1000),
  /** With a comma or a point, one decimal. */
  hotFactor: z.string().trim().max(10),
  hotMonths: z.coerce.number().int().min(1).max(12),
  basis: optionalLine(300),
})

const factor = /^\d{1,2}(?:[.,]\d)?$/

/** Thresholds from a day on; what was closed before keeps its own. */
export async function addThreshold(db: Db, actor: Actor, input: z.output<typeof addThresholdInput>, now: Date) {
  demand(keepsCodes(actor))
  const times = input.hotFactor.replace(',', '.')
  if (!factor.test(input.hotFactor) || Number(times) < 1.1 || Number(times) > 20) {
    throw new RuleViolation('months.notANumber')
  }
  if (input.hotLeast < input.least) throw new RuleViolation('months.hotBelowLeast')
  await db.transaction().execute(async (tx) => {
    const { numInsertedOrUpdatedRows = 0n } = await tx
      .insertInto('opinion_threshold')
      .values({
        from_on: input.from,
        least: input.least,
        hot_least: input.hotLeast,
        hot_factor: times,
        hot_months: input.hotMonths,
        basis: input.basis,
        entered_by: actor.account,
        entered_at: now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if (numInsertedOrUpdatedRows === 0n) throw new RuleViolation('months.thresholdTaken')
    const facts = { from: input.from, least: input.least }
    await record(tx, actor, now, { action: 'months.thresholdAdded', subject: codeSubject, facts })
  })
}
