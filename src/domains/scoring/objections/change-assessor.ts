import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { namesOn } from '#domains/units/queries.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { paragraph } from '#platform/form.ts'
import { roundSubject } from '../rounds/lock-round.ts'
import { sheetsOfRound } from '../sheets/queries.ts'
import { mayPlanCross } from '../cross/access.ts'
import { assignmentCan, isOver } from '../cross/assignment.ts'
import { keepCrossTasks, vacanciesOf } from '../cross/cross-tasks.ts'
import { endTurn } from '../cross/end-turn.ts'
import { demandEdition, headOn, lockAssignment, type HeldAssignment } from '../cross/lock-assignment.ts'
import { addTurn } from '../cross/name-successor.ts'
import { assignmentsOfRound, conflictsOf, hasOpenObjection, planOf } from '../cross/queries.ts'

export const changeAssessorInput = z.object({
  assignment: z.uuid(),
  edition: z.coerce.number().int(),
  assessor: z.uuid(),
  reason: paragraph(1000),
})
export type ChangeAssessor = z.output<typeof changeAssessorInput>

/** Never itself, nor in conflict, nor twice; from outside the bloc only where departments hold fields. */
async function demandMayBe(tx: Tx, { assignment, round }: HeldAssignment, assessor: string): Promise<void> {
  if (assessor === assignment.unit_id) throw new RuleViolation('cross.itself')
  const conflict = (await conflictsOf(tx, round.id)).some(
    (one) => one.assessor_unit_id === assessor && one.unit_id === assignment.unit_id,
  )
  if (conflict) throw new RuleViolation('cross.inConflict')
  const isTwice = (await assignmentsOfRound(tx, round.id)).some(
    (one) =>
      !isOver(one) &&
      one.sheet_id === assignment.sheet_id &&
      one.part === assignment.part &&
      one.assessor_unit_id === assessor,
  )
  if (isTwice) throw new RuleViolation('cross.alreadyAssesses')
  const plan = await planOf(tx, round.id)
  const isMember = (await sheetsOfRound(tx, round.id)).some((sheet) => sheet.unit_id === assessor)
  if (plan?.span !== 'field' && !isMember) throw new RuleViolation('cross.notMember')
}

async function demandFree(tx: Tx, { assignment, round }: HeldAssignment): Promise<void> {
  const isVacant = vacanciesOf(await assignmentsOfRound(tx, round.id)).some(({ id }) => id === assignment.id)
  if (!isVacant && !assignmentCan('change', assignment)) throw new RuleViolation('cross.alreadyBegun')
  if (await hasOpenObjection(tx, assignment.id)) throw new RuleViolation('cross.objectionWaits')
  if (round.state !== 'self_scoring' && round.state !== 'cross_scoring') throw new RuleViolation('cross.notNow')
}

/** Those who lead give a turn to another, with a reason that members read; only before it was begun. */
export async function changeAssessor(db: Db, actor: Actor, input: ChangeAssessor, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const held = await lockAssignment(tx, input.assignment)
    const { assignment, round, year } = held
    demand(mayPlanCross(actor, year.id))
    demandEdition(assignment, input.edition)
    await demandFree(tx, held)
    await demandMayBe(tx, held, input.assessor)

    if (!isOver(assignment)) await endTurn(tx, now, assignment, { state: 'replaced', reason: input.reason })
    await addTurn(tx, now, held, input.assessor)
    await keepCrossTasks(tx, now, round, await headOn(tx, year, dayOf(now)))
    const names = await namesOn(tx, [assignment.unit_id, assignment.assessor_unit_id, input.assessor], dayOf(now))
    const short = (unit: string) => names.get(unit)?.short_name ?? ''
    await record(tx, actor, now, {
      action: 'cross.assessorChanged',
      subject: roundSubject(round.id),
      facts: {
        unit: short(assignment.unit_id),
        before: short(assignment.assessor_unit_id),
        after: short(input.assessor),
        reason: input.reason,
      },
    })
  })
}
