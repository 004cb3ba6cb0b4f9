import { sql } from 'kysely'
import type { Db, Tx } from '#platform/database/database.ts'
import { found } from '#platform/errors.ts'
import { normalNumber } from '../value.ts'
import type { Review, ReviewClause, ReviewFigure, ReviewSource } from './review.ts'
import type { ReviewActivity, ReviewExample, ReviewLog, ReviewMovement } from '../review-rules/review-data.ts'

const columns = [
  'id',
  'bloc_year_id',
  'unit_id',
  'kind',
  'from_on',
  'to_on',
  'place',
  'dated_on',
  'state',
  'version',
  'finished_at',
  'paper_sha256',
] as const

const selectReviews = (db: Db | Tx) => db.selectFrom('year_review').select(columns)

/** The reviews of a year, the latest first. */
export const reviewsOf = (db: Db, blocYear: string): Promise<Review[]> =>
  selectReviews(db).where('bloc_year_id', '=', blocYear).orderBy('to_on', 'desc').orderBy('created_at').execute()

export async function reviewById(db: Db | Tx, id: string): Promise<Review> {
  return found(await selectReviews(db).where('id', '=', id).executeTakeFirst())
}

/** Held until the transaction ends. */
export async function lockedReview(tx: Tx, id: string): Promise<Review> {
  return found(await selectReviews(tx).where('id', '=', id).forUpdate().executeTakeFirst())
}

/** The paper of a finished review as blocks. */
export async function finishedPaper(db: Db, id: string): Promise<unknown> {
  return found(await db.selectFrom('year_review').select('paper').where('id', '=', id).executeTakeFirst()).paper
}

/** The sentences of a review in the order of the paper. */
export async function clausesOf(db: Db | Tx, review: string): Promise<ReviewClause[]> {
  const rows = await db
    .selectFrom('year_review_clause')
    .selectAll()
    .where('review_id', '=', review)
    .orderBy('section')
    .orderBy('position')
    .execute()
  return rows.map(({ figures, sources, ...row }) => ({
    ...row,
    figures: figures as unknown as ReviewFigure[],
    sources: sources as unknown as ReviewSource[],
  }))
}

interface Span {
  blocYear: string
  from: string
  to: string
  /** Only what this unit did. */
  unit: string | null
}

/** The movements of a year with who takes part in them, and how many told a result. */
export async function movementsFor(db: Db, { blocYear, from, to, unit }: Span): Promise<ReviewMovement[]> {
  const { rows } = await sql<ReviewMovement>`
    select v.id, v.title, v.version, v.state, v.launched_on, count(distinct p.unit_id)::integer as units,
      count(distinct r.participation_id)::integer as results,
      (select max(w.held_on) from movement_review w where w.movement_id = v.id and w.bloc_year_id = y.bloc_year_id
        and w.held_on between ${from}::date and ${to}::date) as reviewed_on
    from movement_year y join movement v on v.id = y.movement_id
    left join participation p on p.movement_id = v.id and p.bloc_year_id = y.bloc_year_id
      and p.registered_on <= ${to}::date and p.withdrawn_on is null and (${unit}::uuid is null or p.unit_id = ${unit}::uuid)
    left join participation_result r on r.participation_id = p.id and r.ends_on between ${from}::date and ${to}::date
    where y.bloc_year_id = ${blocYear} and v.state <> 'draft' and v.launched_on <= ${to}::date
      and (${unit}::uuid is null or p.id is not null)
    group by v.id, y.bloc_year_id order by v.launched_on, v.title collate "vi-x-icu"`.execute(db)
  return rows
}

/** Joint activities that were held, each with the newest of its reports. */
export async function activitiesFor(db: Db, { blocYear, from, to, unit }: Span): Promise<ReviewActivity[]> {
  const { rows } = await sql<ReviewActivity>`
    select a.id, a.title, a.version, a.held_on, a.place, r.participants,
      (select count(*)::integer from activity_unit u where u.activity_id = a.id) as units
    from activity a
    left join activity_report r on r.activity_id = a.id
      and not exists (select from activity_report later where later.replaces_id = r.id)
    where a.bloc_year_id = ${blocYear} and a.state in ('held', 'reported')
      and a.held_on between ${from}::date and ${to}::date
      and (${unit}::uuid is null or a.charge_unit_id = ${unit}::uuid
        or exists (select from activity_unit u where u.activity_id = a.id and u.unit_id = ${unit}::uuid))
    order by a.held_on, a.title`.execute(db)
  return rows
}

/** Examples that were confirmed, with how often others did alike. */
export async function examplesFor(db: Db, { blocYear, from, to, unit }: Span): Promise<ReviewExample[]> {
  const { rows } = await sql<ReviewExample>`
    select e.id, e.name, e.version, e.kind, e.unit_id as unit,
      (select count(*)::integer from replication r where r.example_id = e.id and r.replicated_on <= ${to}::date)
        as replications
    from example e
    where e.bloc_year_id = ${blocYear} and e.state = 'confirmed' and (e.kind <> 'person' or e.consent_on is not null)
      and (e.nominated_at at time zone 'Asia/Ho_Chi_Minh')::date between ${from}::date and ${to}::date
      and (${unit}::uuid is null or e.unit_id = ${unit}::uuid)
    order by e.kind, e.name collate "vi-x-icu"`.execute(db)
  return rows
}

interface LogRow {
  kind: string
  name: string
  entries: number
  code: string | null
  number: string | null
  measure: string | null
  value: string | null
}

/** The log of a year by kind: entries that stand, and the sum of each number that adds up. */
export async function logFor(db: Db, { blocYear, from, to, unit }: Span): Promise<ReviewLog[]> {
  const { rows } = await sql<LogRow>`
    with standing as (
      select e.id, e.log_kind_id from log_entry e
      where e.bloc_year_id = ${blocYear} and e.on_day between ${from}::date and ${to}::date and not e.is_withdrawal
        and (${unit}::uuid is null or e.unit_id = ${unit}::uuid)
        and not exists (select from log_entry later where later.replaces_id = e.id)
    )
    select k.code as kind, k.name, (select count(*)::integer from standing s where s.log_kind_id = k.id) as entries,
      n.code, n.name as number, n.measure, sum(v.value)::text as value
    from log_kind k
    left join log_number n on n.log_kind_id = k.id and n.counting = 'sum'
    left join log_value v on v.log_kind_id = k.id and v.number_code = n.code
      and v.entry_id in (select id from standing)
    where k.bloc_year_id = ${blocYear}
    group by k.id, n.log_kind_id, n.code order by k.position, n.position`.execute(db)
  return [...Map.groupBy(rows, (row) => row.kind)].map(([kind, [first, ...others]]) => ({
    kind,
    name: first?.name ?? '',
    entries: first?.entries ?? 0,
    numbers: [...(first === undefined ? [] : [first]), ...others].flatMap(({ code, number, measure, value }) =>
      code === null || value === null
        ? []
        : [{ code, name: number ?? '', measure: measure ?? '', value: normalNumber(value) }],
    ),
  }))
}

/** Names that units of the year bore once and bear no longer on a day, each with the name of that day. */
export async function formerNames(db: Db, blocYear: string, day: string) {
  const { rows } = await sql<{ former: string; now: string; ended_on: string }>`
    select distinct n.full_name as former, current.full_name as now, n.to_on as ended_on
    from membership m
    join unit_name n on n.unit_id = m.unit_id and n.to_on < ${day}::date
    join unit_name current on current.unit_id = m.unit_id and current.from_on <= ${day}::date
      and (current.to_on is null or current.to_on >= ${day}::date)
    where m.bloc_year_id = ${blocYear} and n.full_name <> current.full_name`.execute(db)
  return rows
}
