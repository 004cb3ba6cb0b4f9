import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { paragraph } from '#platform/form.ts'
import { receivesOpinion } from '../access.ts'
import { opinionCan, opinionSubject } from '../opinion.ts'
import { closeMessageTask } from '../opinion-tasks.ts'
import { lockOpinion } from '../queries.ts'
import { addMessage } from '../sending/add-message.ts'

export const writeMessageInput = z.object({ id: z.uuid(), text: paragraph(2000) })

/** The receiving unit asks or tells the sender, who reads it by the tracking code. */
export async function writeMessage(
  db: Db,
  actor: Actor,
  { id, text }: z.output<typeof writeMessageInput>,
  now: Date,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const opinion = await lockOpinion(tx, id)
    demand(receivesOpinion(actor, opinion))
    if (opinion.code_sha256 === null) throw new RuleViolation('voices.noReader')
    if (!opinionCan('write', opinion)) throw new RuleViolation('voices.isOver')
    await addMessage(tx, { opinion: id, text, onDay: dayOf(now), writer: actor })
    await closeMessageTask(tx, now, id)
    const facts = { title: opinion.title }
    await record(tx, actor, now, { action: 'voices.wrote', subject: opinionSubject(id), facts })
  })
}
