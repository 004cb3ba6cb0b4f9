import { sql } from 'kysely'
import type { Db, Tx } from '#platform/database/database.ts'
import type { OfficeName } from '../bloc-year.ts'

/** Those named secretary of a bloc-year and not let go. */
export async function secretariesOf(db: Db, blocYear: string) {
  return db
    .selectFrom('bloc_role')
    .innerJoin('account', 'account.id', 'bloc_role.account_id')
    .innerJoin('person', 'person.id', 'account.person_id')
    .select(['bloc_role.id', 'bloc_role.account_id', 'bloc_role.from_on', 'person.full_name'])
    .where('bloc_role.bloc_year_id', '=', blocYear)
    .where('bloc_role.to_on', 'is', null)
    .orderBy('bloc_role.from_on')
    .execute()
}

/** The office that is open now, if any. */
export async function openOffice(db: Db, blocYear: string, unit: string): Promise<OfficeName | undefined> {
  const row = await db
    .selectFrom('bloc_office')
    .select('office')
    .where('bloc_year_id', '=', blocYear)
    .where('unit_id', '=', unit)
    .where('to_on', 'is', null)
    .executeTakeFirst()
  return row?.office
}

/** The unit that leads a bloc-year now, if one was chosen. */
export async function headOf(db: Db | Tx, blocYear: string): Promise<string | undefined> {
  const head = await db
    .selectFrom('bloc_office')
    .select('unit_id')
    .where('bloc_year_id', '=', blocYear)
    .where('office', '=', 'head')
    .where('to_on', 'is', null)
    .executeTakeFirst()
  return head?.unit_id
}

/** A unit's years in blocs, and the offices it held in them, each with its days: to the year's end where nothing ended it. */
export async function yearsOfUnit(db: Db, unit: string) {
  const { rows } = await sql<{
    bloc: string
    slug: string
    year: string
    office: OfficeName | null
    from_on: string
    to_on: string
  }>`
    select b.short_name as bloc, b.slug, y.slug as year, held.office, held.from_on, coalesce(held.to_on, y.ends_on) as to_on
    from (
      select bloc_year_id, null::office_name as office, from_on, to_on from membership where unit_id = ${unit}
      union all
      select bloc_year_id, office, from_on, to_on from bloc_office where unit_id = ${unit}
    ) held
    join bloc_year y on y.id = held.bloc_year_id
    join bloc b on b.id = y.bloc_id
    order by held.from_on desc`.execute(db)
  return rows
}

/** The bloc-years of which a person is secretary and was not let go, with the unit that leads each. */
export async function secretaryYearsOf(db: Db | Tx, account: string) {
  return db
    .selectFrom('bloc_role')
    .innerJoin('bloc_year', 'bloc_year.id', 'bloc_role.bloc_year_id')
    .innerJoin('bloc', 'bloc.id', 'bloc_year.bloc_id')
    .leftJoin('bloc_office', (join) =>
      join
        .onRef('bloc_office.bloc_year_id', '=', 'bloc_year.id')
        .on('bloc_office.office', '=', 'head')
        .on('bloc_office.to_on', 'is', null),
    )
    .select([
      'bloc_year.id as blocYear',
      'bloc_year.slug as year',
      'bloc.slug as bloc',
      'bloc.short_name as name',
      'bloc_office.unit_id as head',
    ])
    .where('bloc_role.account_id', '=', account)
    .where('bloc_role.to_on', 'is', null)
    .orderBy('bloc_year.starts_on', 'desc')
    .execute()
}
