import { sql } from 'kysely'
import { mandatesOfUnits, type MandateRow } from '#domains/units/mandates/queries.ts'
import { namesOn } from '#domains/units/queries.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { holdsWords } from '#platform/database/name-search.ts'
import { found } from '#platform/errors.ts'
import type { Bloc } from './bloc.ts'
import { dayWithin, yearLabel, type OfficeName, type Stop, type YearKind } from './bloc-year.ts'

const blocColumns = [
  'id',
  'slug',
  'code',
  'name',
  'short_name',
  'kind',
  'level_code',
  'founding_number',
  'founding_on',
  'founding_issuer',
  'ended_on',
] as const

export interface BlocInList extends Bloc {
  /** The latest year, if one was ever started, and how many members it has. */
  year_slug: string | null
  members: number
}

/** Blocs by name, short name or code, with or without tone marks, in the order of their codes. */
export async function findBlocs(db: Db, { text = '', page = 1, size = 20 }) {
  const matches = holdsWords(text, { folded: sql`b.folded`, initials: sql`b.initials` })
  const { rows } = await sql<BlocInList & { total: number }>`
    select b.id, b.slug, b.code, b.name, b.short_name, b.kind, b.level_code, b.founding_number, b.founding_on,
      b.founding_issuer, b.ended_on, year.slug as year_slug, count(*) over () as total,
      (select count(*) from membership m where m.bloc_year_id = year.id and m.to_on is null) as members
    from bloc b
    left join lateral (
      select id, slug from bloc_year where bloc_id = b.id order by starts_on desc limit 1
    ) year on true
    where ${matches}
    order by b.code collate "vi-x-icu", b.id
    limit ${size} offset ${(page - 1) * size}`.execute(db)
  return { blocs: rows.map(({ total: _total, ...bloc }): BlocInList => bloc), total: rows[0]?.total ?? 0 }
}

export async function blocBySlug(db: Db, slug: string): Promise<Bloc> {
  return found(await db.selectFrom('bloc').select(blocColumns).where('slug', '=', slug).executeTakeFirst())
}

/** A year with its bloc. */
export interface BlocYearRow {
  id: string
  slug: string
  /** "2023", "2013–2014". */
  label: string
  kind: YearKind
  starts_on: string
  ends_on: string
  bloc: Pick<Bloc, 'id' | 'slug' | 'code' | 'name' | 'short_name' | 'founding_number'>
}

const selectYears = (db: Db) =>
  db
    .selectFrom('bloc_year')
    .innerJoin('bloc', 'bloc.id', 'bloc_year.bloc_id')
    .select([
      'bloc_year.id',
      'bloc_year.slug',
      'bloc_year.kind',
      'bloc_year.starts_on',
      'bloc_year.ends_on',
      'bloc.id as bloc_id',
      'bloc.slug as bloc_slug',
      'bloc.code',
      'bloc.name',
      'bloc.short_name',
      'bloc.founding_number',
    ])
    .orderBy('bloc_year.starts_on', 'desc')

type YearSelected = Awaited<ReturnType<ReturnType<typeof selectYears>['executeTakeFirstOrThrow']>>

const yearRow = ({ id, slug, kind, starts_on, ends_on, bloc_id, bloc_slug, ...bloc }: YearSelected): BlocYearRow => ({
  id,
  slug,
  label: yearLabel(slug),
  kind,
  starts_on,
  ends_on,
  bloc: { id: bloc_id, slug: bloc_slug, ...bloc },
})

export async function blocYear(db: Db, blocSlug: string, yearSlug: string): Promise<BlocYearRow> {
  const year = selectYears(db).where('bloc.slug', '=', blocSlug).where('bloc_year.slug', '=', yearSlug)
  return yearRow(found(await year.executeTakeFirst()))
}

export async function yearById(db: Db, id: string): Promise<BlocYearRow> {
  return yearRow(found(await selectYears(db).where('bloc_year.id', '=', id).executeTakeFirst()))
}

/** The years of a bloc, the latest first. */
export async function yearsOfBloc(db: Db, bloc: string): Promise<BlocYearRow[]> {
  return (await selectYears(db).where('bloc_year.bloc_id', '=', bloc).execute()).map(yearRow)
}

/** The bloc-years in which the person has a part, the latest first. */
export async function blocYearsOfActor(db: Db, actor: Actor): Promise<BlocYearRow[]> {
  const ids = [...actor.memberships, ...actor.blocRoles].map((held) => held.blocYear)
  if (ids.length === 0) return []
  return (await selectYears(db).where('bloc_year.id', 'in', ids).orderBy('bloc.code').execute()).map(yearRow)
}

/** A unit in a bloc-year under the names of a day. */
export interface MemberRow {
  membership: string
  unit: string
  position: number
  from_on: string
  to_on: string | null
  full_name: string
  short_name: string
  office: OfficeName | null
}

/** The members on a day in official order, under the names of that day of the year, each with its office. */
export async function membersOn(db: Db, blocYear: string, day: string): Promise<MemberRow[]> {
  const within = dayWithin(day, await yearById(db, blocYear))
  const { rows } = await sql<Omit<MemberRow, 'full_name' | 'short_name'>>`
    select m.id as membership, m.unit_id as unit, m.position, m.from_on, m.to_on,
      (select o.office from bloc_office o
        where o.bloc_year_id = m.bloc_year_id and o.unit_id = m.unit_id
          and o.from_on <= ${within}::date and (o.to_on is null or o.to_on >= ${within}::date)
        order by o.office limit 1) as office
    from membership m
    where m.bloc_year_id = ${blocYear}
      and m.from_on <= ${within}::date and (m.to_on is null or m.to_on >= ${within}::date)
    order by m.position, m.from_on`.execute(db)
  const names = await namesOn(
    db,
    rows.map((row) => row.unit),
    within,
  )
  return rows.map((row) => ({ ...row, ...(names.get(row.unit) ?? { full_name: '', short_name: '' }) }))
}

/** Every membership and office that a bloc-year ever had, with names of a day: its history. */
export async function pastOfYear(db: Db, blocYear: string, day: string) {
  const [memberships, offices] = await Promise.all([
    db.selectFrom('membership').selectAll().where('bloc_year_id', '=', blocYear).orderBy('from_on').execute(),
    db.selectFrom('bloc_office').selectAll().where('bloc_year_id', '=', blocYear).orderBy('from_on', 'desc').execute(),
  ])
  const names = await namesOn(
    db,
    [...memberships, ...offices].map((row) => row.unit_id),
    day,
  )
  const named = <Row extends { unit_id: string }>(row: Row) => ({
    ...row,
    name: names.get(row.unit_id)?.full_name ?? '',
  })
  return { ended: memberships.filter((row) => row.to_on !== null).map(named), offices: offices.map(named) }
}

const withinYear = (day: string) => sql<string>`greatest(bloc_year.starts_on, least(bloc_year.ends_on, ${day}::date))`

/** In which bloc-years units are members: a part of the `Actor`. */
export async function membershipsOfUnits(db: Db, units: readonly string[], day: string) {
  if (units.length === 0) return []
  return db
    .selectFrom('membership')
    .innerJoin('bloc_year', 'bloc_year.id', 'membership.bloc_year_id')
    .select(['membership.bloc_year_id as blocYear', 'membership.unit_id as unit'])
    .where('membership.unit_id', 'in', [...units])
    .where('membership.from_on', '<=', withinYear(day))
    .where((where) =>
      where.or([where('membership.to_on', 'is', null), where('membership.to_on', '>=', withinYear(day))]),
    )
    .orderBy('bloc_year.starts_on', 'desc')
    .execute()
}

/** Which bloc-years units lead: a part of the `Actor`. */
export async function officesOfUnits(db: Db, units: readonly string[], day: string) {
  if (units.length === 0) return []
  return db
    .selectFrom('bloc_office')
    .innerJoin('bloc_year', 'bloc_year.id', 'bloc_office.bloc_year_id')
    .select(['bloc_office.bloc_year_id as blocYear', 'bloc_office.unit_id as unit', 'bloc_office.office'])
    .where('bloc_office.unit_id', 'in', [...units])
    .where('bloc_office.from_on', '<=', withinYear(day))
    .where((where) =>
      where.or([where('bloc_office.to_on', 'is', null), where('bloc_office.to_on', '>=', withinYear(day))]),
    )
    .execute()
}

/** Of which bloc-years the person is secretary: a part of the `Actor`. The role ends at once, on its `to_on`. */
export async function blocRolesOfAccount(db: Db, account: string, day: string) {
  return db
    .selectFrom('bloc_role')
    .innerJoin('bloc_year', 'bloc_year.id', 'bloc_role.bloc_year_id')
    .select(['bloc_role.bloc_year_id as blocYear', 'bloc_role.role'])
    .where('bloc_role.account_id', '=', account)
    .where('bloc_role.from_on', '<=', withinYear(day))
    .where((where) => where.or([where('bloc_role.to_on', 'is', null), where('bloc_role.to_on', '>', withinYear(day))]))
    .execute()
}

/** The nine stops of a year in their order. */
export async function roadOf(db: Db, blocYear: string): Promise<Stop[]> {
  return db
    .selectFrom('bloc_year_stop')
    .select(['stop', 'state', 'due_on', 'done_on', 'note'])
    .where('bloc_year_id', '=', blocYear)
    .orderBy('stop')
    .execute()
}

/** The confirmed and ended mandates of the units that are members on a day: what every member sees. */
export async function mandatesOfBlocYear(db: Db, blocYear: string, day: string): Promise<MandateRow[]> {
  const members = await membersOn(db, blocYear, day)
  return mandatesOfUnits(
    db,
    members.map((member) => member.unit),
  )
}

/** Whether the person is, with a unit, in a bloc-year in which that unit is or was: then they see its mandates. */
export async function sharesBloc(db: Db, actor: Actor, unit: string): Promise<boolean> {
  const own = [...actor.memberships, ...actor.blocRoles].map((held) => held.blocYear)
  if (own.length === 0) return false
  const row = await db
    .selectFrom('membership')
    .select('id')
    .where('unit_id', '=', unit)
    .where('bloc_year_id', 'in', own)
    .executeTakeFirst()
  return row !== undefined
}
