import { sql } from 'kysely'
import { yearsOfUnit } from '#domains/blocs/members/queries.ts'
import { awardingOffices, deedsOfUnits, familyOf, successorsNamed } from '#domains/units/lineage/queries.ts'
import { pastOfUnit, unitById } from '#domains/units/queries.ts'
import type { Db } from '#platform/database/database.ts'
import { found } from '#platform/errors.ts'

/** The unit of an address, whatever it was called when the address was written down. */
export async function unitOfAddress(db: Db, address: string): Promise<string> {
  const [, tail] = found(/-([0-9a-f]{12})$/.exec(address))
  const { rows } = await sql<{ id: string }>`
    select id from unit where right(id::text, 12) = ${tail} order by id limit 1`.execute(db)
  return found(rows[0]).id
}

/** What the public reads of a unit: its names, its deeds, its years in blocs; never its people. */
export async function lifeOfUnit(db: Db, id: string, today: string) {
  const [unit, past, deeds, family, years, offices, named] = await Promise.all([
    unitById(db, id, today),
    pastOfUnit(db, id, today),
    deedsOfUnits(db, [id]),
    familyOf(db, [id]),
    yearsOfUnit(db, id),
    awardingOffices(db),
    successorsNamed(db, [id], today),
  ])
  return { unit, past, deeds, family, years, offices, successors: named.get(id) ?? [] }
}

export type PublicLife = Awaited<ReturnType<typeof lifeOfUnit>>

/** Units by the names that they have now, for the map of the site. */
export async function unitAddresses(db: Db, most: number) {
  return db
    .selectFrom('unit_name')
    .distinctOn('unit_id')
    .select(['unit_id as id', 'full_name as name'])
    .orderBy('unit_id')
    .orderBy('from_on', 'desc')
    .limit(most)
    .execute()
}
