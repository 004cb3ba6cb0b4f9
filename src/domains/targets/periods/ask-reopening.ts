import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { lockYear } from '#domains/blocs/lock-year.ts'
import { membersOn } from '#domains/blocs/queries.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { day, paragraph } from '#platform/form.ts'
import { newId } from '#platform/id.ts'
import { mayAskReopening } from './access.ts'
import { periodSubject } from './lock-periods.ts'
import { periodCan } from './period.ts'
import { lockPeriod, periodById, reopeningsOf } from './queries.ts'
import { openReopeningTask } from './reopening-tasks.ts'

export const askReopeningInput = z.object({
  period: z.uuid(),
  /** One unit, or all. */
  unit: z.preprocess((value) => (value === '' || value === undefined ? null : value), z.uuid().nullable()),
  untilOn: day(),
  reason: paragraph(1000),
})
export type AskReopening = z.output<typeof askReopeningInput>

async function demandNoneAsked(tx: Tx, { period, unit }: AskReopening) {
  const open = (await reopeningsOf(tx, [period])).some(({ state, unit_id }) => state === 'asked' && unit_id === unit)
  if (open) throw new RuleViolation('periods.reopeningAsked')
}

/** Asks that a closed period takes reports again until a day; a second person decides. */
export async function askReopening(db: Db, actor: Actor, input: AskReopening, now: Date): Promise<string> {
  return db.transaction().execute(async (tx) => {
    const { bloc_year_id } = await periodById(tx, input.period)
    const year = await lockYear(tx, bloc_year_id)
    demand(mayAskReopening(actor, year.id, input.unit))
    const period = await lockPeriod(tx, input.period)
    if (!periodCan('reopen', period, dayOf(now))) throw new RuleViolation('periods.notClosed')
    if (input.untilOn < dayOf(now)) throw new RuleViolation('periods.untilInPast')
    const members = await membersOn(tx, year.id, dayOf(now))
    if (input.unit !== null && !members.some(({ unit }) => unit === input.unit)) {
      throw new RuleViolation('periods.notMember')
    }
    await demandNoneAsked(tx, input)

    const id = newId()
    await tx
      .insertInto('period_reopening')
      .values({
        id,
        period_id: period.id,
        unit_id: input.unit,
        until_on: input.untilOn,
        reason: input.reason,
        asked_by: actor.account,
        asked_at: now,
      })
      .execute()
    await openReopeningTask(tx, now, { id, year, period, unit: input.unit, members })
    await record(tx, actor, now, {
      action: 'period.reopeningAsked',
      subject: periodSubject(period.id),
      facts: { until: input.untilOn, reason: input.reason },
    })
    return id
  })
}
