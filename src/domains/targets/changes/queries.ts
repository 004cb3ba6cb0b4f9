import { sql } from 'kysely'
import type { Db, Tx } from '#platform/database/database.ts'
import { found } from '#platform/errors.ts'
import type { TargetChangeState, Terms } from './change.ts'

export interface ChangeRow {
  id: string
  target_id: string
  bloc_year_id: string
  code: string
  name: string
  before: Terms
  after: Terms
  reason: string
  state: TargetChangeState
  proposed_by: string
  proposed_name: string
  proposed_at: Date
  settled_at: Date | null
}

const selectChanges = (where: ReturnType<typeof sql>) => sql<ChangeRow>`
  select c.id, c.target_id, t.bloc_year_id, t.code, t.name, c.before, c.after, c.reason, c.state, c.proposed_by,
    p.full_name as proposed_name, c.proposed_at, c.settled_at
  from target_change c
  join target t on t.id = c.target_id
  join account a on a.id = c.proposed_by join person p on p.id = a.person_id
  where ${where} order by c.proposed_at desc, c.id`

/** The changes of a year's targets, the newest first. */
export async function changesOfYear(db: Db | Tx, blocYear: string): Promise<ChangeRow[]> {
  return (await selectChanges(sql`t.bloc_year_id = ${blocYear}`).execute(db)).rows
}

export async function changesOfTarget(db: Db | Tx, target: string): Promise<ChangeRow[]> {
  return (await selectChanges(sql`c.target_id = ${target}`).execute(db)).rows
}

export async function changeById(db: Db | Tx, id: string): Promise<ChangeRow> {
  return found((await selectChanges(sql`c.id = ${id}`).execute(db)).rows[0])
}

export interface AskedUnit {
  unit_id: string
  name: string
  /** Its last day as a member, where it left before the change was settled. */
  left_on: string | null
  agrees: boolean | null
  reason: string | null
  given_name: string | null
  given_at: Date | null
}

/** The members of the day of the proposal in official order, each with its answer; under the names of that day. */
export async function askedUnits(db: Db | Tx, change: string): Promise<AskedUnit[]> {
  const { rows } = await sql<AskedUnit>`
    select m.unit_id, m.left_on, s.agrees, s.reason, p.full_name as given_name, s.given_at,
      coalesce((select n.short_name from unit_name n where n.unit_id = m.unit_id and n.from_on <= c.proposed_at::date
        order by n.from_on desc limit 1), '') as name
    from target_change_member m
    join target_change c on c.id = m.change_id join target t on t.id = c.target_id
    left join target_consent s on s.change_id = m.change_id and s.unit_id = m.unit_id
    left join account a on a.id = s.given_by left join person p on p.id = a.person_id
    where m.change_id = ${change}
    order by (select min(h.position) from membership h where h.unit_id = m.unit_id and h.bloc_year_id = t.bloc_year_id),
      m.unit_id`.execute(db)
  return rows
}
