import { sql } from 'kysely'
import type { Db, Tx } from '#platform/database/database.ts'
import { found } from '#platform/errors.ts'
import type { Figure } from './figures.ts'

export interface ParticipationRow {
  id: string
  movement_id: string
  bloc_year_id: string
  title: string
  unit_id: string
  /** The unit's short name of the day on which it registered. */
  unit: string
  unit_name: string
  position: number
  plan: string
  people: number | null
  finish_on: string | null
  registered_on: string
  version: number
  withdrawn_on: string | null
  withdrawn_reason: string | null
}

interface ParticipationFilter {
  blocYear: string
  movement?: string | undefined
  id?: string | undefined
}

/** Who takes part in a year, by movement and then in the bloc's official order; also who left again. */
export async function participationsOf(db: Db | Tx, filter: ParticipationFilter): Promise<ParticipationRow[]> {
  const { blocYear, movement = null, id = null } = filter
  const { rows } = await sql<ParticipationRow>`
    select p.id, p.movement_id, p.bloc_year_id, m.title, p.unit_id, p.plan, p.people, p.finish_on, p.registered_on,
      p.version, p.withdrawn_on, p.withdrawn_reason, coalesce(n.short_name, '') as unit,
      coalesce(n.full_name, '') as unit_name,
      coalesce((select min(s.position) from membership s
        where s.bloc_year_id = p.bloc_year_id and s.unit_id = p.unit_id), 0) as position
    from participation p join movement m on m.id = p.movement_id
    left join lateral (select short_name, full_name from unit_name n where n.unit_id = p.unit_id
      and n.from_on <= p.registered_on order by n.from_on desc limit 1) n on true
    where p.bloc_year_id = ${blocYear} and (${movement}::uuid is null or p.movement_id = ${movement})
      and (${id}::uuid is null or p.id = ${id})
    order by m.level, m.from_on nulls last, m.created_at, m.id, position, p.registered_on`.execute(db)
  return rows
}

export async function participationOf(db: Db | Tx, blocYear: string, id: string): Promise<ParticipationRow> {
  return found((await participationsOf(db, { blocYear, id }))[0])
}

export interface ResultRow {
  id: string
  participation_id: string
  unit_id: string
  unit: string
  starts_on: string
  ends_on: string
  text: string
  reason: string
  reported_at: Date
  replaced_by: string | null
  figures: Figure[]
}

/** What units reached in a movement in a year, the latest period first; only what stands. */
export async function resultsOf(db: Db | Tx, blocYear: string, movement: string): Promise<ResultRow[]> {
  const { rows } = await sql<ResultRow>`
    select r.id, r.participation_id, p.unit_id, r.starts_on, r.ends_on, r.text, r.reason, r.reported_at,
      later.id as replaced_by,
      coalesce((select n.short_name from unit_name n where n.unit_id = p.unit_id and n.from_on <= r.ends_on
        order by n.from_on desc limit 1), '') as unit,
      coalesce((select jsonb_agg(jsonb_build_object('name', f.name, 'measure', f.measure, 'value', f.value::text)
        order by f.position) from participation_figure f where f.result_id = r.id), '[]') as figures
    from participation_result r join participation p on p.id = r.participation_id
    left join participation_result later on later.replaces_id = r.id
    where p.bloc_year_id = ${blocYear} and p.movement_id = ${movement} and later.id is null
    order by r.ends_on desc, r.starts_on desc, unit`.execute(db)
  return rows
}
