import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { yearById } from '#domains/blocs/queries.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { paragraph } from '#platform/form.ts'
import { newId } from '#platform/id.ts'
import { draftsAnswer } from '../access.ts'
import { opinionCan, opinionSubject } from '../opinion.ts'
import { openPublishTask } from '../opinion-tasks.ts'
import { lockOpinion } from '../queries.ts'
import { routingOf } from '../register/queries.ts'

export const writeAnswerInput = z.object({ id: z.uuid(), text: paragraph(10_000) })

/** The unit that was asked drafts its answer; a new draft takes the place of the one before, which is kept. */
export async function writeAnswer(
  db: Db,
  actor: Actor,
  { id, text }: z.output<typeof writeAnswerInput>,
  now: Date,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const opinion = await lockOpinion(tx, id)
    const routing = await routingOf(tx, id)
    demand(routing !== undefined && draftsAnswer(actor, routing.unit_id))
    if (!opinionCan('answer', opinion)) throw new RuleViolation('voices.notAnswerable')
    const drafts = tx.updateTable('opinion_answer').set({ state: 'dropped' }).where('opinion_id', '=', id)
    await drafts.where('state', '=', 'draft').execute()
    const by = { written_by: actor.account, written_by_name: actor.name, written_at: now }
    await tx
      .insertInto('opinion_answer')
      .values({ id: newId(), opinion_id: id, unit_id: routing.unit_id, text, ...by })
      .execute()
    const year = await yearById(tx, opinion.bloc_year_id)
    for (const unit of new Set([routing.unit_id, opinion.unit_id])) {
      await openPublishTask(tx, now, year, { id, title: opinion.title, unit })
    }
    const facts = { title: opinion.title }
    await record(tx, actor, now, { action: 'voices.answerDrafted', subject: opinionSubject(id), facts })
  })
}
