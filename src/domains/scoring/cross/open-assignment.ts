import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { nameOn } from '#domains/units/queries.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { roundSubject } from '../rounds/lock-round.ts'
import { mayAssess } from './access.ts'
import { assignmentCan, takesAssessment } from './assignment.ts'
import { demandEdition, lockAssignment, type HeldAssignment } from './lock-assignment.ts'
import { hasOpenObjection } from './queries.ts'

export const openAssignmentInput = z.object({ assignment: z.uuid(), edition: z.coerce.number().int() })

function demandOpenable({ assignment, round, sheet }: Pick<HeldAssignment, 'assignment' | 'round' | 'sheet'>): void {
  if (!assignmentCan('open', assignment)) throw new RuleViolation('cross.notWaiting')
  if (round.state === 'cross_scoring' && sheet.state !== 'submitted') throw new RuleViolation('cross.sheetNotSent')
  if (!takesAssessment(round, sheet)) throw new RuleViolation('cross.notNow')
}

/** The assessor declares that there is no conflict of interest; only from now on is the sheet shown to them. */
export async function openAssignment(
  db: Db,
  actor: Actor,
  input: z.output<typeof openAssignmentInput>,
  now: Date,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { assignment, round, sheet } = await lockAssignment(tx, input.assignment)
    demand(mayAssess(actor, assignment))
    demandEdition(assignment, input.edition)
    demandOpenable({ assignment, round, sheet })
    if (await hasOpenObjection(tx, assignment.id)) throw new RuleViolation('cross.objectionWaits')

    const declared = { declared_by: actor.account, declared_name: actor.name, declared_at: now }
    await tx
      .updateTable('cross_assignment')
      .set({ state: 'scoring', ...declared, edition: assignment.edition + 1 })
      .where('id', '=', assignment.id)
      .execute()
    const { short_name: unit } = await nameOn(tx, assignment.unit_id, dayOf(now))
    const { short_name: assessor } = await nameOn(tx, assignment.assessor_unit_id, dayOf(now))
    const facts = { unit, assessor }
    await record(tx, actor, now, { action: 'cross.declaredFree', subject: roundSubject(round.id), facts })
  })
}
