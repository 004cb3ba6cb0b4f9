import { sql } from 'kysely'
import { yearById, yearsOfBloc, type BlocYearRow } from '#domains/blocs/queries.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { stateOn, type Period } from '../periods/period.ts'
import { periodsOf } from '../periods/queries.ts'
import { assignmentsOf, milestonesOf, targetsOf } from '../queries.ts'
import { lateDays, type ReportState, type Standing } from '../reporting/report.ts'
import { figureOfEntries, type PeriodValue } from '../roll-up/figure.ts'
import { readLogFigures } from '../roll-up/read-log-figures.ts'
import { plannedBy } from '../roll-up/spread-plan.ts'
import type { Assignment, Milestone, Target } from '../target.ts'
import { normalNumber } from '../value.ts'
import { forecastOf, type Forecast } from './forecast.ts'
import { lastYearOf } from './last-year.ts'
import { behindOf, type Behind } from './lateness.ts'

/** One unit and period in the report log. */
export interface LogLine {
  period: Period
  unit: string
  parent: string | null
  state: Standing
  first_sent_on: string | null
  sent_on: string | null
  /** The last day that held when it was first sent. */
  due_on: string
  /** After the last day: until it was first sent, or so far. */
  late: number
  returned: number
  verified_on: string | null
  /** How many targets were last sent as missing. */
  missing: number
}

interface LoggedRow extends Omit<LogLine, 'period' | 'state' | 'late' | 'due_on'> {
  period_id: string
  state: ReportState | null
  held_due_on: string | null
}

/** A line for every unit that owes a report in a period that has begun; who sent none has one too. */
export async function reportLogOf(db: Db | Tx, blocYear: string, today: string): Promise<LogLine[]> {
  const logged = sql<LoggedRow>`
    with owed as (
      select distinct p.id as period_id, p.ends_on, a.unit_id, a.parent_unit_id, m.position
      from report_period p
      join target t on t.bloc_year_id = p.bloc_year_id and t.frequency = p.frequency and t.state = 'in_force'
        and t.formula is null and t.log_kind is null
      join target_assignment a on a.target_id = t.id and a.is_assigned
      join membership m on m.bloc_year_id = p.bloc_year_id and m.unit_id = coalesce(a.parent_unit_id, a.unit_id)
        and m.from_on <= p.ends_on and (m.to_on is null or m.to_on >= p.ends_on)
      where p.bloc_year_id = ${blocYear} and p.starts_on <= ${today}::date
    )
    select o.period_id, o.unit_id as unit, o.parent_unit_id as parent, r.state, r.first_sent_on, r.sent_on,
      first_sent.due_on as held_due_on, coalesce(steps.returned, 0)::integer as returned,
      case when r.state = 'verified' then steps.verified_on end as verified_on,
      coalesce(cardinality(last_sent.missing), 0) as missing
    from owed o
    left join progress_report r on r.period_id = o.period_id and r.unit_id = o.unit_id
    left join lateral (
      select count(*) filter (where s.step = 'returned') as returned,
        max(s.on_day) filter (where s.step = 'verified') as verified_on
      from progress_report_step s where s.report_id = r.id
    ) steps on true
    left join lateral (
      select s.due_on from progress_report_step s where s.report_id = r.id and s.step = 'sent' order by s.at, s.id limit 1
    ) first_sent on true
    left join lateral (
      select s.missing from progress_report_step s
      where s.report_id = r.id and s.step = 'sent' order by s.at desc, s.id desc limit 1
    ) last_sent on true
    order by o.ends_on, o.position, o.parent_unit_id nulls first, o.unit_id`
  const [{ rows }, all] = await Promise.all([logged.execute(db), periodsOf(db, blocYear)])
  const periods = new Map(all.map((period) => [period.id, period]))
  return rows.flatMap((row) => {
    const period = periods.get(row.period_id)
    return period === undefined ? [] : [lineOf(row, period, today)]
  })
}

function standingOf(state: ReportState | null, period: Period, today: string): Standing {
  if (state !== null && state !== 'open') return state
  if (stateOn(period, today) === 'closed') return 'missing'
  return state ?? 'none'
}

function lineOf({ period_id: _id, held_due_on, ...row }: LoggedRow, period: Period, today: string): LogLine {
  const due_on = held_due_on ?? period.due_on
  const state = standingOf(row.state, period, today)
  return { ...row, period, due_on, state, late: lateDays(due_on, row.first_sent_on ?? today) }
}

interface Series {
  year: BlocYearRow
  targets: readonly Target[]
  assignments: readonly Assignment[]
  milestones: readonly Milestone[]
  /** Periods that are over, by their last day. */
  periods: readonly Period[]
  /** Figures that units sent, or that the log says, by target and unit. */
  figures: ReadonlyMap<string, PeriodValue[]>
}

const seat = (target: string, unit: string) => `${target} ${unit}`

async function figuresSent(db: Db | Tx, blocYear: string, today: string): Promise<Map<string, PeriodValue[]>> {
  const { rows } = await sql<{ target_id: string; unit_id: string; endsOn: string; value: string }>`
    select e.target_id, r.unit_id, p.ends_on as "endsOn", e.value
    from report_period p
    join progress_report r on r.period_id = p.id and r.state in ('sent', 'verified')
    join progress_entry e on e.report_id = r.id
    join target t on t.id = e.target_id and t.frequency = p.frequency
    where p.bloc_year_id = ${blocYear} and e.value is not null order by p.ends_on`.execute(db)
  const logged = (await readLogFigures(db, blocYear, today)).map((row) => ({ ...row, endsOn: row.ends_on }))
  const figures = new Map<string, PeriodValue[]>()
  for (const { target_id, unit_id, endsOn, value } of [...rows, ...logged]) {
    const key = seat(target_id, unit_id)
    figures.set(key, [...(figures.get(key) ?? []), { endsOn, value: normalNumber(value) }])
  }
  return figures
}

async function seriesOf(db: Db | Tx, blocYear: string, today: string): Promise<Series> {
  const targets = await targetsOf(db, blocYear, { states: ['in_force'] })
  return {
    year: await yearById(db, blocYear),
    targets: targets.filter(({ formula }) => formula === null),
    assignments: (await assignmentsOf(db, blocYear)).filter((one) => one.is_assigned && one.parent_unit_id === null),
    milestones: await milestonesOf(db, blocYear),
    periods: (await periodsOf(db, blocYear)).filter(({ ends_on }) => ends_on <= today),
    figures: await figuresSent(db, blocYear, today),
  }
}

interface Seat {
  target: Target
  assignment: Assignment
  points: readonly PeriodValue[]
  marks: readonly Milestone[]
  due: (day: string) => string | null
}

function seatsOf({ targets, assignments, milestones, figures, year }: Series): Seat[] {
  const byId = new Map(targets.map((target) => [target.id, target]))
  return assignments.flatMap((assignment) => {
    const target = byId.get(assignment.target_id)
    if (target === undefined) return []
    const isOwn = (one: { target_id: string; unit_id: string }) =>
      one.target_id === assignment.target_id && one.unit_id === assignment.unit_id
    const marks = milestones.filter(isOwn)
    const plan = { planned: assignment.planned, due_on: assignment.due_on ?? target.due_on, milestones: marks }
    const points = figures.get(seat(assignment.target_id, assignment.unit_id)) ?? []
    return [{ target, assignment, marks, points, due: (day: string) => plannedBy(target, plan, year, day) }]
  })
}

export interface BehindRow extends Behind {
  target: Target
  unit: string
}

function behindRow({ periods }: Series, { target, assignment, points, due }: Seat): BehindRow[] {
  const marks = periods
    .filter(({ frequency }) => frequency === target.frequency)
    .map(({ ends_on: on }) => ({ on, due: due(on), figure: figureOfEntries(target.accumulation, points, on).value }))
  const behind = behindOf(target, marks)
  return behind === undefined ? [] : [{ ...behind, target, unit: assignment.unit_id }]
}

export interface RedLane {
  /** Reports that are not there although their last day is over, the longest waiting first. */
  reports: readonly LogLine[]
  /** Targets behind their plan by what units sent, those behind the longest first. */
  targets: readonly BehindRow[]
}

/** Làn đỏ: who is behind, by how much, since when. */
export async function redLaneOf(db: Db | Tx, blocYear: string, today: string): Promise<RedLane> {
  const series = await seriesOf(db, blocYear, today)
  const behind = seatsOf(series).flatMap((one) => behindRow(series, one))
  const log = await reportLogOf(db, blocYear, today)
  return {
    reports: log.filter((line) => line.first_sent_on === null && line.late > 0).toSorted((a, b) => b.late - a.late),
    targets: behind.toSorted((one, other) => one.since.localeCompare(other.since)),
  }
}

export interface ForecastRow {
  target: Target
  unit: string
  planned: string | null
  /** Nothing: not enough figures yet. */
  forecast: Forecast | undefined
}

interface YearBefore {
  year: BlocYearRow
  /** Figures by what a target is called and measured in, and by unit. */
  figures: ReadonlyMap<string, PeriodValue[]>
}

/** From year to year codes change hands; a target is the same when its name and measure are. */
const sameSeat = ({ name, measure, accumulation }: Target, unit: string) =>
  [name.trim().toLocaleLowerCase('vi'), measure, accumulation, unit].join('\n')

async function yearBefore(db: Db | Tx, { year }: Series, today: string): Promise<YearBefore | undefined> {
  const before = (await yearsOfBloc(db, year.bloc.id)).find(({ ends_on }) => ends_on < year.starts_on)
  if (before === undefined) return undefined
  const targets = new Map((await targetsOf(db, before.id, { states: ['in_force'] })).map((one) => [one.id, one]))
  const figures = [...(await figuresSent(db, before.id, today))].flatMap(([key, points]) => {
    const [id = '', unit = ''] = key.split(' ')
    const target = targets.get(id)
    return target === undefined ? [] : [[sameSeat(target, unit), points] as const]
  })
  return { year: before, figures: new Map(figures) }
}

function lastYearFor(before: YearBefore | undefined, { year }: Series, { target, assignment, points }: Seat) {
  const day = points.at(-1)?.endsOn
  if (before === undefined || day === undefined) return null
  const then = before.figures.get(sameSeat(target, assignment.unit_id)) ?? []
  return lastYearOf(target.accumulation, then, { year, before: before.year, day })
}

function forecastRow(series: Series, one: Seat, before: YearBefore | undefined): ForecastRow {
  const { year } = series
  const { target, assignment, points, marks, due } = one
  const reported = points.map(({ endsOn: on, value }) => ({ on, value: value ?? '0' }))
  const last = reported.at(-1)?.on
  const { measure, accumulation } = target
  const { planned } = assignment
  const dueByMilestone = last === undefined || marks.length === 0 ? null : due(last)
  const lastYear = lastYearFor(before, series, one)
  const course = { measure, accumulation, points: reported, year, planned, dueByMilestone, lastYear }
  return { target, unit: assignment.unit_id, planned, forecast: forecastOf(course) }
}

/** Where each unit will stand with each of its targets at the year's end, by what it sent. */
export async function forecastsOf(db: Db | Tx, blocYear: string, today: string): Promise<ForecastRow[]> {
  const series = await seriesOf(db, blocYear, today)
  const before = await yearBefore(db, series, today)
  return seatsOf(series).map((one) => forecastRow(series, one, before))
}
