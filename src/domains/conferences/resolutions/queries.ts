import { sql, type RawBuilder } from 'kysely'
import type { Db, Tx } from '#platform/database/database.ts'
import { found } from '#platform/errors.ts'
import type { ResolutionKind, ResolutionState } from './resolution.ts'

export interface ResolutionRow {
  id: string
  conference_id: string
  conference: string
  bloc_year_id: string
  decision_id: string | null
  kind: ResolutionKind
  number: string
  issued_on: string
  text: string
  unit_id: string
  /** Under its name of the day of issue. */
  unit: string
  due_on: string
  state: ResolutionState
  /** Who sent the report that waits or was confirmed. */
  reported_by: string | null
}

const selectResolutions = (condition: RawBuilder<unknown>) => sql<ResolutionRow>`
  select r.*, c.title as conference,
    coalesce((select n.full_name from unit_name n where n.unit_id = r.unit_id and n.from_on <= r.issued_on
      order by n.from_on desc limit 1), '') as unit,
    (select p.reported_by from resolution_report p where p.resolution_id = r.id order by p.number desc limit 1) as reported_by
  from resolution r join conference c on c.id = r.conference_id
  where ${condition} order by r.due_on, r.number, r.id`

/** What a bloc resolved in a year, the nearest last day first. */
export async function resolutionsOf(db: Db | Tx, blocYear: string): Promise<ResolutionRow[]> {
  return (await selectResolutions(sql`r.bloc_year_id = ${blocYear}`).execute(db)).rows
}

export async function resolutionById(db: Db | Tx, id: string): Promise<ResolutionRow> {
  return found((await selectResolutions(sql`r.id = ${id}`).execute(db)).rows[0])
}

export interface ResolutionReportRow {
  number: number
  done_on: string
  result: string
  reported_by: string
  reported_name: string
  reported_at: Date
  is_confirmed: boolean | null
  reason: string
  decided_name: string | null
}

/** The reports on one resolution, the newest first; those that were returned too. */
export async function reportsOf(db: Db | Tx, resolution: string): Promise<ResolutionReportRow[]> {
  const { rows } = await sql<ResolutionReportRow>`
    select r.number, r.done_on, r.result, r.reported_by, p.full_name as reported_name, r.reported_at, r.is_confirmed,
      r.reason, d.full_name as decided_name
    from resolution_report r
    join account a on a.id = r.reported_by join person p on p.id = a.person_id
    left join account b on b.id = r.decided_by left join person d on d.id = b.person_id
    where r.resolution_id = ${resolution} order by r.number desc`.execute(db)
  return rows
}
