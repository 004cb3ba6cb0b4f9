import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, found, RuleViolation } from '#platform/errors.ts'
import { keepsGreatDays } from '../access.ts'

export interface EndGreatDay {
  id: string
}

/** From now on nobody is reminded of the day; activities held for it keep its name. */
export async function endGreatDay(db: Db, actor: Actor, { id }: EndGreatDay, now: Date): Promise<void> {
  demand(keepsGreatDays(actor))
  await db.transaction().execute(async (tx) => {
    const day = found(
      await tx.selectFrom('great_day').select(['name', 'ended_on']).where('id', '=', id).forUpdate().executeTakeFirst(),
    )
    if (day.ended_on !== null) throw new RuleViolation('activities.greatDayEnded')
    await tx
      .updateTable('great_day')
      .set({ ended_on: dayOf(now) })
      .where('id', '=', id)
      .execute()
    const facts = { name: day.name }
    await record(tx, actor, now, { action: 'activities.greatDayEnded', subject: { kind: 'great_day', id }, facts })
  })
}
