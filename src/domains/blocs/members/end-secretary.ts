import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, found } from '#platform/errors.ts'
import { mayNameSecretary } from '../access.ts'
import { dayWithin } from '../bloc-year.ts'
import { lockYear, yearSubject } from '../lock-year.ts'
import { secretariesOf } from './queries.ts'

export interface EndSecretary {
  blocYear: string
  /** The row of the role. */
  id: string
}

/** From now on the person is secretary no more. */
export async function endSecretary(db: Db, actor: Actor, input: EndSecretary, now: Date): Promise<void> {
  demand(mayNameSecretary(actor, input.blocYear))
  await db.transaction().execute(async (tx) => {
    const year = await lockYear(tx, input.blocYear)
    const named = found((await secretariesOf(tx, year.id)).find((one) => one.id === input.id))
    await tx
      .updateTable('bloc_role')
      .set({ to_on: dayWithin(dayOf(now), year) })
      .where('id', '=', named.id)
      .execute()
    await record(tx, actor, now, {
      action: 'year.secretaryEnded',
      subject: yearSubject(year.id),
      facts: { person: named.full_name },
    })
  })
}
