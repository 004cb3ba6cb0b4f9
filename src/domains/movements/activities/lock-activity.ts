import { lockYear } from '#domains/blocs/lock-year.ts'
import type { BlocYearRow } from '#domains/blocs/queries.ts'
import type { Actor } from '#platform/actor.ts'
import type { Tx } from '#platform/database/database.ts'
import { demand, found, RuleViolation } from '#platform/errors.ts'
import { keepsActivity } from '../access.ts'
import { activityCan, type ActivityVerb } from './activity.ts'
import { activityOf, type ActivityRow } from './queries.ts'

export interface ActivityInYear {
  blocYear: string
  activity: string
}

/** The year and the activity in it for who keeps it, in a state that allows the act. */
export async function lockActivity(
  tx: Tx,
  actor: Actor,
  { blocYear, activity: id }: ActivityInYear,
  verb: ActivityVerb,
): Promise<{ year: BlocYearRow; activity: ActivityRow }> {
  const year = await lockYear(tx, blocYear)
  found(await tx.selectFrom('activity').select('id').where('id', '=', id).forUpdate().executeTakeFirst())
  const activity = await activityOf(tx, blocYear, id)
  demand(keepsActivity(actor, activity))
  if (!activityCan(verb, activity)) throw new RuleViolation(`activities.not_${verb}`)
  return { year, activity }
}

export const activitySubject = (id: string) => ({ kind: 'activity', id })
