import { lockYear } from '#domains/blocs/lock-year.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Tx } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { keepsCase } from './access.ts'
import { caseCan, type CareCase } from './care-case.ts'
import { caseById, lockedCase } from './queries.ts'

interface Asked {
  id: string
  verb: Parameters<typeof caseCan>[0]
  /** The day on which it was done. */
  on: string
  now: Date
}

/** A case on which something is done on a day, held by someone who keeps it. */
export async function lockCase(tx: Tx, actor: Actor, { id, verb, on, now }: Asked): Promise<CareCase> {
  const before = await caseById(tx, id)
  demand(keepsCase(actor, before))
  const year = await lockYear(tx, before.bloc_year_id)
  const care = await lockedCase(tx, id)
  if (!caseCan(verb, care)) throw new RuleViolation('care.ended')
  if (on < care.received_on) throw new RuleViolation('care.beforeReceived')
  if (on > dayOf(now)) throw new RuleViolation('care.dayInFuture')
  if (on > year.ends_on) throw new RuleViolation('care.outsideTheYear')
  return care
}
