import type { Actor } from '#platform/actor.ts'
import { addDays, dayOf } from '#platform/clock.ts'
import type { Tx } from '#platform/database/database.ts'
import { found, RuleViolation } from '#platform/errors.ts'
import { nameOn } from '../queries.ts'
import { mandateCan, type MandateFact, type MandateVerb } from './mandate.ts'
import { mandateById, type MandateRow } from './queries.ts'

export async function lockMandate(tx: Tx, id: string): Promise<MandateRow> {
  found(await tx.selectFrom('mandate').select('id').where('id', '=', id).forUpdate().executeTakeFirst())
  return mandateById(tx, id)
}

export function demandState(verb: MandateVerb, mandate: MandateRow) {
  if (!mandateCan(verb, mandate)) throw new RuleViolation(`mandates.notFor_${verb}`)
}

interface Told {
  name: MandateFact['name']
  by: Pick<Actor, 'account'>
  now: Date
}

/** What is told of a mandate, with the unit's name of that day. */
export async function factOf(tx: Tx, mandate: MandateRow, { name, by, now }: Told): Promise<MandateFact> {
  return {
    name,
    mandate: mandate.id,
    unit: mandate.unit_id,
    unitName: (await nameOn(tx, mandate.unit_id, dayOf(now))).short_name,
    account: mandate.account_id,
    person: mandate.person,
    askedBy: mandate.asked_by,
    by: by.account,
    over: mandate.ended_on ?? addDays(mandate.to_on, 1),
  }
}
