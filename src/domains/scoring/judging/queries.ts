import { sql } from 'kysely'
import type { Db, Tx } from '#platform/database/database.ts'
import { found } from '#platform/errors.ts'
import type { ScoringStage } from '../rounds/round.ts'
import type { SheetRow } from '../sheets/queries.ts'
import type { JudgedSheet } from './access.ts'
import type { ChainRestart, ExplanationOutcome, ExplanationState } from './judging.ts'

/** Everyone who entered a figure of the unit's own on a sheet. */
async function enterersOf(db: Db | Tx, sheet: string): Promise<string[]> {
  const { rows } = await sql<{ by_account: string }>`
    select by_account from score_mark where sheet_id = ${sheet} and stage = 'self'
    union
    select by_account from score_fact where sheet_id = ${sheet} and stage = 'self'`.execute(db)
  return rows.map((row) => row.by_account)
}

/** Who may not judge a sheet, and who may. */
export const judgedOf = async (db: Db | Tx, sheet: SheetRow): Promise<JudgedSheet> => ({
  blocYear: sheet.bloc_year_id,
  unit: sheet.unit_id,
  sentBy: sheet.submitted_by,
  enteredBy: await enterersOf(db, sheet.id),
})

export async function restartOf(db: Db | Tx, round: string): Promise<ChainRestart> {
  const row = db.selectFrom('judging_rules').select('after_return').where('round_id', '=', round)
  return (await row.executeTakeFirst())?.after_return ?? 'whole'
}

export interface ExplanationRow {
  id: string
  sheet_id: string
  stage: ScoringStage
  codes: string[]
  question: string
  due_on: string
  asked_by: string
  asked_name: string
  asked_at: Date
  state: ExplanationState
  answer: string
  answered_name: string | null
  answered_at: Date | null
  outcome: ExplanationOutcome | null
  outcome_note: string
  settled_name: string | null
  settled_at: Date | null
}

const selectExplanations = (db: Db | Tx) =>
  db
    .selectFrom('explanation')
    .select(['id', 'sheet_id', 'stage', 'codes', 'question', 'due_on', 'asked_by', 'asked_name', 'asked_at', 'state'])
    .select(['answer', 'answered_name', 'answered_at', 'outcome', 'outcome_note', 'settled_name', 'settled_at'])

/** Every question about sheets, the oldest first: none is ever taken away. */
export const explanationsOf = (db: Db | Tx, sheets: readonly string[]): Promise<ExplanationRow[]> =>
  selectExplanations(db)
    .where('sheet_id', '=', sql<string>`any(${[...sheets]}::uuid[])`)
    .orderBy('asked_at')
    .orderBy('id')
    .execute()

export async function explanationById(db: Db | Tx, id: string): Promise<ExplanationRow> {
  return found(await selectExplanations(db).where('id', '=', id).executeTakeFirst())
}

export interface ReopeningRow {
  id: string
  sheet_id: string
  reason: string
  asked_by: string
  asked_name: string
  asked_at: Date
  state: 'asked' | 'agreed' | 'refused'
  decided_name: string | null
  decision_reason: string
  decided_at: Date | null
}

const selectReopenings = (db: Db | Tx) =>
  db
    .selectFrom('sheet_reopening')
    .select(['id', 'sheet_id', 'reason', 'asked_by', 'asked_name', 'asked_at'])
    .select(['decided_name', 'decision_reason', 'decided_at'])
    .select((select) => select.ref('state').$castTo<ReopeningRow['state']>().as('state'))

export const reopeningsOf = (db: Db | Tx, sheets: readonly string[]): Promise<ReopeningRow[]> =>
  selectReopenings(db)
    .where('sheet_id', '=', sql<string>`any(${[...sheets]}::uuid[])`)
    .orderBy('asked_at')
    .execute()

export async function reopeningById(db: Db | Tx, id: string): Promise<ReopeningRow> {
  return found(await selectReopenings(db).where('id', '=', id).executeTakeFirst())
}

/** Where the meeting of a round stands; nothing before it began. */
export const meetingOf = (db: Db | Tx, round: string): Promise<{ version_id: string; code: string } | undefined> =>
  db.selectFrom('scoring_meeting').select(['version_id', 'code']).where('round_id', '=', round).executeTakeFirst()
