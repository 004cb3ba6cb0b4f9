import { record } from '#capabilities/audit/record.ts'
import { lockYear } from '#domains/blocs/lock-year.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, found, RuleViolation } from '#platform/errors.ts'
import { mayDivide } from '../access.ts'
import { layPeriods } from '../periods/period.ts'
import { assignmentsOfTarget, lockTarget, targetById } from '../queries.ts'
import { spreadEvenly } from '../roll-up/spread-plan.ts'
import { targetSubject } from './lock-target.ts'

export interface WriteMilestones {
  id: string
  unit: string
  /** The plan by the last day of each period, decimal text. */
  marks: readonly { by_on: string; planned: string }[]
}

/** How a unit's plan is spread over the year; an even spread is what stands where nothing is kept. */
export async function writeMilestones(db: Db, actor: Actor, input: WriteMilestones, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { bloc_year_id: blocYear } = await targetById(tx, input.id)
    demand(mayDivide(actor, blocYear, input.unit))
    const year = await lockYear(tx, blocYear)
    const target = await lockTarget(tx, input.id)
    const own = found((await assignmentsOfTarget(tx, target.id)).find((one) => one.unit_id === input.unit))
    const { planned } = own
    if (planned === null) throw new RuleViolation('targets.noPlanToSpread')
    const ends = layPeriods(year, target.frequency).map(({ ends_on }) => ends_on)
    const marks = input.marks.filter(({ by_on }) => ends.includes(by_on))
    if (marks.at(-1)?.planned !== planned) throw new RuleViolation('targets.milestonesEndElsewhere')
    const isEven = JSON.stringify(marks) === JSON.stringify(spreadEvenly(target, planned, ends))

    const place = { target_id: target.id, unit_id: input.unit }
    await tx
      .deleteFrom('target_milestone')
      .where('target_id', '=', target.id)
      .where('unit_id', '=', input.unit)
      .execute()
    if (!isEven)
      await tx
        .insertInto('target_milestone')
        .values(marks.map((mark) => ({ ...place, ...mark })))
        .execute()
    await record(tx, actor, now, {
      action: 'targets.milestonesWritten',
      subject: targetSubject(target),
      facts: { code: target.code, unit: input.unit, planned: marks.map((mark) => mark.planned) },
    })
  })
}
