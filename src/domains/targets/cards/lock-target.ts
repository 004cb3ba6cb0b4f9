import { lockYear } from '#domains/blocs/lock-year.ts'
import type { BlocYearRow } from '#domains/blocs/queries.ts'
import type { Actor } from '#platform/actor.ts'
import type { Tx } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { mayKeepTargets } from '../access.ts'
import { lockTarget, targetById } from '../queries.ts'
import { isLocked, targetCan, type Target, type TargetVerb } from '../target.ts'

export const targetSubject = (target: Pick<Target, 'id'>) => ({ kind: 'target', id: target.id })

export interface HeldTarget {
  year: BlocYearRow
  target: Target
}

/** The target, held for an act of the head, while its state allows it. */
export async function lockTargetFor(tx: Tx, actor: Actor, id: string, verb: TargetVerb): Promise<HeldTarget> {
  const { bloc_year_id: blocYear } = await targetById(tx, id)
  demand(mayKeepTargets(actor, blocYear))
  const year = await lockYear(tx, blocYear)
  const target = await lockTarget(tx, id)
  if (targetCan(verb, target)) return { year, target }
  throw new RuleViolation(isLocked(target) ? 'targets.lockedByDocument' : 'targets.wrongState')
}
