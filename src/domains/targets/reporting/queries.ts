import { sql } from 'kysely'
import type { Db, Tx } from '#platform/database/database.ts'
import { found } from '#platform/errors.ts'
import type { Period } from '../periods/period.ts'
import { normalNumber } from '../value.ts'
import type { Report, SecondPersonState } from './report.ts'

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

export interface ReportRow extends Report {
  sent_at: Date | null
  sent_by_name: string | null
  late_reason: string | null
  returned_reason: string | null
  decided_at: Date | null
  decided_by_name: string | null
}

/** A unit's report of a period, when one was begun. */
export async function reportOf(db: Db | Tx, period: string, unit: string): Promise<ReportRow | undefined> {
  const { rows } = await sql<ReportRow>`
    select r.id, r.period_id, r.unit_id, r.state, r.first_sent_on, r.sent_on, r.sent_by, r.version, r.sent_at,
      sender.full_name as sent_by_name, r.late_reason, r.returned_reason, r.decided_at,
      decider.full_name as decided_by_name
    from progress_report r
    left join account s on s.id = r.sent_by left join person sender on sender.id = s.person_id
    left join account d on d.id = r.decided_by left join person decider on decider.id = d.person_id
    where r.period_id = ${period} and r.unit_id = ${unit}`.execute(db)
  return rows[0]
}

export interface FigureBefore {
  target_id: string
  version: number
  value: string | null
  note: string
  entered_by_name: string
  replaced_at: Date
  reason: string
  correction_id: string | null
}

/** What the figures of a report were before, the newest first. */
export async function figuresBefore(db: Db | Tx, report: string): Promise<FigureBefore[]> {
  const { rows } = await sql<FigureBefore>`
    select b.target_id, b.version, b.value, b.note, p.full_name as entered_by_name, b.replaced_at, b.reason, b.correction_id
    from progress_entry_before b join account a on a.id = b.entered_by join person p on p.id = a.person_id
    where b.report_id = ${report} order by b.replaced_at desc, b.version desc`.execute(db)
  return rows.map((row) => ({ ...row, value: normal(row.value) }))
}

export interface CorrectionRow {
  id: string
  report_id: string
  period_id: string
  unit_id: string
  target_id: string
  before: string | null
  after: string | null
  reason: string
  state: SecondPersonState
  asked_by: string
  asked_by_name: string
  asked_at: Date
  decided_by_name: string | null
  decision_reason: string | null
}

const selectCorrections = sql`
  select c.id, c.report_id, r.period_id, r.unit_id, c.target_id, c.before, c.after, c.reason, c.state, c.asked_by,
    asker.full_name as asked_by_name, c.asked_at, decider.full_name as decided_by_name, c.decision_reason
  from progress_correction c join progress_report r on r.id = c.report_id
  join account a on a.id = c.asked_by join person asker on asker.id = a.person_id
  left join account d on d.id = c.decided_by left join person decider on decider.id = d.person_id`

const shownCorrection = (row: CorrectionRow): CorrectionRow => ({
  ...row,
  before: normal(row.before),
  after: normal(row.after),
})

/** The corrections of a report, the newest first. */
export async function correctionsOf(db: Db | Tx, report: string): Promise<CorrectionRow[]> {
  const { rows } = await sql<CorrectionRow>`
    ${selectCorrections} where c.report_id = ${report} order by c.asked_at desc, c.id`.execute(db)
  return rows.map(shownCorrection)
}

export async function correctionById(db: Db | Tx, id: string): Promise<CorrectionRow> {
  const { rows } = await sql<CorrectionRow>`${selectCorrections} where c.id = ${id}`.execute(db)
  return shownCorrection(found(rows[0]))
}

/** Everyone who entered a figure of a report. */
export async function enterersOf(db: Db | Tx, report: string): Promise<string[]> {
  const rows = await db
    .selectFrom('progress_entry')
    .select('entered_by')
    .distinct()
    .where('report_id', '=', report)
    .execute()
  return rows.map((row) => row.entered_by)
}
