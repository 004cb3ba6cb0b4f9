import { sql, type RawBuilder } from 'kysely'
import type { ReportFrequency, ReportState } from '../../../../db/types.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import type { Value } from '../value.ts'

/** Whose word counts: all that was typed, what units sent, or what the bloc verified. */
export const standings = {
  entered: ['open', 'sent', 'returned', 'verified'],
  declared: ['sent', 'verified'],
  verified: ['verified'],
} as const satisfies Record<string, readonly ReportState[]>

export type Standing = keyof typeof standings

export interface FigureRow {
  bloc_year_id: string
  target_id: string
  /** Null is the bloc as a whole. */
  unit_id: string | null
  parent_unit_id: string | null
  value: Value
  planned: Value
  /** Of the plan; where less is better, keeping within it is 100. */
  percent: Value
  /** The last day of the newest period that it comes from. */
  as_of: string | null
  /** How many of a unit's periods hold a figure, of how many that are over. */
  periods_reported: number
  periods_over: number
  /** How many units have a figure, of how many that have the target. */
  units_reporting: number
  units_assigned: number
}

export interface FiguresAsked {
  blocYears: readonly string[]
  /** Periods that end by this day count. */
  until: string
  standing: Standing
  /** The bloc alone, or units and sub-units too. */
  level?: 'bloc' | 'all'
  /** Only this unit and its sub-units, without the bloc. */
  unit?: string
}

/** Divided with thirty places, so that rounding to six is rounding once. */
const wide = sql.raw('1.000000000000000000000000000000')

/** As `rollUp` in figure.ts; over rows of assigned parts, null where nothing was reported. */
const rolledUp = sql`case t.roll_up
    when 'sum' then sum(p.value)
    when 'weighted_mean' then round(sum(p.value * p.weight * ${wide}) / nullif(sum(p.weight) filter (where p.value is not null), 0), 6)
    when 'min' then min(p.value)
    when 'all_of' then case when min(p.value) = 0 then 0 when count(p.value) = count(*) then 1 end
    when 'last' then case when t.measure = 'day' then max(p.value)
      else (max(array[(p.as_of - date '1970-01-01')::numeric, p.value]) filter (where p.value is not null))[2] end
  end`

/** As `rollUpPlans`. */
const plansRolledUp = sql`case t.roll_up
    when 'sum' then sum(p.planned)
    when 'weighted_mean' then round(sum(p.planned * p.weight * ${wide}) / nullif(sum(p.weight) filter (where p.planned is not null), 0), 6)
    when 'last' then case when t.measure = 'day' then max(p.planned) when min(p.planned) = max(p.planned) then min(p.planned) end
    else min(p.planned)
  end`

/** As `computed`; over the members of a formula in their order. */
const computedOf = sql`case when count(m.value) = count(*) then case m.kind
    when 'ratio' then round(max(m.value) filter (where m.place = 1) * 100 * ${wide}
      / nullif(max(m.value) filter (where m.place = 2), 0), 6)
    when 'sum' then sum(m.value)
    when 'difference' then sum(case when m.place = 1 then m.value else - m.value end)
  end end`

const isReached = sql`case f.direction when 'less' then f.value <= f.planned else f.value >= f.planned end`

/** As `percentOfPlan`. */
const percent = sql`case
    when f.value is null or f.planned is null then null
    when f.measure in ('class', 'day') or f.planned <= 0 or (f.direction = 'less' and f.value <= f.planned)
      then case when ${isReached} then 100 else 0 end
    when f.direction = 'less' then round(f.planned * 100 * ${wide} / f.value, 6)
    else round(f.value * 100 * ${wide} / f.planned, 6)
  end`

/** The targets, the periods that are over, and what stands in them, added up and as the newest said. */
function whatWasEntered({ blocYears, until, standing }: FiguresAsked) {
  const years = sql`any(${[...blocYears]}::uuid[])`
  const states = sql`any(${[...standings[standing]]}::report_state[])`
  return sql`t as materialized (
      select id, bloc_year_id, code, measure, direction, accumulation, roll_up, frequency, formula, log_kind
      from target where bloc_year_id = ${years} and state = 'in_force'
    ), over_periods as (
      select bloc_year_id, frequency, count(*)::integer as periods
      from report_period where bloc_year_id = ${years} and ends_on <= ${until}::date group by 1, 2
    ), reported as materialized (
      select r.id, r.unit_id, q.frequency, q.ends_on
      from report_period q join progress_report r on r.period_id = q.id
      where q.bloc_year_id = ${years} and q.ends_on <= ${until}::date and r.state = ${states}
    ), entered as materialized (
      select e.target_id, r.unit_id, r.frequency, sum(e.value) as total, count(*)::integer as periods,
        max(array[(r.ends_on - date '1970-01-01')::numeric, e.value]) as newest
      from reported r join progress_entry e on e.report_id = r.id
      where e.value is not null
      group by e.target_id, r.unit_id, r.frequency
    )`
}

/** As `countsOfLog`, since the year began: a figure that is counted from the log stands without any report. */
const whatWasLogged = (until: string) => sql`logged as (
      select t.id as target_id, e.unit_id, t.frequency, count(distinct q.id)::integer as periods,
        case when max(n.counting) = 'last' then (max(array[(e.on_day - date '1970-01-01')::numeric, v.value]))[2]
          when split_part(t.log_kind, '.', 2) = '' then count(*) else sum(v.value) end as total,
        max(e.on_day) as last_day
      from t
      join log_kind k on k.bloc_year_id = t.bloc_year_id and k.code = split_part(t.log_kind, '.', 1)
      join log_entry e on e.log_kind_id = k.id and not e.is_withdrawal and e.on_day <= ${until}::date
        and not exists (select from log_entry later where later.replaces_id = e.id)
      left join log_number n on n.log_kind_id = k.id and n.code = split_part(t.log_kind, '.', 2)
      left join log_value v on v.entry_id = e.id and v.number_code = n.code
      left join report_period q on q.bloc_year_id = t.bloc_year_id and q.frequency = t.frequency
        and e.on_day between q.starts_on and q.ends_on and q.ends_on <= ${until}::date
      where split_part(t.log_kind, '.', 2) = '' or v.value is not null
      group by t.id, e.unit_id, t.frequency, t.log_kind
    ), said as (
      select target_id, unit_id, frequency, total, periods, newest from entered
      union all
      select target_id, unit_id, frequency, total, periods, array[(last_day - date '1970-01-01')::numeric, total] from logged
    )`

/** Each unit's part: what it reported itself, else what its sub-units did. */
const parts = sql`own as materialized (
      select a.target_id, a.unit_id, a.parent_unit_id, coalesce(a.weight, 1) as weight, a.planned,
        case when t.formula is not null then null when t.accumulation = 'flow' then e.total else e.newest[2] end as value,
        case when t.formula is null then date '1970-01-01' + e.newest[1]::integer end as as_of,
        coalesce(e.periods, 0) as periods
      from t join target_assignment a on a.target_id = t.id and a.is_assigned
      left join said e on e.target_id = a.target_id and e.unit_id = a.unit_id and e.frequency = t.frequency
    ), below as (
      select p.target_id, p.parent_unit_id as unit_id, ${rolledUp} as value, max(p.as_of) as as_of
      from own p join t on t.id = p.target_id
      where p.parent_unit_id is not null group by p.target_id, p.parent_unit_id, t.roll_up, t.measure
    ), part as materialized (
      select o.target_id, o.unit_id, o.parent_unit_id, o.weight, o.planned, o.periods,
        coalesce(o.value, b.value) as value, case when o.value is null then b.as_of else o.as_of end as as_of
      from own o left join below b on b.target_id = o.target_id and b.unit_id = o.unit_id
    )`

/** The parts and, under the id of their year, the blocs as wholes. */
const leveled = sql`leveled as materialized (
      select target_id, unit_id as key, parent_unit_id, planned, value, as_of, periods, 1 as assigned from part
      union all
      select p.target_id, t.bloc_year_id, null, ${plansRolledUp}, ${rolledUp}, max(p.as_of), 0, count(*)::integer
      from part p join t on t.id = p.target_id
      where p.parent_unit_id is null group by p.target_id, t.bloc_year_id, t.roll_up, t.measure
    )`

/** With what is computed from other targets, at every level from the figures of that level. */
const figures = sql`member as (
      select f.id as target_id, f.formula ->> 'kind' as kind, of.place, l.key, v.value, v.as_of
      from t f
      join leveled l on l.target_id = f.id
      cross join lateral jsonb_array_elements_text(f.formula -> 'of') with ordinality as of (code, place)
      left join t g on g.bloc_year_id = f.bloc_year_id and g.code = of.code
      left join leveled v on v.target_id = g.id and v.key = l.key
      where f.formula is not null
    ), computed as (
      select m.target_id, m.key, ${computedOf} as value, min(m.as_of) as as_of
      from member m group by m.target_id, m.key, m.kind
    ), figure as materialized (
      select l.target_id, l.key, l.parent_unit_id, l.planned, l.periods, l.assigned,
        case when t.formula is null then l.value else c.value end as value,
        case when t.formula is null then l.as_of when c.value is not null then c.as_of end as as_of,
        t.bloc_year_id, t.measure, t.direction, t.frequency
      from leveled l join t on t.id = l.target_id
      left join computed c on c.target_id = l.target_id and c.key = l.key
    ), reporting as (
      select target_id, count(value)::integer as units from figure
      where key <> bloc_year_id and parent_unit_id is null group by target_id
    )`

const answer = sql`select f.bloc_year_id, f.target_id, nullif(f.key, f.bloc_year_id) as unit_id, f.parent_unit_id,
      trim_scale(f.value)::text as value, trim_scale(f.planned)::text as planned, trim_scale(${percent})::text as percent,
      f.as_of, f.periods as periods_reported, coalesce(o.periods, 0) as periods_over,
      case when f.key = f.bloc_year_id then coalesce(r.units, 0) else (f.value is not null)::integer end as units_reporting,
      f.assigned as units_assigned
    from figure f
    left join reporting r on r.target_id = f.target_id
    left join over_periods o on o.bloc_year_id = f.bloc_year_id and o.frequency = f.frequency`

/** One unit with its sub-units, the bloc alone, or all. */
function chosen({ unit, level }: FiguresAsked): RawBuilder<unknown> {
  if (unit !== undefined) return sql`f.key = ${unit}::uuid or f.parent_unit_id = ${unit}::uuid`
  return level === 'bloc' ? sql`f.key = f.bloc_year_id` : sql`true`
}

/** The figures of whole years in one query: of each target for the bloc, its units and their sub-units. */
export async function figuresOf(db: Db | Tx, asked: FiguresAsked): Promise<FigureRow[]> {
  const { rows } = await sql<FigureRow>`
    with ${whatWasEntered(asked)}, ${whatWasLogged(asked.until)}, ${parts}, ${leveled}, ${figures}
    ${answer} where ${chosen(asked)}`.execute(db)
  return rows
}

export interface ReportsCounted {
  frequency: ReportFrequency
  sent: number
  /** Sent for the first time after the last day for it. */
  late: number
  /** Not sent, though that day is over. */
  missing: number
}

/** How timely a unit reports, by frequency; only periods that its targets ask for count. */
export async function countReports(
  db: Db | Tx,
  { blocYear, unit, today }: { blocYear: string; unit: string; today: string },
): Promise<ReportsCounted[]> {
  const { rows } = await sql<ReportsCounted>`
    select q.frequency, count(r.first_sent_on)::integer as sent,
      (count(*) filter (where r.first_sent_on > q.due_on))::integer as late,
      (count(*) filter (where r.first_sent_on is null and q.due_on < ${today}::date))::integer as missing
    from report_period q
    left join progress_report r on r.period_id = q.id and r.unit_id = ${unit}
    where q.bloc_year_id = ${blocYear} and exists (
      select from target t join target_assignment a on a.target_id = t.id
      where t.bloc_year_id = q.bloc_year_id and t.state = 'in_force' and t.frequency = q.frequency
        and a.unit_id = ${unit} and a.is_assigned)
    group by q.frequency order by q.frequency`.execute(db)
  return rows
}
