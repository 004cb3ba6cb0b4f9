import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { day, line, optionalLine } from '#platform/form.ts'
import { mayKeepLegalTexts } from '../access.ts'
import { holidayKinds } from './queries.ts'

export const keepHolidayInput = z.object({
  day: day(),
  kind: z.enum(holidayKinds),
  name: line(120),
  source: optionalLine(500),
})
export type KeepHoliday = z.output<typeof keepHolidayInput>

const isWeekend = (of: string) => [0, 6].includes(new Date(of).getUTCDay())

/** Adds a day, or says anew what it is; then nobody has confirmed it. Only a day of the week-end is worked in exchange. */
export async function keepHoliday(db: Db, actor: Actor, input: KeepHoliday, now: Date): Promise<void> {
  demand(mayKeepLegalTexts(actor))
  if (isWeekend(input.day) !== (input.kind === 'worked')) {
    throw new RuleViolation(input.kind === 'worked' ? 'holidays.notWeekend' : 'holidays.isWeekend')
  }
  await db.transaction().execute(async (tx) => {
    const said = { ...input, entered_by: actor.account, confirmed_by: null, confirmed_at: null }
    await tx
      .insertInto('holiday')
      .values(said)
      .onConflict((conflict) => conflict.column('day').doUpdateSet(said))
      .execute()
    const facts = { day: input.day, name: input.name }
    await record(tx, actor, now, { action: 'holiday.kept', subject: { kind: 'holiday', id: null }, facts })
  })
}
