import { sql } from 'kysely'
import type { Db, Tx } from '#platform/database/database.ts'
import { found } from '#platform/errors.ts'
import type { RawCell, RawRow } from '#capabilities/spreadsheets/sheet.ts'
import { namesOn } from '../queries.ts'
import type { Chosen, IntakeKind } from './intake.ts'
import type { AccountKnown, UnitToWorkFor } from './judge-people.ts'
import type { Folds, UnitKnown } from './judge-units.ts'

const intakes = (db: Db) =>
  db
    .selectFrom('intake')
    .innerJoin('account', 'account.id', 'intake.uploaded_by')
    .innerJoin('person', 'person.id', 'account.person_id')
    .selectAll('intake')
    .select((expression) => [
      'person.full_name as uploader',
      expression
        .selectFrom('intake_row')
        .whereRef('intake_row.intake_id', '=', 'intake.id')
        .select(({ fn }) => fn.countAll<number>().as('rows'))
        .as('rows'),
    ])

export type IntakeShown = Awaited<ReturnType<typeof intakeById>>

export async function intakeById(db: Db, id: string) {
  return found(await intakes(db).where('intake.id', '=', id).executeTakeFirst())
}

/** The lists that came in, the latest first. */
export async function intakeList(db: Db, kinds: readonly IntakeKind[]) {
  return intakes(db)
    .where('intake.kind', 'in', kinds)
    .orderBy('intake.uploaded_at', 'desc')
    .orderBy('intake.id')
    .limit(100)
    .execute()
}

/** Commands about one list take turns: each begins here. */
export async function lockIntake(tx: Tx, id: string) {
  return found(await tx.selectFrom('intake').selectAll().where('id', '=', id).forUpdate().executeTakeFirst())
}

export async function rowsOfIntake(db: Db, id: string): Promise<(RawRow & Chosen)[]> {
  const rows = await db
    .selectFrom('intake_row')
    .select(['number', 'cells', 'hidden', 'choice', 'same_as'])
    .where('intake_id', '=', id)
    .orderBy('number')
    .execute()
  return rows.map(({ number, cells, hidden, choice, same_as: sameAs }) => ({
    number,
    cells: cells as RawCell[],
    hidden,
    choice,
    sameAs,
  }))
}

/** Names as the database folds them, in the order given. */
export async function foldedNames(db: Db, names: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ folded: string }>`
    select extensions.vn_fold(name) as folded
    from unnest(${[...names]}::text[]) with ordinality as given (name, place) order by place`.execute(db)
  return rows.map(({ folded }) => folded)
}

interface NamesOfUnit {
  fullName: string
  shortName: string
  parent: string
}

export async function foldsOf(db: Db, units: readonly NamesOfUnit[]): Promise<Folds[]> {
  const { rows } = await sql<Folds>`
    select extensions.vn_fold(name) as full, extensions.vn_fold(short) as short, extensions.vn_fold(parent) as parent,
      regexp_replace(extensions.vn_fold(name), '(\\w)\\w*\\W*', '\\1', 'g') as initials
    from unnest(
      ${units.map(({ fullName }) => fullName)}::text[],
      ${units.map(({ shortName }) => shortName)}::text[],
      ${units.map(({ parent }) => parent)}::text[]
    ) with ordinality as given (name, short, parent, place) order by place`.execute(db)
  return rows
}

/** All units with all their names: a province has a few thousand. */
export async function unitsKnown(db: Db, day: string): Promise<UnitKnown[]> {
  const { rows } = await sql<UnitKnown>`
    with name as (
      select unit_id, full_name, extensions.vn_fold(full_name) as full, extensions.vn_fold(short_name) as short, initials,
        row_number() over (
          partition by unit_id order by (from_on <= ${day}::date) desc, abs(from_on - ${day}::date)) as place
      from unit_name
    ), shown as (select * from name where place = 1)
    select u.id, u.level_code as level, u.code, shown.full_name as name,
      (select json_agg(json_build_object('full', n.full, 'short', n.short, 'initials', n.initials))
        from name n where n.unit_id = u.id) as names,
      array(select unnest(array[p.full, p.short]) from unit_parent up join shown p on p.unit_id = up.parent_id
        where up.unit_id = u.id and up.to_on is null) as "parentNames"
    from unit u join shown on shown.unit_id = u.id`.execute(db)
  return rows
}

export async function unitsToWorkFor(db: Db, day: string): Promise<UnitToWorkFor[]> {
  const { rows } = await sql<UnitToWorkFor>`
    select distinct on (n.unit_id) n.unit_id as id, u.code,
      array[extensions.vn_fold(n.full_name), extensions.vn_fold(n.short_name)] as names,
      coalesce((select s.status = 'ended' from unit_status s
        where s.unit_id = n.unit_id and s.from_on <= ${day}::date order by s.from_on desc limit 1), false) as ended
    from unit_name n join unit u on u.id = n.unit_id
    order by n.unit_id, (n.from_on <= ${day}::date) desc, abs(n.from_on - ${day}::date)`.execute(db)
  return rows
}

/** The accounts that a list of people may mean: by these logins, or by these folded names. */
export async function accountsKnown(db: Db, logins: readonly string[], names: readonly string[]) {
  const { rows } = await sql<AccountKnown>`
    select a.id, a.login, p.full_name as name, p.folded_name as "foldedName", a.state = 'closed' as closed,
      array(select r.unit_id || ' ' || r.role from unit_role r where r.account_id = a.id and r.to_on is null) as roles
    from account a join person p on p.id = a.person_id
    where a.login = any(${[...logins]}::text[]) or p.folded_name = any(${[...names]}::text[])
    order by p.full_name, a.login`.execute(db)
  return rows
}

/** What units and accounts are called: the units by their name of a day. */
export async function namesOfMade(db: Db, ids: readonly string[], day: string): Promise<ReadonlyMap<string, string>> {
  const people = await db
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.person_id')
    .select(['account.id', 'person.full_name'])
    .where(sql<boolean>`account.id = any(${[...ids]}::uuid[])`)
    .execute()
  const units = await namesOn(db, ids, day)
  return new Map([
    ...people.map(({ id, full_name }) => [id, full_name] as const),
    ...[...units].map(([id, { full_name }]) => [id, full_name] as const),
  ])
}
