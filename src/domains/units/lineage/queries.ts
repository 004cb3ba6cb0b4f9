import { sql } from 'kysely'
import type { Db, Tx } from '#platform/database/database.ts'
import { found } from '#platform/errors.ts'
import { namesOn } from '../queries.ts'
import type { Deed, Party } from './deed.ts'
import { waysOn } from './lineage.ts'

const deedColumns = [
  'id',
  'kind',
  'effective_on',
  'document_name',
  'document_number',
  'document_on',
  'document_issuer',
  'document_sha256',
  'recorded_at',
  'undone_at',
  'undone_reason',
] as const

const deeds = (db: Db | Tx) => db.selectFrom('deed').select(deedColumns)

/** A deed with its parties; they come in the order in which they were typed. */
export type DeedRow = Deed & { recorded_at: Date }

async function withParties(db: Db | Tx, rows: readonly Omit<DeedRow, 'parties'>[]): Promise<DeedRow[]> {
  if (rows.length === 0) return []
  const parties = await db
    .selectFrom('deed_party')
    .selectAll()
    .where(
      'deed_id',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('position')
    .execute()
  const partiesOf = (deed: string): Party[] =>
    parties
      .filter(({ deed_id }) => deed_id === deed)
      .map(({ side, position, unit_id: unit, tenant, name, is_new: isNew }) => ({
        side,
        position,
        unit,
        tenant,
        name,
        isNew,
      }))
  return rows.map((row) => ({ ...row, parties: partiesOf(row.id) }))
}

export async function deedById(db: Db | Tx, id: string): Promise<DeedRow> {
  const row = found(await deeds(db).where('id', '=', id).executeTakeFirst())
  return found((await withParties(db, [row]))[0])
}

/** Every deed that stands, in which one of these units has a part, the latest first. */
export async function deedsOfUnits(db: Db | Tx, units: readonly string[]): Promise<DeedRow[]> {
  if (units.length === 0) return []
  const rows = await deeds(db)
    .where('undone_at', 'is', null)
    .where('id', 'in', (select) =>
      select
        .selectFrom('deed_party')
        .select('deed_id')
        .where('unit_id', 'in', [...units]),
    )
    .orderBy('effective_on', 'desc')
    .orderBy('recorded_at', 'desc')
    .execute()
  return withParties(db, rows)
}

/** The deeds of these units and of all before and after them, however far: what chains and pictures are made of. */
export async function familyOf(db: Db, units: readonly string[]): Promise<DeedRow[]> {
  if (units.length === 0) return []
  const { rows } = await sql<{ unit_id: string }>`
    with recursive kin as (
      select unnest(${[...units]}::uuid[]) as unit_id
      union
      select other.unit_id from kin
      join deed_party own on own.unit_id = kin.unit_id
      join deed d on d.id = own.deed_id and d.undone_at is null and d.kind in ('merge', 'split', 'absorb', 'dissolve')
      join deed_party other on other.deed_id = d.id
      where other.unit_id is not null
    )
    select unit_id from kin`.execute(db)
  return deedsOfUnits(
    db,
    rows.map(({ unit_id }) => unit_id),
  )
}

/** All deeds, the latest first; those undone are among them. */
export async function allDeeds(db: Db, { page = 1, size = 20 } = {}) {
  const rows = await deeds(db)
    .select((select) => select.fn.countAll<number>().over().as('total'))
    .orderBy('effective_on', 'desc')
    .orderBy('recorded_at', 'desc')
    .limit(size)
    .offset((page - 1) * size)
    .execute()
  return { deeds: await withParties(db, rows), total: rows[0]?.total ?? 0 }
}

/** Units that still stand as active though their level of administration is over: each needs a deed. */
export async function unitsOfEndedLevels(db: Db, day: string) {
  const { rows } = await sql<{ id: string; full_name: string; level_name: string; ended_on: string }>`
    select u.id, name.full_name, l.name as level_name, l.to_on as ended_on
    from unit u
    join unit_level l on l.code = u.level_code and l.to_on < ${day}::date
    join lateral (
      select full_name from unit_name where unit_id = u.id order by from_on desc limit 1
    ) name on true
    where not exists (select from unit_status s where s.unit_id = u.id and s.status = 'ended')
    order by name.full_name collate "vi-x-icu" limit 200`.execute(db)
  return rows
}

/** The names that the awarding office had, each with its days; the latest first. */
export async function awardingOffices(db: Db | Tx) {
  const { rows } = await sql<{
    unit: string
    full_name: string
    short_name: string
    from_on: string
    to_on: string | null
  }>`
    select o.unit_id as unit, n.full_name, n.short_name, greatest(o.from_on, n.from_on) as from_on,
      least(o.to_on, n.to_on) as to_on
    from awarding_office o
    join unit_name n on n.unit_id = o.unit_id and daterange(n.from_on, n.to_on, '[]') && daterange(o.from_on, o.to_on, '[]')
    order by greatest(o.from_on, n.from_on) desc`.execute(db)
  return rows
}

/** Each way on from these units to those that carry on their work, under the names of a day. */
export async function successorsNamed(db: Db, units: readonly string[], day: string): Promise<Map<string, Party[][]>> {
  const family = await familyOf(db, units)
  const ways = units.map((unit) => [unit, waysOn(unit, family)] as const)
  const ours = ways.flatMap(([, all]) => all.flat().flatMap(({ unit }) => (unit === null ? [] : [unit])))
  const names = await namesOn(db, ours, day)
  const named = (party: Party): Party => ({ ...party, name: names.get(party.unit ?? '')?.full_name ?? party.name })
  return new Map(ways.map(([unit, all]) => [unit, all.map((way) => way.map(named))]))
}
