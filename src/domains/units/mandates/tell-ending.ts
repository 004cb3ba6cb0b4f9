import type { Announce } from '#platform/announcements.ts'
import { addDays, dayOf } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import type { MandateFact } from './mandate.ts'
import { factOf } from './lock-mandate.ts'
import { mandateById } from './queries.ts'

/** How long before its last day a unit is reminded: time enough for a letter and its confirmation. */
const warnDays = 30

/** Mandates that run out soon and that no later one of the same person for the same unit follows. */
async function endingSoon(db: Db, today: string): Promise<string[]> {
  const rows = await db
    .selectFrom('mandate')
    .select('mandate.id')
    .where('mandate.state', '=', 'confirmed')
    .where('mandate.to_on', '>=', today)
    .where('mandate.to_on', '<=', addDays(today, warnDays))
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('mandate as next')
            .select('next.id')
            .whereRef('next.unit_id', '=', 'mandate.unit_id')
            .whereRef('next.account_id', '=', 'mandate.account_id')
            .whereRef('next.to_on', '>', 'mandate.to_on')
            .where('next.state', 'in', ['asked', 'confirmed']),
        ),
      ),
    )
    .execute()
  return rows.map(({ id }) => id)
}

/** Tells, once a day, which mandates end soon: their certificates end with them, and renewal takes a letter. */
export async function tellEndingMandates(db: Db, announce: Announce<MandateFact>, now: Date): Promise<void> {
  for (const id of await endingSoon(db, dayOf(now))) {
    await db.transaction().execute(async (tx) => {
      const mandate = await mandateById(tx, id)
      const fact = await factOf(tx, mandate, { name: 'mandates.ending', by: { account: mandate.asked_by }, now })
      await announce(tx, now, fact)
    })
  }
}
