import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import { periodsOf } from '../periods/queries.ts'
import type { Period } from '../periods/period.ts'
import { readLogFigures } from '../roll-up/read-log-figures.ts'
import type { ReportFrequency } from '../target.ts'
import { normalNumber } from '../value.ts'

/** The last day of the newest period of each length that is over by a day. */
export async function lastEnds(db: Db, blocYear: string, day: string): Promise<Map<ReportFrequency, Period>> {
  const over = (await periodsOf(db, blocYear)).filter(({ ends_on }) => ends_on <= day)
  return new Map(over.map((period) => [period.frequency, period]))
}

/** One figure as it was reported for one period. */
export interface PastFigure {
  target: string
  unit: string
  ends_on: string
  value: string
  note: string
}

/** Every figure that was sent or verified in a year by a day, the oldest first. */
export async function pastFigures(db: Db, blocYear: string, day: string): Promise<PastFigure[]> {
  const { rows } = await sql<PastFigure>`
    select e.target_id as target, r.unit_id as unit, q.ends_on, e.value, e.note
    from report_period q
    join progress_report r on r.period_id = q.id and r.state in ('sent', 'verified')
    join progress_entry e on e.report_id = r.id and e.value is not null
    join target t on t.id = e.target_id and t.frequency = q.frequency and t.state = 'in_force'
    where q.bloc_year_id = ${blocYear} and q.ends_on <= ${day}::date
    order by q.ends_on, e.target_id`.execute(db)
  const logged = await readLogFigures(db, blocYear, day)
  return [
    ...rows.map((row) => ({ ...row, value: normalNumber(row.value) })),
    ...logged.map(({ target_id: target, unit_id: unit, ends_on, value }) => ({
      target,
      unit,
      ends_on,
      value,
      note: '',
    })),
  ]
}

/** The reason that each unit gave with its newest late report of a span. */
export async function lateReasons(db: Db, blocYear: string, { from, day }: { from: string; day: string }) {
  const { rows } = await sql<{ unit: string; reason: string }>`
    select distinct on (r.unit_id) r.unit_id as unit, r.late_reason as reason
    from report_period q join progress_report r on r.period_id = q.id
    where q.bloc_year_id = ${blocYear} and r.late_reason <> '' and q.due_on between ${from}::date and ${day}::date
    order by r.unit_id, q.due_on desc`.execute(db)
  return new Map(rows.map(({ unit, reason }) => [unit, reason]))
}
