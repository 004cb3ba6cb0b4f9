import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { Conflict } from '#platform/errors.ts'
import { membersOn } from '#domains/blocs/queries.ts'
import { dayOf } from '#platform/clock.ts'
import { assignmentsOfTarget } from '../queries.ts'
import type { Value } from '../value.ts'
import { lockTargetFor, targetSubject } from './lock-target.ts'

/** What one unit has of a target. */
export interface UnitPlan {
  unit: string
  isAssigned: boolean
  baseline: Value
  planned: Value
  weight: string | null
  dueOn: string | null
}

export interface WritePlan {
  id: string
  version: number
  rows: readonly UnitPlan[]
}

/** Writes one unit's part; the parent is set once, when a sub-unit first gets a share. */
export async function keepUnitPlan(tx: Tx, target: string, row: UnitPlan, parent: string | null = null): Promise<void> {
  const values = {
    is_assigned: row.isAssigned,
    baseline: row.baseline,
    planned: row.isAssigned ? row.planned : null,
    weight: row.weight,
    due_on: row.dueOn,
  }
  await tx
    .insertInto('target_assignment')
    .values({ target_id: target, unit_id: row.unit, parent_unit_id: parent, ...values })
    .onConflict((conflict) => conflict.columns(['target_id', 'unit_id']).doUpdateSet(values))
    .execute()
}

/** The head says which unit has how much of a target, for all of them at once. */
export async function writePlan(db: Db, actor: Actor, { id, version, rows }: WritePlan, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { year, target } = await lockTargetFor(tx, actor, id, 'edit')
    if (target.version !== version) throw new Conflict('targets.changedMeanwhile')
    const members = new Set((await membersOn(tx, year.id, dayOf(now))).map(({ unit }) => unit))
    const before = await assignmentsOfTarget(tx, id)
    const known = new Set(before.flatMap((one) => (one.parent_unit_id === null ? [one.unit_id] : [])))
    for (const row of rows.filter(({ unit }) => members.has(unit) || known.has(unit))) await keepUnitPlan(tx, id, row)
    await tx
      .updateTable('target')
      .set({ version: version + 1, changed_at: now })
      .where('id', '=', id)
      .execute()
    const planOf = (unit: string) => before.find((one) => one.unit_id === unit)?.planned ?? ''
    const changed = rows.filter(({ unit, planned }) => planOf(unit) !== (planned ?? ''))
    await record(tx, actor, now, {
      action: 'targets.planWritten',
      subject: targetSubject(target),
      facts: {
        code: target.code,
        units: changed.map(({ unit }) => unit),
        before: changed.map(({ unit }) => planOf(unit)),
        after: changed.map(({ planned }) => planned ?? ''),
      },
    })
  })
}
