import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { day } from '#platform/form.ts'
import { mayKeepLegalTexts } from '../access.ts'

export const removeHolidayInput = z.object({ day: day() })
export type RemoveHoliday = z.output<typeof removeHolidayInput>

/** The day is an ordinary one again. What was counted with it before stays as it was counted. */
export async function removeHoliday(db: Db, actor: Actor, input: RemoveHoliday, now: Date): Promise<void> {
  demand(mayKeepLegalTexts(actor))
  await db.transaction().execute(async (tx) => {
    const removed = tx.deleteFrom('holiday').where('day', '=', input.day).returning(['day', 'name'])
    const facts = await removed.executeTakeFirst()
    if (facts === undefined) throw new RuleViolation('holidays.gone')
    await record(tx, actor, now, { action: 'holiday.removed', subject: { kind: 'holiday', id: null }, facts })
  })
}
