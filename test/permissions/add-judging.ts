import { newId } from '../../src/platform/id.ts'
import type { Db } from '../../src/platform/database/database.ts'
import { morning, type Cast } from '../cast.ts'

export interface JudgingPlace {
  /** A round at cross-scoring, in which each unit assesses the next one; turns by the assessing unit. */
  crossRound: string
  turns: Readonly<Record<string, string>>
  /** To the fifth unit's turn, by the sixth, whom it assesses. */
  objection: string
  /** In the round that is verified: the fifth unit's sheet, a question to each unit, a request to reopen. */
  judgedSheet: string
  explanations: Readonly<Record<string, string>>
  sheetReopening: string
}

interface Rounds {
  cross: string
  verified: string
}

async function addTurns(db: Db, cast: Cast, round: string) {
  const crossing = {
    state: 'cross_scoring',
    has_cross: true,
    cross_due_on: '2023-12-20',
    verify_due_on: '2023-12-31',
  } as const
  await db.updateTable('scoring_round').set(crossing).where('id', '=', round).execute()
  await db.updateTable('score_sheet').set({ state: 'submitted' }).where('round_id', '=', round).execute()
  const sheets = await db.selectFrom('score_sheet').select(['id', 'unit_id']).where('round_id', '=', round).execute()
  const turns: Record<string, string> = {}
  for (const [index, assessor] of cast.units.entries()) {
    const unit = cast.units[(index + 1) % cast.units.length] ?? ''
    const id = newId()
    turns[assessor] = id
    const sheet = sheets.find((one) => one.unit_id === unit)?.id ?? ''
    const row = { id, sheet_id: sheet, unit_id: unit, assessor_unit_id: assessor, assigned_at: morning }
    await db.insertInto('cross_assignment').values(row).execute()
  }
  return turns
}

async function addObjectionTo(db: Db, cast: Cast, assignment: string): Promise<string> {
  const id = newId()
  const by = cast.leaders[5]
  const raised = { raised_by: by?.account ?? '', raised_name: by?.name ?? '', raised_at: morning }
  const row = { id, assignment_id: assignment, raised_unit_id: cast.units[5] ?? '', reason: 'Có lý do' }
  await db
    .insertInto('cross_objection')
    .values({ ...row, ...raised })
    .execute()
  return id
}

async function addTalks(db: Db, cast: Cast, round: string) {
  const sheets = await db.selectFrom('score_sheet').select(['id', 'unit_id']).where('round_id', '=', round).execute()
  const asked = { asked_by: cast.an.account, asked_name: cast.an.name, asked_at: morning }
  const explanations: Record<string, string> = {}
  for (const { id: sheet_id, unit_id } of sheets) {
    const id = newId()
    explanations[unit_id] = id
    const said = { stage: 'bloc' as const, codes: ['I.1'], question: 'Vì sao?', due_on: '2023-12-31' }
    await db
      .insertInto('explanation')
      .values({ id, sheet_id, ...said, ...asked })
      .execute()
  }
  const judgedSheet = sheets.find(({ unit_id }) => unit_id === cast.units[4])?.id ?? ''
  const sheetReopening = newId()
  const sixth = cast.leaders[5]
  const wanted = { asked_by: sixth?.account ?? '', asked_name: sixth?.name ?? '', asked_at: morning }
  await db
    .insertInto('sheet_reopening')
    .values({ id: sheetReopening, sheet_id: judgedSheet, reason: 'Có lý do', ...wanted })
    .execute()
  return { explanations, judgedSheet, sheetReopening }
}

/** What cross-scoring and verification need, in two rounds of a bloc. */
export async function addJudging(db: Db, cast: Cast, { cross, verified }: Rounds): Promise<JudgingPlace> {
  const turns = await addTurns(db, cast, cross)
  const objection = await addObjectionTo(db, cast, turns[cast.units[4] ?? ''] ?? '')
  return { crossRound: cross, turns, objection, ...(await addTalks(db, cast, verified)) }
}
