import { sql } from 'kysely'
import type { Db, Tx } from '#platform/database/database.ts'
import type { ScoringStage } from '../rounds/round.ts'
import type { EntryKind, Mark, TypedFact } from './sheet.ts'

const by = sql`join account a on a.id = e.by_account join person p on p.id = a.person_id`

/** The points that were given on sheets, at every stage. */
export async function readMarks(db: Db | Tx, sheets: readonly string[]): Promise<Mark[]> {
  if (sheets.length === 0) return []
  const { rows } = await sql<Mark>`
    select e.sheet_id, e.code, e.stage, e.assessor_unit_id, trim_scale(e.points)::text as points, e.reason, e.edition,
      e.by_account, p.full_name as by_name, e.at
    from score_mark e ${by} where e.sheet_id = any(${[...sheets]}::uuid[]) order by e.at, e.code`.execute(db)
  return rows
}

/** The facts that were typed on sheets, at every stage. */
export async function readTypedFacts(db: Db | Tx, sheets: readonly string[]): Promise<TypedFact[]> {
  if (sheets.length === 0) return []
  const { rows } = await sql<TypedFact>`
    select e.sheet_id, e.key, e.stage, e.assessor_unit_id, e.value, e.is_assigned, e.note, e.edition, e.by_account,
      p.full_name as by_name, e.at
    from score_fact e ${by} where e.sheet_id = any(${[...sheets]}::uuid[]) order by e.at, e.key`.execute(db)
  return rows
}

/** What an entry was before it changed, after the sheet had been sent once. */
export interface EntryBefore {
  kind: EntryKind
  name: string
  stage: ScoringStage
  assessor_unit_id: string
  /** Of a mark its points as decimal text; of a fact {"value": …, "assigned": …}. */
  value: unknown
  reason: string
  edition: number
  by_name: string
  at: Date
  replaced_at: Date
}

/** Nothing of what assessors wrote while their points are hidden. */
export async function readEntriesBefore(db: Db | Tx, sheet: string): Promise<EntryBefore[]> {
  const { rows } = await sql<EntryBefore>`
    select e.kind, e.name, e.stage, e.assessor_unit_id, e.value, e.reason, e.edition, p.full_name as by_name, e.at,
      e.replaced_at
    from score_entry_before e ${by}
    join score_sheet s on s.id = e.sheet_id join scoring_round r on r.id = s.round_id
    where e.sheet_id = ${sheet} and (e.stage <> 'cross' or (r.state not in ('preparing', 'self_scoring', 'cross_scoring')
      and not exists (
        select 1 from cross_assignment c where c.sheet_id = s.id and c.state in ('waiting', 'scoring'))))
    order by e.replaced_at desc, e.edition desc`.execute(db)
  return rows
}
