import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { nameOn } from '#domains/units/queries.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { newId } from '#platform/id.ts'
import { lockYear } from '../lock-year.ts'
import { maySetOut } from './access.ts'
import { handoverSubject } from './lock-handover.ts'
import { headChange } from './queries.ts'

/** The term that ends names the change. */
export const startHandoverInput = z.object({ blocYear: z.uuid(), term: z.uuid() })
export type StartHandover = z.output<typeof startHandoverInput>

/** Begins the one record about a change of head; answers with its id. */
export async function startHandover(db: Db, actor: Actor, input: StartHandover, now: Date): Promise<string> {
  return db.transaction().execute(async (tx) => {
    await lockYear(tx, input.blocYear)
    const change = await headChange(tx, input.blocYear, input.term)
    demand(maySetOut(actor, { giving_unit_id: change.giving }) && change.year === input.blocYear)
    if (change.handover !== null) throw new RuleViolation('handover.alreadyStarted')
    const id = newId()
    await tx
      .insertInto('handover')
      .values({
        id,
        bloc_year_id: change.year,
        given_office_id: change.given,
        giving_unit_id: change.giving,
        receiving_unit_id: change.receiving,
        version: 1,
        created_by: actor.account,
        created_at: now,
        changed_at: now,
      })
      .execute()
    const day = dayOf(now)
    await record(tx, actor, now, {
      action: 'handover.started',
      subject: handoverSubject(id),
      facts: {
        giving: (await nameOn(tx, change.giving, day)).full_name,
        receiving: (await nameOn(tx, change.receiving, day)).full_name,
      },
    })
    return id
  })
}
