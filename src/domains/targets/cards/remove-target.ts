import { record } from '#capabilities/audit/record.ts'
import { yearSubject } from '#domains/blocs/lock-year.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { RuleViolation } from '#platform/errors.ts'
import { targetsOf } from '../queries.ts'
import { lockTargetFor } from './lock-target.ts'

/** Takes a draft out of the list; nobody has reported on it yet. */
export async function removeTarget(db: Db, actor: Actor, id: string, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { target } = await lockTargetFor(tx, actor, id, 'remove')
    const others = await targetsOf(tx, target.bloc_year_id)
    const named = others.find((other) => other.formula?.of.includes(target.code) === true)
    if (named !== undefined) throw new RuleViolation('targets.namedInFormula', { code: named.code })
    await tx.deleteFrom('target_milestone').where('target_id', '=', id).execute()
    await tx
      .deleteFrom('target_assignment')
      .where('target_id', '=', id)
      .where('parent_unit_id', 'is not', null)
      .execute()
    await tx.deleteFrom('target_assignment').where('target_id', '=', id).execute()
    await tx.deleteFrom('target').where('id', '=', id).execute()
    await record(tx, actor, now, {
      action: 'targets.removed',
      subject: yearSubject(target.bloc_year_id),
      facts: { code: target.code, name: target.name },
    })
  })
}
