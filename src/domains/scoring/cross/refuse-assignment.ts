import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { namesOn } from '#domains/units/queries.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { paragraph } from '#platform/form.ts'
import { roundSubject } from '../rounds/lock-round.ts'
import { mayAssess } from './access.ts'
import { assignmentCan } from './assignment.ts'
import { keepCrossTasks } from './cross-tasks.ts'
import { endTurn } from './end-turn.ts'
import { demandEdition, headOn, lockAssignment, type HeldAssignment } from './lock-assignment.ts'
import { nameSuccessor } from './name-successor.ts'
import { assignmentsOfRound } from './queries.ts'

export const refuseAssignmentInput = z.object({
  assignment: z.uuid(),
  edition: z.coerce.number().int(),
  reason: paragraph(1000),
})
export type RefuseAssignment = z.output<typeof refuseAssignmentInput>

interface Stepping {
  held: HeldAssignment
  actor: Actor
  reason: string
  now: Date
}

/** Keeps the conflict for the whole round and passes every turn that these two still had together to others. */
export async function stepBack(tx: Tx, { held, actor, reason, now }: Stepping): Promise<Record<string, string>> {
  const { assignment, round, year } = held
  const { assessor_unit_id, unit_id } = assignment
  await tx
    .insertInto('cross_conflict')
    .values({
      round_id: round.id,
      assessor_unit_id,
      unit_id,
      reason,
      said_by: actor.account,
      said_name: actor.name,
      at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const turns = (await assignmentsOfRound(tx, round.id)).filter(
    (one) => one.assessor_unit_id === assessor_unit_id && one.unit_id === unit_id && assignmentCan('refuse', one),
  )
  const successors = new Set<string>()
  for (const turn of turns) {
    await endTurn(tx, now, turn, { state: 'recused', reason })
    const successor = await nameSuccessor(tx, now, { ...held, assignment: turn })
    if (successor !== undefined) successors.add(successor)
  }
  await keepCrossTasks(tx, now, round, await headOn(tx, year, dayOf(now)))
  const names = await namesOn(tx, [unit_id, assessor_unit_id, ...successors], dayOf(now))
  const short = (unit: string) => names.get(unit)?.short_name ?? ''
  return {
    unit: short(unit_id),
    assessor: short(assessor_unit_id),
    successor: [...successors].map(short).join(', '),
    reason,
  }
}

/** The assessor steps back for a conflict of interest: members read the reason, and the turn passes to another. */
export async function refuseAssignment(db: Db, actor: Actor, input: RefuseAssignment, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const held = await lockAssignment(tx, input.assignment)
    const { assignment, round } = held
    demand(mayAssess(actor, assignment))
    demandEdition(assignment, input.edition)
    if (!assignmentCan('refuse', assignment)) throw new RuleViolation('cross.notWaiting')
    if (round.state !== 'self_scoring' && round.state !== 'cross_scoring') throw new RuleViolation('cross.notNow')
    const facts = await stepBack(tx, { held, actor, reason: input.reason, now })
    await record(tx, actor, now, { action: 'cross.recused', subject: roundSubject(round.id), facts })
  })
}
