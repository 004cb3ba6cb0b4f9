import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { namesOn } from '#domains/units/queries.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { paragraph } from '#platform/form.ts'
import { roundSubject } from '../rounds/lock-round.ts'
import { mayDecideObjection } from '../cross/access.ts'
import { assignmentCan } from '../cross/assignment.ts'
import { closeObjectionTask } from '../cross/cross-tasks.ts'
import { headOn, lockAssignment, type HeldAssignment } from '../cross/lock-assignment.ts'
import { objectionById } from '../cross/queries.ts'
import { stepBack } from '../cross/refuse-assignment.ts'

export const closeObjectionInput = z.object({
  objection: z.uuid(),
  outcome: z.enum(['upheld', 'dismissed']),
  reason: paragraph(1000),
})
export type CloseObjection = z.output<typeof closeObjectionInput>

interface Deciding {
  held: HeldAssignment
  actor: Actor
  input: CloseObjection
  now: Date
}

async function decide(tx: Tx, { held, actor, input, now }: Deciding): Promise<Record<string, string>> {
  const { assignment } = held
  const decided = { decided_by: actor.account, decided_name: actor.name, decided_at: now }
  await tx
    .updateTable('cross_objection')
    .set({ state: input.outcome, decision_reason: input.reason, ...decided })
    .where('id', '=', input.objection)
    .execute()
  await closeObjectionTask(tx, now, input.objection)
  if (input.outcome === 'upheld') return stepBack(tx, { held, actor, reason: input.reason, now })
  const names = await namesOn(tx, [assignment.unit_id, assignment.assessor_unit_id], dayOf(now))
  const short = (unit: string) => names.get(unit)?.short_name ?? ''
  return { unit: short(assignment.unit_id), assessor: short(assignment.assessor_unit_id), reason: input.reason }
}

/** The head, or the authority where the head is concerned, decides with a reason; upheld, the turn passes on. */
export async function closeObjection(db: Db, actor: Actor, input: CloseObjection, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { assignment_id } = await objectionById(tx, input.objection)
    const held = await lockAssignment(tx, assignment_id)
    const objection = await objectionById(tx, input.objection)
    const { assignment, year, round } = held
    const head = await headOn(tx, year, dayOf(now))
    demand(mayDecideObjection(actor, { ...objection, ...assignment, blocYear: year.id, head }))
    if (objection.state !== 'asked') throw new RuleViolation('cross.objectionDecided')
    if (!assignmentCan('object', assignment)) throw new RuleViolation('cross.alreadyBegun')
    const facts = await decide(tx, { held, actor, input, now })
    const action = input.outcome === 'upheld' ? 'cross.objectionUpheld' : 'cross.objectionDismissed'
    await record(tx, actor, now, { action, subject: roundSubject(round.id), facts })
  })
}
