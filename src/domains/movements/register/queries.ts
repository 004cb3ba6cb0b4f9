import { sql, type RawBuilder } from 'kysely'
import type { Db, Tx } from '#platform/database/database.ts'
import { found } from '#platform/errors.ts'
import type { BlocYearRow } from '#domains/blocs/queries.ts'
import { allowedIn, type MovementForm, type MovementLevel, type MovementState, type ReviewKind } from './movement.ts'

/** A movement in one of its years. */
export interface MovementRow {
  id: string
  bloc_id: string
  bloc_year_id: string
  parent_id: string | null
  parent_title: string | null
  form: MovementForm
  level: MovementLevel
  unit_id: string | null
  title: string
  slogan: string
  content: string
  subjects: string
  launcher: string
  document_number: string
  document_on: string | null
  document_issuer: string
  by_years: boolean
  from_on: string | null
  to_on: string | null
  charge_unit_id: string | null
  is_public: boolean
  state: MovementState
  launched_on: string | null
  closed_on: string | null
  version: number
  milestone: string
  carried_from: string | null
  /** Units that take part this year. */
  participants: number
}

/** What `readPeriod` reads, as the row keeps it. */
export const periodOf = (row: Pick<MovementRow, 'by_years' | 'from_on' | 'to_on'>) => ({
  byYears: row.by_years,
  fromOn: row.from_on,
  toOn: row.to_on,
})

const selectMovements = (condition: RawBuilder<unknown>) => sql<MovementRow>`
  select m.*, y.bloc_year_id, y.milestone, y.carried_from, parent.title as parent_title,
    (select count(*) from participation p where p.movement_id = m.id and p.bloc_year_id = y.bloc_year_id
      and p.withdrawn_on is null) as participants
  from movement_year y join movement m on m.id = y.movement_id
  left join movement parent on parent.id = m.parent_id
  where ${condition}
  order by m.level, m.from_on nulls last, m.created_at, m.id`

/** The register of a year, from the centre down. */
export async function movementsOfYear(db: Db | Tx, blocYear: string): Promise<MovementRow[]> {
  return (await selectMovements(sql`y.bloc_year_id = ${blocYear}`).execute(db)).rows
}

export async function movementOf(db: Db | Tx, blocYear: string, id: string): Promise<MovementRow> {
  const { rows } = await selectMovements(sql`y.bloc_year_id = ${blocYear} and m.id = ${id}`).execute(db)
  return found(rows[0])
}

/** Movements of earlier years whose period goes on in this one, and which nobody carried over yet. */
export async function movementsToCarry(db: Db | Tx, year: BlocYearRow): Promise<MovementRow[]> {
  const { rows } = await selectMovements(sql`m.bloc_id = ${year.bloc.id}
    and m.state::text = any(${[...allowedIn.carry]}) and (m.to_on is null or m.to_on >= ${year.starts_on}::date)
    and y.bloc_year_id = (select last.bloc_year_id from movement_year last join bloc_year b on b.id = last.bloc_year_id
      where last.movement_id = m.id order by b.starts_on desc limit 1)
    and (select b.starts_on from bloc_year b where b.id = y.bloc_year_id) < ${year.starts_on}::date`).execute(db)
  return rows
}

const plain = (text: RawBuilder<unknown>) => sql`btrim(regexp_replace(${text}, '[^a-z0-9]+', ' ', 'g'))`

/** The bloc's movement of this name, tone marks, case and signs aside; the one that began last. */
export async function movementByName(db: Db | Tx, bloc: string, title: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from movement where bloc_id = ${bloc} and state <> 'closed'
      and ${plain(sql`folded`)} = ${plain(sql`extensions.vn_fold(${title})`)}
    order by from_on desc nulls last, created_at desc limit 1`.execute(db)
  return rows[0]?.id
}

/** The years in which a movement was run, the latest first. */
export async function yearsOfMovement(db: Db, movement: string) {
  return db
    .selectFrom('movement_year as m')
    .innerJoin('bloc_year as y', 'y.id', 'm.bloc_year_id')
    .select(['y.id', 'y.slug', 'm.milestone', 'm.carried_from'])
    .where('m.movement_id', '=', movement)
    .orderBy('y.starts_on', 'desc')
    .execute()
}

/** From the centre down, when each level took the movement up. */
export async function adoptionsOf(db: Db, movement: string) {
  return db
    .selectFrom('movement_adoption')
    .select(['id', 'level', 'adopter', 'unit_id', 'adopted_on', 'document'])
    .where('movement_id', '=', movement)
    .orderBy('level')
    .orderBy('adopted_on')
    .execute()
}

export interface ReviewRow {
  id: string
  movement_id: string
  bloc_year_id: string
  kind: ReviewKind
  planned_on: string
  held_on: string | null
  result: string
}

/** The reviews of the movements that stand in a year's register, of whichever year they are. */
export async function reviewsOfYear(db: Db, blocYear: string): Promise<ReviewRow[]> {
  return db
    .selectFrom('movement_review as r')
    .innerJoin('movement_year as y', 'y.movement_id', 'r.movement_id')
    .select(['r.id', 'r.movement_id', 'r.bloc_year_id', 'r.kind', 'r.planned_on', 'r.held_on', 'r.result'])
    .where('y.bloc_year_id', '=', blocYear)
    .orderBy('r.planned_on')
    .execute()
}

/** The reviews of a movement in all its years, by their planned days. */
export async function reviewsOf(db: Db | Tx, movement: string): Promise<ReviewRow[]> {
  return db
    .selectFrom('movement_review')
    .select(['id', 'movement_id', 'bloc_year_id', 'kind', 'planned_on', 'held_on', 'result'])
    .where('movement_id', '=', movement)
    .orderBy('planned_on')
    .execute()
}

/** What the public page of a year shows of its movements. */
export async function publicMovements(db: Db, blocYear: string): Promise<MovementRow[]> {
  return (await movementsOfYear(db, blocYear)).filter((movement) => movement.is_public)
}
