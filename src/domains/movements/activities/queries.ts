import { sql, type RawBuilder } from 'kysely'
import type { Db, Tx } from '#platform/database/database.ts'
import { found } from '#platform/errors.ts'
import type { ActivityState } from './activity.ts'
import type { GreatDay } from './great-day.ts'

export interface ActivityReportRow {
  id: string
  held_on: string
  participants: number | null
  /** In million đồng, exact decimal text. */
  money: `${number}` | null
  result: string
  reason: string
  reported_by: string
  reported_name: string
}

export interface ActivityRow {
  id: string
  bloc_year_id: string
  movement_id: string | null
  movement_title: string | null
  great_day_id: string | null
  great_day: string | null
  title: string
  plan: string
  place: string
  starts_on: string
  ends_on: string
  charge_unit_id: string
  charge_unit: string
  charge_person: string
  state: ActivityState
  held_on: string | null
  cancel_reason: string | null
  is_news: boolean
  version: number
  /** Units that take part, with their short names of the day, in official order. */
  units: { unit: string; name: string }[]
  /** The report that stands. */
  report: ActivityReportRow | null
}

const nameOnStart = (unit: RawBuilder<unknown>) => sql`(select n.short_name from unit_name n
  where n.unit_id = ${unit} and n.from_on <= a.starts_on order by n.from_on desc limit 1)`

const selectActivities = (condition: RawBuilder<unknown>) => sql<ActivityRow>`
  select a.id, a.bloc_year_id, a.movement_id, m.title as movement_title, a.great_day_id, g.name as great_day, a.title,
    a.plan, a.place, a.starts_on, a.ends_on, a.charge_unit_id, coalesce(${nameOnStart(sql`a.charge_unit_id`)}, '') as charge_unit,
    a.charge_person, a.state, a.held_on, a.cancel_reason, a.is_news, a.version,
    coalesce((select jsonb_agg(jsonb_build_object('unit', u.unit_id, 'name', ${nameOnStart(sql`u.unit_id`)})
      order by (select min(s.position) from membership s where s.bloc_year_id = a.bloc_year_id and s.unit_id = u.unit_id))
      from activity_unit u where u.activity_id = a.id), '[]') as units,
    (select jsonb_build_object('id', r.id, 'held_on', r.held_on, 'participants', r.participants,
      'money', trim_scale(r.money)::text, 'result', r.result, 'reason', r.reason, 'reported_by', r.reported_by,
      'reported_name', p.full_name)
      from activity_report r join account c on c.id = r.reported_by join person p on p.id = c.person_id
      where r.activity_id = a.id and not exists (select from activity_report later where later.replaces_id = r.id)) as report
  from activity a left join movement m on m.id = a.movement_id left join great_day g on g.id = a.great_day_id
  where ${condition} order by a.starts_on, a.title, a.id`

/** The joint activities of a year by their days. */
export async function activitiesOf(db: Db | Tx, blocYear: string): Promise<ActivityRow[]> {
  return (await selectActivities(sql`a.bloc_year_id = ${blocYear}`).execute(db)).rows
}

export async function activityOf(db: Db | Tx, blocYear: string, id: string): Promise<ActivityRow> {
  return found((await selectActivities(sql`a.bloc_year_id = ${blocYear} and a.id = ${id}`).execute(db)).rows[0])
}

/** What may be told as news: reported, and marked so by the head. */
export async function newsOfActivities(db: Db, blocYear: string): Promise<ActivityRow[]> {
  return (await activitiesOf(db, blocYear)).filter((activity) => activity.is_news)
}

/** The tenant's great days through the year, those that are kept no longer too. */
export async function greatDays(db: Db | Tx): Promise<GreatDay[]> {
  return db
    .selectFrom('great_day')
    .select(['id', 'month', 'day', 'name', 'organisation', 'remind_days', 'is_local', 'ended_on'])
    .orderBy('month')
    .orderBy('day')
    .orderBy('name')
    .execute()
}
