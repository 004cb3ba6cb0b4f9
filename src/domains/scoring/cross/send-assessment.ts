import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { namesOn } from '#domains/units/queries.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import type { CriterionScore } from '../engine/score-result.ts'
import { isOut, scoresByCode } from '../judging/own-points.ts'
import { isSameFigure } from '../judging/points.ts'
import { roundSubject } from '../rounds/lock-round.ts'
import { tableOfVersion } from '../rounds/queries.ts'
import type { Round } from '../rounds/round.ts'
import { gatherScores } from '../sheets/gather-scores.ts'
import { mayAssess } from './access.ts'
import { assignmentCan, takesAssessment } from './assignment.ts'
import { keepCrossTasks } from './cross-tasks.ts'
import { demandEdition, headOn, lockAssignment, type HeldAssignment } from './lock-assignment.ts'
import { marksOfAssessor, type AssignmentRow } from './queries.ts'
import { leavesIn } from './table-parts.ts'

export const sendAssessmentInput = z.object({ assignment: z.uuid(), edition: z.coerce.number().int() })

/** What the unit's own sheet comes to, criterion by criterion: what an assessor compares with. */
export async function readBefore(
  db: Db | Tx,
  round: Round,
  { version_id: version, unit_id: unit }: Pick<AssignmentRow, 'version_id' | 'unit_id'>,
  today: string,
): Promise<Map<string, CriterionScore>> {
  const { result } = await gatherScores(db, { round, version, stage: 'self', today, unit })
  return scoresByCode(result.units.find((one) => one.unit === unit))
}

/** What still stands in the way of sending: criteria without points, and points that differ without a reason. */
export interface Lacking {
  unscored: readonly string[]
  unexplained: readonly string[]
}

export async function lackingOf(
  tx: Db | Tx,
  { assignment, round }: Pick<HeldAssignment, 'assignment' | 'round'>,
  today: string,
): Promise<Lacking> {
  const before = await readBefore(tx, round, assignment, today)
  const marks = new Map((await marksOfAssessor(tx, assignment)).map((mark) => [mark.code, mark]))
  const leaves = leavesIn(await tableOfVersion(tx, assignment.version_id), assignment.part)
  const asked = leaves.map(({ code }) => code).filter((code) => !isOut(before.get(code)))
  const pointsOf = (code: string) => marks.get(code)?.points ?? null
  return {
    unscored: asked.filter((code) => pointsOf(code) === null),
    unexplained: asked.filter((code) => {
      const points = pointsOf(code)
      return (
        points !== null && marks.get(code)?.reason === '' && !isSameFigure(points, before.get(code)?.points ?? null)
      )
    }),
  }
}

/** The assessor hands in: nothing without points, no difference from the unit's own without a reason. */
export async function sendAssessment(
  db: Db,
  actor: Actor,
  input: z.output<typeof sendAssessmentInput>,
  now: Date,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const held = await lockAssignment(tx, input.assignment)
    const { assignment, round, year, sheet } = held
    demand(mayAssess(actor, assignment))
    if (!assignmentCan('send', assignment)) throw new RuleViolation('cross.notOpened')
    demandEdition(assignment, input.edition)
    if (!takesAssessment(round, sheet)) throw new RuleViolation('cross.notNow')
    const { unscored, unexplained } = await lackingOf(tx, held, dayOf(now))
    if (unscored.length > 0) throw new RuleViolation('cross.unscored', { codes: unscored.join(', ') })
    if (unexplained.length > 0) throw new RuleViolation('cross.unexplained', { codes: unexplained.join(', ') })

    const submitted = { submitted_by: actor.account, submitted_name: actor.name, submitted_at: now }
    await tx
      .updateTable('cross_assignment')
      .set({ state: 'submitted', ...submitted, edition: assignment.edition + 1 })
      .where('id', '=', assignment.id)
      .execute()
    await keepCrossTasks(tx, now, round, await headOn(tx, year, dayOf(now)))
    const names = await namesOn(tx, [assignment.unit_id, assignment.assessor_unit_id], dayOf(now))
    const short = (unit: string) => names.get(unit)?.short_name ?? ''
    // No points here: the log of the round is read by those who may not see them yet.
    const facts = { unit: short(assignment.unit_id), assessor: short(assignment.assessor_unit_id) }
    await record(tx, actor, now, { action: 'cross.sent', subject: roundSubject(round.id), facts })
  })
}
