import type { UnitFact } from '#domains/units/lineage/deed.ts'
import type { Telling } from '#platform/announcements.ts'
import { addDays } from '#platform/clock.ts'
import type { Tx } from '#platform/database/database.ts'
import type { BlocFact } from '../bloc-year.ts'
import { yearById } from '../queries.ts'
import { factOfYear } from '../start-year.ts'
import { endMember } from './end-member.ts'
import { headOf } from './queries.ts'

/** Years that had not ended by the day and are not closed: what is past stays as it was. */
async function yearsOf(tx: Tx, unit: string, day: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('membership')
    .innerJoin('bloc_year', 'bloc_year.id', 'membership.bloc_year_id')
    .leftJoin('bloc_year_closing', 'bloc_year_closing.bloc_year_id', 'bloc_year.id')
    .select('bloc_year.id')
    .distinct()
    .where('membership.unit_id', '=', unit)
    .where('bloc_year.ends_on', '>=', day)
    .where('bloc_year_closing.bloc_year_id', 'is', null)
    .where((where) => where.or([where('membership.to_on', 'is', null), where('membership.to_on', '>=', day)]))
    .orderBy('bloc_year.id')
    .execute()
  return rows.map(({ id }) => id)
}

/** A unit that a deed ended leaves its blocs the day before; who leads each is told. Part of the deed's own entry. */
export async function endMembershipsOf(tx: Tx, fact: UnitFact, telling: Telling<BlocFact>): Promise<void> {
  for (const id of await yearsOf(tx, fact.unit, fact.day)) {
    await tx.selectFrom('bloc_year').select('id').where('id', '=', id).forUpdate().executeTakeFirstOrThrow()
    const year = await yearById(tx, id)
    await endMember(tx, year, { unit: fact.unit, toOn: addDays(fact.day, -1), deed: fact.deed }, telling)
    await telling.announce(tx, telling.now, {
      ...factOfYear('blocs.memberEnded', year),
      unit: fact.unit,
      unitName: fact.unitName,
      day: fact.day,
      document: fact.document,
      head: await headOf(tx, id),
    })
  }
}

async function lastPosition(tx: Tx, blocYear: string): Promise<number> {
  const { last } = await tx
    .selectFrom('membership')
    .select((select) => select.fn.max('position').as('last'))
    .where('bloc_year_id', '=', blocYear)
    .executeTakeFirstOrThrow()
  return last ?? 0
}

async function isTaken(tx: Tx, blocYear: string, position: number): Promise<boolean> {
  const row = await tx
    .selectFrom('membership')
    .select('id')
    .where('bloc_year_id', '=', blocYear)
    .where('position', '=', position)
    .where('to_on', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

async function restoreOffices(tx: Tx, blocYear: string, { unit, deed }: UnitFact) {
  const hasHead = (await headOf(tx, blocYear)) !== undefined
  await tx
    .updateTable('bloc_office')
    .set({ to_on: null, ended_by_deed: null })
    .where('bloc_year_id', '=', blocYear)
    .where('unit_id', '=', unit)
    .where('ended_by_deed', '=', deed)
    .$if(hasHead, (query) => query.where('office', '<>', 'head'))
    .execute()
}

/** A deed that was undone ended nothing: the unit is a member again, in its place if that is still free. */
export async function openMembershipsAgain(
  tx: Tx,
  fact: UnitFact,
  { now, announce }: Telling<BlocFact>,
): Promise<void> {
  const ended = await tx
    .selectFrom('membership')
    .selectAll()
    .where('unit_id', '=', fact.unit)
    .where('ended_by_deed', '=', fact.deed)
    .execute()
  for (const { id, bloc_year_id: blocYear, position } of ended) {
    const place = (await isTaken(tx, blocYear, position)) ? (await lastPosition(tx, blocYear)) + 1 : position
    await tx
      .updateTable('membership')
      .set({ to_on: null, ended_by_deed: null, position: place })
      .where('id', '=', id)
      .execute()
    await restoreOffices(tx, blocYear, fact)
    const year = await yearById(tx, blocYear)
    const hasHead = (await headOf(tx, blocYear)) !== undefined
    await announce(tx, now, factOfYear(hasHead ? 'blocs.headAppointed' : 'blocs.headWanted', year))
  }
}
