import { sql } from 'kysely'
import type { Db, Tx } from '#platform/database/database.ts'
import { found } from '#platform/errors.ts'
import type { Assignment, CrossMethod, CrossSpan, ObjectionState } from './assignment.ts'

export interface CrossPlanRow {
  round_id: string
  span: CrossSpan
  per_unit: number
  seed: string
  method: CrossMethod
  minimum_sample: number
  edition: number
  drawn_name: string
  drawn_at: Date
}

export async function planOf(db: Db | Tx, round: string): Promise<CrossPlanRow | undefined> {
  const columns = ['round_id', 'span', 'per_unit', 'seed', 'method', 'minimum_sample', 'edition'] as const
  const rows = db.selectFrom('cross_plan').select([...columns, 'drawn_name', 'drawn_at'])
  return rows.where('round_id', '=', round).executeTakeFirst()
}

/** Which units hold the codes of assessors of a round's tables. */
export const fieldsOfRound = (db: Db | Tx, round: string): Promise<{ code: string; unit_id: string }[]> =>
  db
    .selectFrom('cross_field')
    .select(['code', 'unit_id'])
    .where('round_id', '=', round)
    .orderBy('code')
    .orderBy('unit_id')
    .execute()

export interface AssignmentRow extends Assignment {
  round_id: string
  version_id: string
  bloc_year_id: string
  replaces: string | null
  reason: string
  declared_name: string | null
  declared_at: Date | null
  submitted_name: string | null
  submitted_at: Date | null
  assigned_at: Date
}

const selectAssignments = sql`
  select a.id, a.sheet_id, a.part, a.unit_id, a.assessor_unit_id, a.state, a.is_mutual, a.edition, a.replaces, a.reason,
    a.declared_name, a.declared_at, a.submitted_name, a.submitted_at, a.assigned_at,
    s.round_id, s.version_id, r.bloc_year_id
  from cross_assignment a
  join score_sheet s on s.id = a.sheet_id
  join scoring_round r on r.id = s.round_id
  join scoring_round_table rt on rt.round_id = s.round_id and rt.version_id = s.version_id`

/** Every turn of a round, also those that are over: by table, assessed unit, part, and in the order given out. */
export async function assignmentsOfRound(db: Db | Tx, round: string): Promise<AssignmentRow[]> {
  const { rows } = await sql<AssignmentRow>`
    ${selectAssignments} where s.round_id = ${round}
    order by rt.position, a.unit_id, a.part, a.assigned_at, a.id`.execute(db)
  return rows
}

export async function assignmentById(db: Db | Tx, id: string): Promise<AssignmentRow> {
  const { rows } = await sql<AssignmentRow>`${selectAssignments} where a.id = ${id}`.execute(db)
  return found(rows[0])
}

export interface ConflictRow {
  assessor_unit_id: string
  unit_id: string
  reason: string
  said_name: string
  at: Date
}

export const conflictsOf = (db: Db | Tx, round: string): Promise<ConflictRow[]> =>
  db
    .selectFrom('cross_conflict')
    .select(['assessor_unit_id', 'unit_id', 'reason', 'said_name', 'at'])
    .where('round_id', '=', round)
    .orderBy('at')
    .execute()

export interface ObjectionRow {
  id: string
  assignment_id: string
  raised_unit_id: string
  raised_by: string
  raised_name: string
  reason: string
  raised_at: Date
  state: ObjectionState
  decided_name: string | null
  decision_reason: string | null
  decided_at: Date | null
}

const selectObjections = (db: Db | Tx) =>
  db
    .selectFrom('cross_objection as o')
    .select(['o.id', 'o.assignment_id', 'o.raised_unit_id', 'o.raised_by', 'o.raised_name', 'o.reason', 'o.raised_at'])
    .select(['o.state', 'o.decided_name', 'o.decision_reason', 'o.decided_at'])

export const objectionsOf = (db: Db | Tx, round: string): Promise<ObjectionRow[]> =>
  selectObjections(db)
    .innerJoin('cross_assignment as a', 'a.id', 'o.assignment_id')
    .innerJoin('score_sheet as s', 's.id', 'a.sheet_id')
    .where('s.round_id', '=', round)
    .orderBy('o.raised_at')
    .execute()

export async function objectionById(db: Db | Tx, id: string): Promise<ObjectionRow> {
  return found(await selectObjections(db).where('o.id', '=', id).executeTakeFirst())
}

/** Whether an objection to this turn waits for its decision. */
export async function hasOpenObjection(db: Db | Tx, assignment: string): Promise<boolean> {
  const open = selectObjections(db).where('o.assignment_id', '=', assignment).where('o.state', '=', 'asked')
  return (await open.executeTakeFirst()) !== undefined
}

/** Points of one assessor on one sheet, as they stand; what was taken back has none. */
export interface OwnMark {
  code: string
  points: string | null
  reason: string
  edition: number
}

export async function marksOfAssessor(
  db: Db | Tx,
  { sheet_id: sheet, assessor_unit_id: assessor }: Pick<Assignment, 'sheet_id' | 'assessor_unit_id'>,
): Promise<OwnMark[]> {
  const { rows } = await sql<OwnMark>`
    select code, trim_scale(points)::text as points, reason, edition from score_mark
    where sheet_id = ${sheet} and stage = 'cross' and assessor_unit_id = ${assessor}`.execute(db)
  return rows
}
