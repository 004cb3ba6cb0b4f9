import { record } from '#capabilities/audit/record.ts'
import { yearById } from '#domains/blocs/queries.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { mayAcceptOpinion } from '../access.ts'
import { opinionCan, opinionSubject } from '../opinion.ts'
import { keepModerationTask } from '../opinion-tasks.ts'
import { lockOpinion } from '../queries.ts'
import type { Coding } from './coding.ts'
import { writeCoding } from './keep-coding.ts'

/** Takes an opinion: from now on the bloc reads and counts it, in the words without what tells of a person. */
export async function acceptOpinion(db: Db, actor: Actor, input: Coding, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const opinion = await lockOpinion(tx, input.id)
    demand(mayAcceptOpinion(actor, opinion))
    if (!opinionCan('accept', opinion)) throw new RuleViolation('voices.settled')
    await writeCoding(tx, opinion, input)
    const moderated = { moderated_by: actor.account, moderated_at: now }
    await tx
      .updateTable('opinion')
      .set({ state: 'accepted', ...moderated })
      .where('id', '=', opinion.id)
      .execute()
    await keepModerationTask(tx, now, await yearById(tx, opinion.bloc_year_id), opinion.unit_id)
    const facts = { title: input.title }
    await record(tx, actor, now, { action: 'voices.accepted', subject: opinionSubject(opinion.id), facts })
  })
}
