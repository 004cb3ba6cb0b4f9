import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { ticked } from '#platform/form.ts'
import { sendsForUnit } from '../access.ts'
import { closeUnitTask } from '../drafts/consultation-tasks.ts'
import { consultationSubject, lockConsultation } from '../drafts/lock-consultation.ts'
import { invitedUnits, type InvitedUnit } from '../drafts/queries.ts'
import { postSent } from './post-counts.ts'
import { draftsOfUnits } from './queries.ts'
import { demandOpen } from './write-comment.ts'

export const sendCommentsInput = z.object({
  blocYear: z.uuid(),
  consultation: z.uuid(),
  unit: z.uuid(),
  /** The unit agrees with the text as it is. */
  hasNone: ticked(),
})
export type SendComments = z.output<typeof sendCommentsInput>

/** A unit says something, or that it has nothing to say; never neither, nor both. */
function demandOneWord(count: number, hasNone: boolean) {
  if (count === 0 && !hasNone) throw new RuleViolation('policyComments.nothingToSend')
  if (count > 0 && hasNone) throw new RuleViolation('policyComments.noneAndSome')
}

/** Whether the unit has said nothing on this draft so far. */
const isFirst = ({ sent_at, has_none }: InvitedUnit) => sent_at === null || has_none

async function writeSent(tx: Tx, actor: Actor, { consultation, unit, hasNone }: SendComments, now: Date) {
  await tx
    .updateTable('policy_comment')
    .set({ state: 'sent', sent_at: now, sent_by: actor.account })
    .where('consultation_id', '=', consultation)
    .where('unit_id', '=', unit)
    .where('state', '=', 'draft')
    .execute()
  await tx
    .updateTable('consultation_unit')
    .set({ sent_at: now, has_none: hasNone })
    .where('consultation_id', '=', consultation)
    .where('unit_id', '=', unit)
    .execute()
}

/** The leader sends what the unit drafted, or says that it agrees; more may follow until the last day. */
export async function sendComments(db: Db, actor: Actor, input: SendComments, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { year, consultation } = await lockConsultation(tx, input)
    const { unit } = input
    demand(sendsForUnit(actor, year.id, unit))
    const asked = (await invitedUnits(tx, consultation.id)).find((one) => one.unit === unit)
    if (asked === undefined) throw new RuleViolation('policyComments.notAsked')
    demandOpen(consultation, now)
    const { length: count } = await draftsOfUnits(tx, consultation.id, [unit])
    demandOneWord(count, input.hasNone)
    await writeSent(tx, actor, { ...input, hasNone: input.hasNone && isFirst(asked) }, now)
    await closeUnitTask(tx, now, consultation.id, unit)
    if (count > 0) await postSent(tx, actor, { year, consultation, unit, count, isFirst: isFirst(asked) }, now)
    const facts = { title: consultation.title, unit: asked.name, count }
    const action = count === 0 ? 'policyComments.sentNone' : 'policyComments.sent'
    await record(tx, actor, now, { action, subject: consultationSubject(consultation.id), facts })
  })
}
