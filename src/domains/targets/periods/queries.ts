import { sql } from 'kysely'
import type { Db, Tx } from '#platform/database/database.ts'
import { found } from '#platform/errors.ts'
import { frequencies, type ReportFrequency } from '../target.ts'
import { readPeriodSlug, usualDueRules, type DueRule, type Period } from './period.ts'

const columns = ['id', 'bloc_year_id', 'frequency', 'starts_on', 'ends_on', 'due_on', 'state'] as const

const selectPeriods = (db: Db | Tx) => db.selectFrom('report_period').select(columns)

/** The periods of a year by their last day; of those that end together the shorter first. */
export const periodsOf = (db: Db | Tx, blocYear: string): Promise<Period[]> =>
  selectPeriods(db).where('bloc_year_id', '=', blocYear).orderBy('ends_on').orderBy('frequency').execute()

export async function periodById(db: Db | Tx, id: string): Promise<Period> {
  return found(await selectPeriods(db).where('id', '=', id).executeTakeFirst())
}

/** Held until the transaction ends: what opens, closes and reports in one period takes turns. */
export async function lockPeriod(tx: Tx, id: string): Promise<Period> {
  return found(await selectPeriods(tx).where('id', '=', id).forUpdate().executeTakeFirst())
}

export async function periodBySlug(db: Db | Tx, blocYear: string, slug: string): Promise<Period> {
  const { frequency, starts_on } = found(readPeriodSlug(slug))
  const row = selectPeriods(db).where('bloc_year_id', '=', blocYear).where('frequency', '=', frequency)
  return found(await row.where('starts_on', '=', starts_on).executeTakeFirst())
}

/** When a bloc's reports are due, by its own rules and the usual ones for the rest. */
export async function dueRulesOf(db: Db | Tx, bloc: string): Promise<Record<ReportFrequency, DueRule>> {
  const rows = await db.selectFrom('period_due_rule').selectAll().where('bloc_id', '=', bloc).execute()
  const own = Object.fromEntries(rows.map(({ frequency, kind, number }) => [frequency, { kind, number }]))
  return { ...usualDueRules, ...own }
}

/** How often the targets of a year are reported: the periods that it needs. */
export async function frequenciesNeeded(db: Db | Tx, blocYear: string): Promise<ReportFrequency[]> {
  const rows = await db
    .selectFrom('target')
    .select('frequency')
    .distinct()
    .where('bloc_year_id', '=', blocYear)
    .where('state', '!=', 'withdrawn')
    .execute()
  return frequencies.filter((frequency) => rows.some((row) => row.frequency === frequency))
}

export interface ReopeningRow {
  id: string
  period_id: string
  unit_id: string | null
  until_on: string
  reason: string
  state: 'asked' | 'agreed' | 'refused'
  asked_by: string
  asked_by_name: string
  asked_at: Date
  decided_by_name: string | null
  decision_reason: string | null
}

const selectReopenings = sql`
  select r.id, r.period_id, r.unit_id, r.until_on, r.reason, r.state, r.asked_by, asker.full_name as asked_by_name,
    r.asked_at, decider.full_name as decided_by_name, r.decision_reason
  from period_reopening r
  join account a on a.id = r.asked_by join person asker on asker.id = a.person_id
  left join account d on d.id = r.decided_by left join person decider on decider.id = d.person_id`

/** The reopenings of periods, the latest first. */
export async function reopeningsOf(db: Db | Tx, periods: readonly string[]): Promise<ReopeningRow[]> {
  const { rows } = await sql<ReopeningRow>`
    ${selectReopenings} where r.period_id = any(${periods}::uuid[]) order by r.asked_at desc, r.id`.execute(db)
  return rows
}

export async function reopeningById(db: Db | Tx, id: string): Promise<ReopeningRow | undefined> {
  return (await sql<ReopeningRow>`${selectReopenings} where r.id = ${id}`.execute(db)).rows[0]
}

/** Who has something to report in a period: units with an assigned target of its frequency that somebody types. */
export interface ReporterRow {
  unit: string
  parent: string | null
}

/** Members on the period's last day in official order, each followed by its sub-units. */
export async function reportersOf(db: Db | Tx, period: Pick<Period, 'bloc_year_id' | 'frequency' | 'ends_on'>) {
  const { rows } = await sql<ReporterRow>`
    select distinct a.unit_id as unit, a.parent_unit_id as parent, m.position, a.parent_unit_id is null as is_member
    from target t
    join target_assignment a on a.target_id = t.id and a.is_assigned
    join membership m on m.bloc_year_id = t.bloc_year_id and m.unit_id = coalesce(a.parent_unit_id, a.unit_id)
      and m.from_on <= ${period.ends_on}::date and (m.to_on is null or m.to_on >= ${period.ends_on}::date)
    where t.bloc_year_id = ${period.bloc_year_id} and t.frequency = ${period.frequency}
      and t.state = 'in_force' and t.formula is null and t.log_kind is null
    order by m.position, is_member desc, a.unit_id`.execute(db)
  return rows.map(({ unit, parent }): ReporterRow => ({ unit, parent }))
}

/** Who has something to report and has sent nothing. */
export async function missingFrom(db: Db | Tx, period: Period): Promise<string[]> {
  const sent = await db
    .selectFrom('progress_report')
    .select('unit_id')
    .where('period_id', '=', period.id)
    .where('state', '!=', 'open')
    .execute()
  const reporters = await reportersOf(db, period)
  return reporters.map(({ unit }) => unit).filter((unit) => !sent.some((row) => row.unit_id === unit))
}
