import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { found, RuleViolation } from '#platform/errors.ts'
import { conferenceSubject, lockConference } from '../lock-conference.ts'
import { decisionsOf, tasksOf, votesOf } from '../queries.ts'

export const removeDecisionInput = z.object({ conference: z.uuid(), decision: z.uuid() })
export type RemoveDecision = z.output<typeof removeDecisionInput>

/** Takes back what was put down wrongly, while the conference goes on; what was voted on or given out stays. */
export async function removeDecision(db: Db, actor: Actor, input: RemoveDecision, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const conference = await lockConference(tx, actor, input, 'conduct')
    const decision = found((await decisionsOf(tx, conference.id)).find(({ id }) => id === input.decision))
    const uses = [...(await votesOf(tx, conference.id)), ...(await tasksOf(tx, conference.id))]
    if (uses.some(({ decision_id: of }) => of === decision.id)) throw new RuleViolation('conferences.decisionUsed')
    await tx.deleteFrom('conference_decision').where('id', '=', decision.id).execute()
    const facts = { title: conference.title, text: decision.text }
    const subject = conferenceSubject(conference.id)
    await record(tx, actor, now, { action: 'conferences.decisionRemoved', subject, facts })
  })
}
