import type { Db } from '#platform/database/database.ts'
import { yearById, type BlocYearRow } from '../queries.ts'

/** How a year was closed by a reorganisation, and who goes on with its work. */
export interface Closing {
  closed_on: string
  document: string
  deed: string | null
  successor: BlocYearRow | null
  elsewhere: { name: string; tenant: string } | null
}

export async function closingOf(db: Db, blocYear: string): Promise<Closing | undefined> {
  const row = await db
    .selectFrom('bloc_year_closing')
    .selectAll()
    .where('bloc_year_id', '=', blocYear)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { successor_name: name, successor_tenant: tenant } = row
  return {
    closed_on: row.closed_on,
    document: row.document,
    deed: row.deed_id,
    successor: row.successor_year_id === null ? null : await yearById(db, row.successor_year_id),
    elsewhere: name === null || tenant === null ? null : { name, tenant },
  }
}

/** The years whose open work this one took over. */
export async function closedInto(db: Db, blocYear: string): Promise<BlocYearRow[]> {
  const rows = await db
    .selectFrom('bloc_year_closing')
    .select('bloc_year_id')
    .where('successor_year_id', '=', blocYear)
    .orderBy('closed_on')
    .execute()
  return Promise.all(rows.map((row) => yearById(db, row.bloc_year_id)))
}

/** Years that may go on with the work of another: those not closed themselves and not over by a day. */
export async function yearsToGoOn(db: Db, except: string, day: string): Promise<BlocYearRow[]> {
  const rows = await db
    .selectFrom('bloc_year')
    .leftJoin('bloc_year_closing', 'bloc_year_closing.bloc_year_id', 'bloc_year.id')
    .select('bloc_year.id')
    .where('bloc_year.id', '<>', except)
    .where('bloc_year.ends_on', '>=', day)
    .where('bloc_year_closing.bloc_year_id', 'is', null)
    .orderBy('bloc_year.starts_on', 'desc')
    .limit(200)
    .execute()
  return Promise.all(rows.map(({ id }) => yearById(db, id)))
}
