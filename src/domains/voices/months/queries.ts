import { sql } from 'kysely'
import type { Db, Tx } from '#platform/database/database.ts'
import { found } from '#platform/errors.ts'
import { breakdowns, type Breakdown, type CodedCounts, type MonthFigures } from './month-figures.ts'

export interface Threshold {
  from_on: string
  least: number
  hot_least: number
  /** Decimal text. */
  hot_factor: string
  hot_months: number
  basis: string
}

/** The thresholds of the tenant, the newest first. */
export const thresholds = (db: Db | Tx): Promise<Threshold[]> =>
  db
    .selectFrom('opinion_threshold')
    .select(['from_on', 'least', 'hot_least', 'hot_factor', 'hot_months', 'basis'])
    .orderBy('from_on', 'desc')
    .execute()

export async function thresholdOn(db: Db | Tx, day: string): Promise<Threshold> {
  return found((await thresholds(db)).find(({ from_on }) => from_on <= day))
}

export interface MonthRow {
  month: string
  figures: MonthFigures
  closed_by_name: string
  closed_at: Date
}

/** The closed months of a year in their order. */
export async function closedMonths(db: Db | Tx, blocYear: string): Promise<MonthRow[]> {
  const rows = await db
    .selectFrom('opinion_month')
    .select(['month', 'figures', 'closed_by_name', 'closed_at'])
    .where('bloc_year_id', '=', blocYear)
    .orderBy('month')
    .execute()
  return rows.map(({ figures, ...row }) => ({ ...row, figures: figures as unknown as MonthFigures }))
}

/** What the month that ends on a day would count: taken opinions that no closed month holds. */
const batch = (blocYear: string, end: string) => sql`
  select o.* from opinion o
  where o.bloc_year_id = ${blocYear} and o.received_on <= ${end}::date and o.state not in ('received', 'refused')
    and not exists (select from opinion_counted c where c.opinion_id = o.id)`

interface CountRow {
  what: Breakdown | 'total'
  key: string
  count: number
}

/** Exact counts of a month's opinions, read in one go; `today` tells what is overdue. Nobody is shown these. */
export async function countMonth(
  tx: Tx,
  { blocYear, end, today }: { blocYear: string; end: string; today: string },
): Promise<CodedCounts> {
  const { rows } = await sql<CountRow>`
    with batch as materialized (
      select o.topic_id, coalesce(nullif(p.area, ''), p.name, o.place_name) as place, o.group_code, o.field_code, o.concern,
        case when v.is_solved then 'solved' when not v.is_solved then 'unsolved'
          when l.state in ('answered', 'closed') then 'answered'
          when r.due_on < ${today}::date then 'overdue' else 'waiting' end as outcome
      from (${batch(blocYear, end)}) o
      join opinion l on l.id = coalesce(o.led_by, o.id)
      left join opinion_place p on p.id = o.place_id
      left join opinion_routing r on r.opinion_id = l.id and r.ended_at is null
      left join (select distinct on (opinion_id) opinion_id, is_solved from opinion_verdict
        order by opinion_id, number desc) v on v.opinion_id = o.id
    )
    select 'total' as what, '' as key, count(*)::integer as count from batch
    union all select 'topics', coalesce(topic_id::text, ''), count(*)::integer from batch group by topic_id
    union all select 'places', place, count(*)::integer from batch group by place
    union all select 'groups', coalesce(group_code, ''), count(*)::integer from batch group by group_code
    union all select 'fields', coalesce(field_code, ''), count(*)::integer from batch group by field_code
    union all select 'concerns', coalesce(concern::text, ''), count(*)::integer from batch group by concern
    union all select 'outcomes', outcome, count(*)::integer from batch group by outcome`.execute(tx)
  const of = (what: Breakdown) => rows.filter((row) => row.what === what).map(({ key, count }) => ({ key, count }))
  const counts = Object.fromEntries(breakdowns.map((what) => [what, of(what)])) as Record<Breakdown, typeof rows>
  return { ...counts, total: rows.find(({ what }) => what === 'total')?.count ?? 0 }
}

/** Writes down which opinions a month holds, in the order of their random ids. */
export async function markCounted(tx: Tx, { blocYear, month, end }: { blocYear: string; month: string; end: string }) {
  await sql`
    insert into opinion_counted (opinion_id, bloc_year_id, month)
    select id, ${blocYear}::uuid, ${month}::date from (${batch(blocYear, end)}) o order by id`.execute(tx)
}

/** The earliest month that has opinions to count and was never closed; nothing when there is none. */
export async function firstOpenMonth(db: Db | Tx, blocYear: string): Promise<string | null> {
  const { rows } = await sql<{ month: string | null }>`
    select min(date_trunc('month', o.received_on))::date as month from opinion o
    where o.bloc_year_id = ${blocYear} and o.state not in ('received', 'refused')
      and not exists (select from opinion_counted c where c.opinion_id = o.id)
      and not exists (select from opinion_month m where m.bloc_year_id = o.bloc_year_id
        and m.month = date_trunc('month', o.received_on)::date)`.execute(db)
  return rows[0]?.month ?? null
}

/** Whether opinions of a span still wait to be taken or refused. */
export async function hasWaiting(db: Db | Tx, blocYear: string, end: string): Promise<boolean> {
  const row = await db
    .selectFrom('opinion')
    .select('id')
    .where('bloc_year_id', '=', blocYear)
    .where('state', '=', 'received')
    .where('received_on', '<=', end)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** How many taken opinions a topic and what lies under it have in a span of days. */
export async function countOfTopic(
  db: Db | Tx,
  { blocYear, topic, from, to }: { blocYear: string; topic: string; from: string; to: string },
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    with recursive below as (
      select id from opinion_topic where id = ${topic}
      union select t.id from opinion_topic t join below b on t.parent_id = b.id)
    select count(*)::integer as count from opinion o
    where o.bloc_year_id = ${blocYear} and o.topic_id in (select id from below)
      and o.state not in ('received', 'refused') and o.received_on between ${from}::date and ${to}::date`.execute(db)
  return rows[0]?.count ?? 0
}
