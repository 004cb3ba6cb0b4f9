import { yearById } from '#domains/blocs/queries.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { assignmentsOf, targetsOf } from '../queries.ts'
import { isTyped, type Target } from '../target.ts'
import { doubtsAbout } from './cell.ts'
import type { HeldReport } from './lock-report.ts'
import { entriesOf, lastFiguresOf } from './queries.ts'

export interface ReportCheck {
  /** Targets of this period that the unit has and says nothing of. */
  missing: readonly Target[]
  /** Targets whose figure looks wrong and was not said to be meant. */
  doubted: readonly Target[]
}

/** What stands between a report and its sending. */
export async function checkReport(tx: Db | Tx, { report, period, unit }: HeldReport): Promise<ReportCheck> {
  const year = await yearById(tx, period.bloc_year_id)
  const assigned = (await assignmentsOf(tx, year.id)).filter(({ is_assigned }) => is_assigned)
  const entries = await entriesOf(tx, report.id)
  const last = await lastFiguresOf(tx, period, unit)
  const own = new Map(assigned.filter((each) => each.unit_id === unit).map((each) => [each.target_id, each]))
  // Where sub-units report their shares, the unit's figure comes from them.
  const shared = new Set(assigned.filter((each) => each.parent_unit_id === unit).map((each) => each.target_id))
  const targets = await targetsOf(tx, year.id, { states: ['in_force'] })
  const asked = targets.filter(
    (target) =>
      isTyped(target) && own.has(target.id) && target.frequency === period.frequency && !shared.has(target.id),
  )
  return {
    missing: asked.filter(({ id }) => (entries.get(id)?.value ?? null) === null),
    doubted: targets.filter((target) => {
      const entry = entries.get(target.id)
      if (entry === undefined || entry.is_meant) return false
      const around = { target, assignment: own.get(target.id), last: last.get(target.id) ?? null, year }
      return doubtsAbout(entry.value, around).length > 0
    }),
  }
}
