import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { nameOn } from '#domains/units/queries.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, found, RuleViolation } from '#platform/errors.ts'
import { paragraph } from '#platform/form.ts'
import { newId } from '#platform/id.ts'
import { roundSubject } from '../rounds/lock-round.ts'
import { mayObject } from '../cross/access.ts'
import { assignmentCan, takesDrawing } from '../cross/assignment.ts'
import { openObjectionTask } from '../cross/cross-tasks.ts'
import { headOn, lockAssignment } from '../cross/lock-assignment.ts'
import { hasOpenObjection } from '../cross/queries.ts'

export const addObjectionInput = z.object({ assignment: z.uuid(), reason: paragraph(1000) })
export type AddObjection = z.output<typeof addObjectionInput>

/** The assessed unit where the person works for it, else the unit by which they are a member. */
function raisingUnit(actor: Actor, blocYear: string, assessed: string): string {
  const own = actor.memberships.filter((held) => held.blocYear === blocYear).map(({ unit }) => unit)
  return found(own.find((unit) => unit === assessed) ?? own[0])
}

/** A member says, before scoring begins, that an assessor should not assess this unit; answers with its id. */
export async function addObjection(db: Db, actor: Actor, input: AddObjection, now: Date): Promise<string> {
  return db.transaction().execute(async (tx) => {
    const { assignment, round, year } = await lockAssignment(tx, input.assignment)
    demand(mayObject(actor, year.id, assignment))
    if (!takesDrawing(round)) throw new RuleViolation('cross.notNow')
    if (!assignmentCan('object', assignment)) throw new RuleViolation('cross.alreadyBegun')
    if (await hasOpenObjection(tx, assignment.id)) throw new RuleViolation('cross.objectionWaits')
    const raisedUnit = raisingUnit(actor, year.id, assignment.unit_id)

    const id = newId()
    const raised = { raised_unit_id: raisedUnit, raised_by: actor.account, raised_name: actor.name, raised_at: now }
    await tx
      .insertInto('cross_objection')
      .values({ id, assignment_id: assignment.id, reason: input.reason, ...raised })
      .execute()
    const head = await headOn(tx, year, dayOf(now))
    const isConcerned = [assignment.unit_id, assignment.assessor_unit_id, raisedUnit].includes(head ?? '')
    await openObjectionTask(tx, now, { id, round, decider: isConcerned ? undefined : head })
    const short = async (one: string) => (await nameOn(tx, one, dayOf(now))).short_name
    const assessor = await short(assignment.assessor_unit_id)
    const facts = { unit: await short(assignment.unit_id), assessor, by: await short(raisedUnit), reason: input.reason }
    await record(tx, actor, now, { action: 'cross.objected', subject: roundSubject(round.id), facts })
    return id
  })
}
