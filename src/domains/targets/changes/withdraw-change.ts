import { record } from '#capabilities/audit/record.ts'
import { lockYear } from '#domains/blocs/lock-year.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { targetSubject } from '../cards/lock-target.ts'
import { lockChange, settle } from './close-change.ts'
import { changeById, type ChangeRow } from './queries.ts'

/** Who proposed a change may take it back while it waits. */
export const mayWithdrawChange = (actor: Actor, change: Pick<ChangeRow, 'proposed_by'>) =>
  actor.account === change.proposed_by

export async function withdrawChange(db: Db, actor: Actor, id: string, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await lockYear(tx, (await changeById(tx, id)).bloc_year_id)
    const change = await lockChange(tx, id)
    demand(mayWithdrawChange(actor, change))
    if (change.state !== 'proposed') throw new RuleViolation('targetChanges.alreadySettled')
    await settle(tx, change, 'withdrawn', now)
    const subject = targetSubject({ id: change.target_id })
    await record(tx, actor, now, { action: 'targetChanges.withdrawn', subject, facts: { code: change.code } })
  })
}
