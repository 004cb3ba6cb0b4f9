import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, found, RuleViolation } from '#platform/errors.ts'
import { keepsOpinion } from '../access.ts'
import { opinionCan, opinionSubject, type Opinion } from '../opinion.ts'
import { closeAnswerTask, closePublishTask } from '../opinion-tasks.ts'
import { lockOpinion } from '../queries.ts'

const mergeOpinionInput = z.object({ id: z.uuid(), lead: z.uuid() })

/** Both in the order of their ids, so that two people who merge them crosswise wait for each other only once. */
async function lockBoth(tx: Tx, id: string, lead: string): Promise<[Opinion, Opinion]> {
  const both = new Map<string, Opinion>()
  for (const each of [id, lead].toSorted()) both.set(each, await lockOpinion(tx, each))
  return [found(both.get(id)), found(both.get(lead))]
}

async function endOwn(tx: Tx, now: Date, id: string) {
  const open = tx.updateTable('opinion_routing').set({ ended_at: now }).where('opinion_id', '=', id)
  await open.where('ended_at', 'is', null).execute()
  const drafts = tx.updateTable('opinion_answer').set({ state: 'dropped' }).where('opinion_id', '=', id)
  await drafts.where('state', '=', 'draft').execute()
  await closeAnswerTask(tx, now, id)
  await closePublishTask(tx, now, id)
}

/** One answer for many alike: whoever sent this one sees the answer of the one that leads. */
export async function mergeOpinion(
  db: Db,
  actor: Actor,
  input: z.output<typeof mergeOpinionInput>,
  now: Date,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    if (input.id === input.lead) throw new RuleViolation('voices.notLeading')
    const [opinion, lead] = await lockBoth(tx, input.id, input.lead)
    demand(keepsOpinion(actor, opinion) && keepsOpinion(actor, lead))
    if (!opinionCan('merge', opinion)) throw new RuleViolation('voices.notMergeable')
    if (!opinionCan('lead', lead) || lead.bloc_year_id !== opinion.bloc_year_id) {
      throw new RuleViolation('voices.notLeading')
    }
    await endOwn(tx, now, opinion.id)
    await tx.updateTable('opinion').set({ led_by: lead.id }).where('led_by', '=', opinion.id).execute()
    const set = { state: 'merged', led_by: lead.id, version: opinion.version + 1 } as const
    await tx.updateTable('opinion').set(set).where('id', '=', opinion.id).execute()
    const facts = { title: opinion.title, lead: lead.title }
    await record(tx, actor, now, { action: 'voices.merged', subject: opinionSubject(opinion.id), facts })
  })
}
