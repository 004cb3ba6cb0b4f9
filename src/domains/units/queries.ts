import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import { holdsWords } from '#platform/database/name-search.ts'
import { found } from '#platform/errors.ts'
import type { UnitInList, UnitStatusName } from './unit.ts'

export interface NameOnDay {
  full_name: string
  short_name: string
}

/**
 * The names of units on a day, by unit. Before its first name a unit is shown under that one, after its last under
 * that: a paper never lacks a name.
 */
export async function namesOn(db: Db, units: readonly string[], day: string): Promise<Map<string, NameOnDay>> {
  const { rows } = await sql<NameOnDay & { unit_id: string }>`
    select distinct on (unit_id) unit_id, full_name, short_name
    from unit_name
    where unit_id = any(${[...units]}::uuid[])
    order by unit_id, (from_on <= ${day}::date) desc, abs(from_on - ${day}::date)`.execute(db)
  return new Map(rows.map(({ unit_id, ...name }) => [unit_id, name]))
}

export async function nameOn(db: Db, unit: string, day: string): Promise<NameOnDay> {
  return found((await namesOn(db, [unit], day)).get(unit))
}

export interface UnitFilter {
  /** Any part of any name of any time, with or without tone marks; initials too. */
  text: string
  /** The day whose names and states are shown. */
  day: string
  level?: string | undefined
  status?: UnitStatusName | undefined
  /** From 1. */
  page?: number
  size?: number
}

export const unitsOnPage = 20

/**
 * Units by any name, or by the name of a unit elsewhere that one of ours continues; those that hold the text with its
 * very tone marks come first, then those named so today.
 */
export async function findUnits(db: Db, filter: UnitFilter): Promise<{ units: UnitInList[]; total: number }> {
  const { day, level = null, status = null, page = 1, size = unitsOnPage } = filter
  const text = filter.text.normalize('NFC').trim()
  const matches = holdsWords(text, { folded: sql`n.folded`, initials: sql`n.initials` })
  const elsewhere = holdsWords(text, { folded: sql`extensions.vn_fold(b.name)`, name: sql`b.name` })
  const { rows } = await sql<UnitInList & { total: number }>`
    with borne as (
      select n.unit_id, n.full_name, n.full_name || ' ' || n.short_name as whole, n.from_on, true as own
      from unit_name n where ${matches}
      union all
      select a.unit_id, b.name, b.name, d.effective_on, false
      from deed_party b
      join deed d on d.id = b.deed_id and d.undone_at is null
      join deed_party a on a.deed_id = d.id and a.side = 'after' and a.unit_id is not null
      where ${text} <> '' and b.side = 'before' and b.unit_id is null and ${elsewhere}
    ), hit as (
      select distinct on (unit_id) unit_id, full_name, position(lower(${text}) in lower(whole)) > 0 as exact
      from borne
      order by unit_id, exact desc, own desc, (from_on <= ${day}::date) desc, abs(from_on - ${day}::date)
    ), name as (
      select distinct on (unit_id) unit_id, full_name, short_name from unit_name
      where unit_id in (select unit_id from hit)
      order by unit_id, (from_on <= ${day}::date) desc, abs(from_on - ${day}::date)
    ), state as (
      select distinct on (unit_id) unit_id, status from unit_status
      where from_on <= ${day}::date order by unit_id, from_on desc
    )
    select u.id, name.full_name, name.short_name, u.level_code, coalesce(state.status, 'active') as status,
      nullif(hit.full_name, name.full_name) as matched_name, count(*) over () as total
    from hit
    join unit u on u.id = hit.unit_id
    join unit_level l on l.code = u.level_code
    join name on name.unit_id = u.id
    left join state on state.unit_id = u.id
    where (${level}::text is null or u.level_code = ${level})
      and (${status}::unit_status_name is null or coalesce(state.status, 'active') = ${status})
    order by hit.exact desc, (hit.full_name = name.full_name) desc, l.rank, name.full_name collate "vi-x-icu", u.id
    limit ${size} offset ${(page - 1) * size}`.execute(db)
  return { units: rows.map(({ total: _total, ...unit }) => unit), total: rows[0]?.total ?? 0 }
}

/** Units that bear or bore this name, tone marks and spelling of i and y aside. */
export async function unitsNamedLike(db: Db, fullName: string) {
  const { rows } = await sql<{ unit_id: string; full_name: string }>`
    select distinct on (unit_id) unit_id, full_name from unit_name
    where extensions.vn_fold(full_name) = extensions.vn_fold(${fullName})
    order by unit_id, from_on desc`.execute(db)
  return rows
}

export async function unitById(db: Db, unit: string, day: string) {
  const row = await db
    .selectFrom('unit')
    .innerJoin('unit_level', 'unit_level.code', 'unit.level_code')
    .select([
      'unit.id',
      'unit.code',
      'unit.level_code',
      'unit_level.name as level_name',
      'unit_level.name_en as level_name_en',
      'unit_level.to_on as level_ended_on',
    ])
    .where('unit.id', '=', unit)
    .executeTakeFirst()
  return { ...found(row), ...(await nameOn(db, unit, day)), status: await statusOn(db, unit, day) }
}

export async function statusOn(db: Db, unit: string, day: string): Promise<UnitStatusName> {
  const row = await db
    .selectFrom('unit_status')
    .select('status')
    .where('unit_id', '=', unit)
    .where('from_on', '<=', day)
    .orderBy('from_on', 'desc')
    .executeTakeFirst()
  return row?.status ?? 'active'
}

/** All names, statuses and parents that a unit ever had, the latest first. */
export async function pastOfUnit(db: Db, unit: string, day: string) {
  const [names, statuses, parents] = await Promise.all([
    db.selectFrom('unit_name').selectAll().where('unit_id', '=', unit).orderBy('from_on', 'desc').execute(),
    db.selectFrom('unit_status').selectAll().where('unit_id', '=', unit).orderBy('from_on', 'desc').execute(),
    db.selectFrom('unit_parent').selectAll().where('unit_id', '=', unit).orderBy('from_on', 'desc').execute(),
  ])
  const parentNames = await namesOn(
    db,
    parents.map((parent) => parent.parent_id),
    day,
  )
  return {
    names,
    statuses,
    parents: parents.map((parent) => ({ ...parent, name: parentNames.get(parent.parent_id)?.full_name ?? '' })),
  }
}

/** People with a role in the unit that has not ended by the day, leaders first. */
export async function peopleOfUnit(db: Db, unit: string, day: string) {
  return db
    .selectFrom('unit_role')
    .innerJoin('account', 'account.id', 'unit_role.account_id')
    .innerJoin('person', 'person.id', 'account.person_id')
    .select([
      'unit_role.id',
      'unit_role.account_id',
      'unit_role.role',
      'unit_role.from_on',
      'unit_role.to_on',
      'person.full_name',
      'account.state',
      'account.login',
    ])
    .where('unit_role.unit_id', '=', unit)
    .where((where) => where.or([where('unit_role.to_on', 'is', null), where('unit_role.to_on', '>=', day)]))
    .orderBy('unit_role.role', 'desc')
    .orderBy('person.full_name')
    .execute()
}

/** The roles that a person holds in units on a day: a part of the `Actor`. */
export async function unitsOfAccount(db: Db, account: string, day: string) {
  return db
    .selectFrom('unit_role')
    .select(['unit_id as unit', 'role'])
    .where('account_id', '=', account)
    .where('from_on', '<=', day)
    .where((where) => where.or([where('to_on', 'is', null), where('to_on', '>=', day)]))
    .orderBy('role', 'desc')
    .orderBy('from_on')
    .execute()
}

/** Levels that exist on a day, the highest first. */
export async function levelsOn(db: Db, day: string) {
  return db
    .selectFrom('unit_level')
    .select(['code', 'name', 'name_en'])
    .where((where) => where.or([where('from_on', 'is', null), where('from_on', '<=', day)]))
    .where((where) => where.or([where('to_on', 'is', null), where('to_on', '>=', day)]))
    .orderBy('rank')
    .execute()
}

/** All levels that ever were, the highest first; one that is over has its last day. */
export async function allLevels(db: Db) {
  return db.selectFrom('unit_level').select(['code', 'name', 'name_en', 'to_on']).orderBy('rank').execute()
}

/** The account behind a login as a person types it. */
export async function accountOfLogin(db: Db, login: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('account')
    .select('id')
    .where('login', '=', login.trim().toLowerCase())
    .executeTakeFirst()
  return row?.id
}
