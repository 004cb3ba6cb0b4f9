import type { Tx } from '#platform/database/database.ts'
import type { Telling } from '#platform/announcements.ts'
import type { BlocFact } from '../bloc-year.ts'
import type { BlocYearRow } from '../queries.ts'
import { factOfYear } from '../start-year.ts'
import { openOffice } from './queries.ts'

export interface EndedMember {
  unit: string
  /** The last day of membership. */
  toOn: string
  /** The deed of reorganisation that ended the unit, if one did. */
  deed?: string
}

/** With membership the unit's office ends. An office that was to begin later never began. */
async function endOffices(tx: Tx, blocYear: string, { unit, toOn, deed }: EndedMember) {
  await tx
    .deleteFrom('bloc_office')
    .where('bloc_year_id', '=', blocYear)
    .where('unit_id', '=', unit)
    .where('from_on', '>', toOn)
    .execute()
  await tx
    .updateTable('bloc_office')
    .set({ to_on: toOn, ended_by_deed: deed ?? null })
    .where('bloc_year_id', '=', blocYear)
    .where('unit_id', '=', unit)
    .where((where) => where.or([where('to_on', 'is', null), where('to_on', '>', toOn)]))
    .execute()
}

/** Ends a unit's place in a year, inside another command's transaction and entry; a head that leaves is missed. */
export async function endMember(
  tx: Tx,
  year: BlocYearRow,
  ended: EndedMember,
  { now, announce }: Telling<BlocFact>,
): Promise<void> {
  const office = await openOffice(tx, year.id, ended.unit)
  const memberships = tx.selectFrom('membership').select('id').where('bloc_year_id', '=', year.id)
  const own = await memberships.where('unit_id', '=', ended.unit).where('from_on', '>', ended.toOn).execute()
  for (const { id } of own) await tx.deleteFrom('membership').where('id', '=', id).execute()
  await tx
    .updateTable('membership')
    .set({ to_on: ended.toOn, ended_by_deed: ended.deed ?? null })
    .where('bloc_year_id', '=', year.id)
    .where('unit_id', '=', ended.unit)
    .where((where) => where.or([where('to_on', 'is', null), where('to_on', '>', ended.toOn)]))
    .execute()
  await endOffices(tx, year.id, ended)
  if (office === 'head') await announce(tx, now, factOfYear('blocs.headWanted', year))
}
