import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { yearById } from '#domains/blocs/queries.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { line } from '#platform/form.ts'
import { mayAcceptOpinion } from '../access.ts'
import { opinionCan, opinionSubject } from '../opinion.ts'
import { keepModerationTask } from '../opinion-tasks.ts'
import { lockOpinion } from '../queries.ts'

export const refuseOpinionInput = z.object({ id: z.uuid(), reason: line(500) })

/** Not taken, with a reason that its sender reads by the tracking code. */
export async function refuseOpinion(
  db: Db,
  actor: Actor,
  { id, reason }: z.output<typeof refuseOpinionInput>,
  now: Date,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const opinion = await lockOpinion(tx, id)
    demand(mayAcceptOpinion(actor, opinion))
    if (!opinionCan('refuse', opinion)) throw new RuleViolation('voices.settled')
    await tx
      .updateTable('opinion')
      .set({ state: 'refused', refusal_reason: reason, moderated_by: actor.account, moderated_at: now })
      .where('id', '=', id)
      .execute()
    await keepModerationTask(tx, now, await yearById(tx, opinion.bloc_year_id), opinion.unit_id)
    await record(tx, actor, now, { action: 'voices.refused', subject: opinionSubject(id), facts: { reason } })
  })
}
