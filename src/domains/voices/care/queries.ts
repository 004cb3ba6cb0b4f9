import { sql } from 'kysely'
import type { Db, Tx } from '#platform/database/database.ts'
import { found } from '#platform/errors.ts'
import type { CareCase } from './care-case.ts'

const columns = [
  'id',
  'bloc_year_id',
  'unit_id',
  'title',
  'subject',
  'people',
  'group_code',
  'field_code',
  'place_name',
  'state',
  'received_on',
  'support',
  'supported_on',
  'outcome',
  'ended_on',
  'care_value',
  'version',
] as const

const selectCases = (db: Db | Tx) => db.selectFrom('care_case').select(columns)

/** The cases of a year, the latest first; of some units alone where they are named. */
export async function casesOf(db: Db, blocYear: string, units?: readonly string[]): Promise<CareCase[]> {
  return selectCases(db)
    .where('bloc_year_id', '=', blocYear)
    .$if(units !== undefined, (query) => query.where(sql<boolean>`unit_id = any(${[...(units ?? [])]}::uuid[])`))
    .orderBy('received_on', 'desc')
    .orderBy('id')
    .limit(500)
    .execute()
}

export async function caseById(db: Db | Tx, id: string): Promise<CareCase> {
  return found(await selectCases(db).where('id', '=', id).executeTakeFirst())
}

/** Held until the transaction ends. */
export async function lockedCase(tx: Tx, id: string): Promise<CareCase> {
  return found(await selectCases(tx).where('id', '=', id).forUpdate().executeTakeFirst())
}

export interface CareCounts {
  unit: string
  received: number
  supported: number
  solved: number
  /** In đồng; null where no case told one. */
  value: string | null
}

/** What each unit did in a year; a unit without a case is absent. */
export async function careCounts(db: Db | Tx, blocYear: string, unit?: string): Promise<CareCounts[]> {
  const { rows } = await sql<CareCounts>`
    select unit_id as unit, count(*)::integer as received,
      count(*) filter (where supported_on is not null)::integer as supported,
      count(*) filter (where state = 'solved')::integer as solved, trim_scale(sum(care_value))::text as value
    from care_case where bloc_year_id = ${blocYear} and (${unit ?? null}::uuid is null or unit_id = ${unit ?? null}::uuid)
    group by unit_id`.execute(db)
  return rows
}
