import { record } from '#capabilities/audit/record.ts'
import { lockYear } from '#domains/blocs/lock-year.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, found, RuleViolation } from '#platform/errors.ts'
import { mayDivide } from '../access.ts'
import { assignmentsOfTarget, lockTarget, targetById } from '../queries.ts'
import { targetSubject } from './lock-target.ts'
import { subUnitsOf } from './queries.ts'
import { keepUnitPlan, type UnitPlan } from './write-plan.ts'

export interface WriteShares {
  id: string
  /** The unit whose plan is divided. */
  unit: string
  rows: readonly UnitPlan[]
}

/** A unit divides its plan among its sub-units; a sum that differs from the plan is told on the card, not refused. */
export async function writeShares(db: Db, actor: Actor, { id, unit, rows }: WriteShares, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { bloc_year_id: blocYear } = await targetById(tx, id)
    demand(mayDivide(actor, blocYear, unit))
    await lockYear(tx, blocYear)
    const target = await lockTarget(tx, id)
    const assignments = await assignmentsOfTarget(tx, id)
    const own = found(assignments.find((one) => one.unit_id === unit))
    if (!own.is_assigned || own.parent_unit_id !== null) throw new RuleViolation('targets.nothingToDivide')
    const below = new Set((await subUnitsOf(tx, unit, dayOf(now))).map((sub) => sub.unit))
    const kept = new Map(assignments.map((one) => [one.unit_id, one.parent_unit_id]))
    // A sub-unit that is itself a member of the bloc, or hangs under another unit, has its own place.
    const rightful = rows.filter(
      (row) => below.has(row.unit) && (kept.get(row.unit) ?? unit) === unit && kept.get(row.unit) !== null,
    )
    for (const row of rightful) await keepUnitPlan(tx, id, row, unit)
    await record(tx, actor, now, {
      action: 'targets.sharesWritten',
      subject: targetSubject(target),
      facts: {
        code: target.code,
        unit,
        units: rightful.map((row) => row.unit),
        planned: rightful.map(({ planned }) => planned ?? ''),
      },
    })
  })
}
