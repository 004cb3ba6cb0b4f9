import type { Recorder } from '#capabilities/audit/record.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import { closeHeld } from './close-consultation.ts'
import { consultationCan } from './consultation.ts'
import { lockConsultation } from './lock-consultation.ts'

const program: Recorder = { account: null, name: 'Giao Ước', actingUnit: null }

/** Closes what had its last day; nobody could comment since midnight anyway. A closed year keeps it as it is. */
export async function closeDueConsultations(db: Db, now: Date): Promise<void> {
  const due = await db
    .selectFrom('consultation')
    .select(['id', 'bloc_year_id'])
    .where('state', '=', 'open')
    .where('closes_on', '<', dayOf(now))
    .where('bloc_year_id', 'not in', db.selectFrom('bloc_year_closing').select('bloc_year_id'))
    .execute()
  for (const { id, bloc_year_id } of due) {
    await db.transaction().execute(async (tx) => {
      const held = await lockConsultation(tx, { blocYear: bloc_year_id, consultation: id })
      if (consultationCan('close', held.consultation)) await closeHeld(tx, program, held, now)
    })
  }
}
