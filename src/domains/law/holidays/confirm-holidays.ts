import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { line } from '#platform/form.ts'
import { mayConfirmLegalText, mayKeepLegalTexts } from '../access.ts'
import { holidaysBetween } from './queries.ts'

export const confirmHolidaysInput = z.object({ year: z.string().regex(/^\d{4}$/u), source: line(500) })
export type ConfirmHolidays = z.output<typeof confirmHolidaysInput>

/** Somebody compared the days of a year with the announcement; nobody confirms a day that they entered. */
export async function confirmHolidays(db: Db, actor: Actor, { year, source }: ConfirmHolidays, now: Date) {
  demand(mayKeepLegalTexts(actor))
  await db.transaction().execute(async (tx) => {
    await tx.selectFrom('holiday').select('day').forUpdate().execute()
    const days = (await holidaysBetween(tx, `${year}-01-01`, `${year}-12-31`)).filter(
      (one) => one.confirmed_at === null,
    )
    if (days.length === 0) throw new RuleViolation('holidays.noneToConfirm')
    for (const one of days) demand(mayConfirmLegalText(actor, one))
    await tx
      .updateTable('holiday')
      .set({ source, confirmed_by: actor.account, confirmed_at: now })
      .where(
        'day',
        'in',
        days.map(({ day }) => day),
      )
      .execute()
    const facts = { year, count: String(days.length), source }
    await record(tx, actor, now, { action: 'holiday.confirmed', subject: { kind: 'holiday', id: null }, facts })
  })
}
