import { sql } from 'kysely'
import type { Db, Tx } from '#platform/database/database.ts'
import { found } from '#platform/errors.ts'
import type { Period } from '../periods/period.ts'
import { normalNumber } from '../value.ts'

const normal = (value: string | null) => (value === null ? null : normalNumber(value))

/** A figure as it stands in a report. */
export interface EntryRow {
  target_id: string
  value: string | null
  note: string
  is_meant: boolean
  version: number
  entered_by: string
  entered_by_name: string
  entered_at: Date
}

/** The figures of a report by target. */
export async function entriesOf(db: Db | Tx, report: string): Promise<Map<string, EntryRow>> {
  const { rows } = await sql<EntryRow>`
    select e.target_id, e.value, e.note, e.is_meant, e.version, e.entered_by, p.full_name as entered_by_name, e.entered_at
    from progress_entry e join account a on a.id = e.entered_by join person p on p.id = a.person_id
    where e.report_id = ${report}`.execute(db)
  return new Map(rows.map((row) => [row.target_id, { ...row, value: normal(row.value) }]))
}

/** Of each target the last figure that a unit gave in periods of the same kind before this one. */
export async function lastFiguresOf(db: Db | Tx, period: Period, unit: string): Promise<Map<string, string>> {
  const { rows } = await sql<{ target_id: string; value: string }>`
    select distinct on (e.target_id) e.target_id, e.value
    from progress_entry e
    join progress_report r on r.id = e.report_id and r.unit_id = ${unit}
    join report_period p on p.id = r.period_id
    where p.bloc_year_id = ${period.bloc_year_id} and p.frequency = ${period.frequency}
      and p.starts_on < ${period.starts_on}::date and e.value is not null
    order by e.target_id, p.starts_on desc`.execute(db)
  return new Map(rows.map((row) => [row.target_id, normalNumber(row.value)]))
}

/** Where a unit reports: itself as a member of the year, or as a sub-unit below one. Others report nothing here. */
export async function reporterOf(
  db: Db | Tx,
  { bloc_year_id }: Pick<Period, 'bloc_year_id'>,
  unit: string,
): Promise<{ unit: string; parent: string | null }> {
  const { rows } = await sql<{ parent: string | null }>`
    select null::uuid as parent from membership where bloc_year_id = ${bloc_year_id} and unit_id = ${unit}
    union all
    select a.parent_unit_id from target_assignment a join target t on t.id = a.target_id
    where t.bloc_year_id = ${bloc_year_id} and a.unit_id = ${unit} and a.parent_unit_id is not null
    limit 1`.execute(db)
  return { unit, parent: found(rows[0]).parent }
}
