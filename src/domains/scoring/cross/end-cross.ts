import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { namesOn } from '#domains/units/queries.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf, isPast } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { paragraph } from '#platform/form.ts'
import { lockRound, roundSubject } from '../rounds/lock-round.ts'
import { mayPlanCross } from './access.ts'
import { isOwed } from './assignment.ts'
import { keepCrossTasks } from './cross-tasks.ts'
import { endTurn } from './end-turn.ts'
import { headOn } from './lock-assignment.ts'
import { assignmentsOfRound } from './queries.ts'

export const endCrossInput = z.object({ round: z.uuid(), reason: paragraph(1000) })
export type EndCross = z.output<typeof endCrossInput>

/** After the last day those who lead go on without turns that were not taken: such marks count for nothing. */
export async function endCross(db: Db, actor: Actor, input: EndCross, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { round, year } = await lockRound(tx, input.round)
    demand(mayPlanCross(actor, year.id))
    if (round.state !== 'cross_scoring') throw new RuleViolation('cross.notNow')
    const due = round.cross_due_on ?? ''
    if (!isPast(due, dayOf(now))) throw new RuleViolation('cross.stillTime', { due })
    const owed = (await assignmentsOfRound(tx, round.id)).filter(isOwed)
    if (owed.length === 0) throw new RuleViolation('cross.nothingOwed')
    for (const turn of owed) await endTurn(tx, now, turn, { state: 'missed', reason: input.reason })
    await keepCrossTasks(tx, now, round, await headOn(tx, year, dayOf(now)))
    const late = [...new Set(owed.map((one) => one.assessor_unit_id))]
    const names = await namesOn(tx, late, dayOf(now))
    const facts = {
      count: owed.length,
      units: late.map((unit) => names.get(unit)?.short_name ?? '').join(', '),
      reason: input.reason,
    }
    await record(tx, actor, now, { action: 'cross.ended', subject: roundSubject(round.id), facts })
  })
}
