import { record } from '#capabilities/audit/record.ts'
import { lockYear, yearSubject } from '#domains/blocs/lock-year.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { keepsMovements } from '../access.ts'
import { logKindOf } from './queries.ts'

export interface EndLogKind {
  blocYear: string
  kind: string
}

/** From now on nothing new is logged under the kind; what was logged stays and counts. */
export async function endLogKind(db: Db, actor: Actor, { blocYear, kind: code }: EndLogKind, now: Date): Promise<void> {
  demand(keepsMovements(actor, blocYear))
  await db.transaction().execute(async (tx) => {
    await lockYear(tx, blocYear)
    const kind = await logKindOf(tx, blocYear, code)
    if (kind.ended_on !== null) throw new RuleViolation('entries.kindEnded')
    await tx
      .updateTable('log_kind')
      .set({ ended_on: dayOf(now) })
      .where('id', '=', kind.id)
      .execute()
    const facts = { name: kind.name }
    await record(tx, actor, now, { action: 'entries.kindEnded', subject: yearSubject(blocYear), facts })
  })
}
