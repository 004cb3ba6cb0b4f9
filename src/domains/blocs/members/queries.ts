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
