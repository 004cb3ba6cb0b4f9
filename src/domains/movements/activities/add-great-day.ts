import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { line, optionalLine } from '#platform/form.ts'
import { newId } from '#platform/id.ts'
import { keepsGreatDays } from '../access.ts'
import { isDayOfMonth } from './great-day.ts'

const dayAndMonth = /^(?<day>\d{1,2})[/.-](?<month>\d{1,2})$/

export const addGreatDayInput = z.object({
  /** "18/11". */
  on: z.string().transform((text, context) => {
    const { day, month } = dayAndMonth.exec(text.trim())?.groups ?? {}
    const read = { day: Number(day), month: Number(month) }
    if (read.month >= 1 && read.month <= 12 && read.day >= 1 && isDayOfMonth(read.month, read.day)) return read
    context.addIssue({ code: 'custom', message: '' })
    return z.NEVER
  }),
  name: line(200),
  organisation: optionalLine(120),
  /** How many days before a bloc is reminded. */
  remindDays: z.coerce.number().int().min(0).max(120).default(21),
})
export type AddGreatDay = z.output<typeof addGreatDayInput>

/** A local great day that the tenant's blocs keep. */
export async function addGreatDay(db: Db, actor: Actor, input: AddGreatDay, now: Date): Promise<string> {
  demand(keepsGreatDays(actor))
  return db.transaction().execute(async (tx) => {
    const { on, name, organisation, remindDays } = input
    const added = await tx
      .insertInto('great_day')
      .values({
        id: newId(),
        ...on,
        name,
        organisation,
        remind_days: remindDays,
        is_local: true,
        added_by: actor.account,
      })
      .onConflict((conflict) => conflict.columns(['month', 'day', 'name']).doNothing())
      .returning('id')
      .executeTakeFirst()
    if (added === undefined) throw new RuleViolation('activities.greatDayTaken', { name })
    const facts = { name, on: `${on.day}/${on.month}` }
    await record(tx, actor, now, {
      action: 'activities.greatDayAdded',
      subject: { kind: 'great_day', id: added.id },
      facts,
    })
    return added.id
  })
}
