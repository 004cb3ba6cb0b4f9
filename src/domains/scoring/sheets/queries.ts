import { sql } from 'kysely'
import type { Db, Tx } from '#platform/database/database.ts'
import { found } from '#platform/errors.ts'
import type { Round, ScoringStage } from '../rounds/round.ts'
import type { Sheet, SheetStepName } from './sheet.ts'

/** A sheet with what its round and year say. */
export interface SheetRow extends Sheet {
  bloc_year_id: string
  round_name: string
  round_state: Round['state']
  /** The order of its table in the round, and that of its unit in the bloc. */
  position: number
  code: string
  title: string
}

const selectSheets = sql`
  select s.id, s.round_id, s.version_id, s.unit_id, s.state, s.edition, s.submitted_at, s.submitted_by,
    r.bloc_year_id, r.name as round_name, r.state as round_state, rt.position, t.code, t.title
  from score_sheet s
  join scoring_round r on r.id = s.round_id
  join scoring_round_table rt on rt.round_id = s.round_id and rt.version_id = s.version_id
  join score_table_version v on v.id = s.version_id
  join score_table t on t.id = v.score_table_id`

const inOrder = sql`order by rt.position, (
  select min(m.position) from membership m where m.bloc_year_id = r.bloc_year_id and m.unit_id = s.unit_id), s.unit_id`

/** The sheets of a round by table, units in their official order. */
export async function sheetsOfRound(db: Db | Tx, round: string): Promise<SheetRow[]> {
  const { rows } = await sql<SheetRow>`${selectSheets} where s.round_id = ${round} ${inOrder}`.execute(db)
  return rows
}

export interface SheetKey {
  round: string
  unit: string
  version: string
}

export async function sheetOf(db: Db | Tx, { round, unit, version }: SheetKey): Promise<SheetRow> {
  const { rows } = await sql<SheetRow>`
    ${selectSheets} where s.round_id = ${round} and s.unit_id = ${unit} and s.version_id = ${version}`.execute(db)
  return found(rows[0])
}

export async function sheetById(db: Db | Tx, id: string): Promise<SheetRow> {
  const { rows } = await sql<SheetRow>`${selectSheets} where s.id = ${id}`.execute(db)
  return found(rows[0])
}

/** Held until the transaction ends, read as it is then; its round must be held before. */
export async function lockedSheet(tx: Tx, id: string): Promise<SheetRow> {
  const { rows } = await sql<SheetRow>`${selectSheets} where s.id = ${id} for update of s`.execute(tx)
  return found(rows[0])
}

/** What became of a sheet, one line each. */
export interface SheetStep {
  sheet_id: string
  step: SheetStepName
  stage: ScoringStage
  on_day: string
  due_on: string | null
  reason: string
  by_account: string
  by_name: string
  at: Date
}

/** What became of sheets, the oldest first. */
export async function stepsOf(db: Db | Tx, sheets: readonly string[]): Promise<SheetStep[]> {
  const { rows } = await sql<SheetStep>`
    select sheet_id, step, stage, on_day, due_on, reason, by_account, by_name, at from score_sheet_step
    where sheet_id = any(${[...sheets]}::uuid[]) order by at, id`.execute(db)
  return rows
}
