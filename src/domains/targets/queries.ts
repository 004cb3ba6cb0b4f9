import { sql } from 'kysely'
import type { Db, Tx } from '#platform/database/database.ts'
import { found } from '#platform/errors.ts'
import type { Assignment, Formula, Milestone, Target, TargetState } from './target.ts'
import { normalNumber } from './value.ts'

const columns = [
  'id',
  'bloc_year_id',
  'position',
  'code',
  'name',
  'topic',
  'measure',
  'measure_unit',
  'classes',
  'direction',
  'accumulation',
  'roll_up',
  'frequency',
  'weight',
  'due_on',
  'source',
  'reporter',
  'explanation',
  'formula',
  'log_kind',
  'is_public',
  'state',
  'version',
  'locked_by_document',
  'locked_at',
] as const

const selectTargets = (db: Db | Tx) => db.selectFrom('target').select(columns)

type Selected = Awaited<ReturnType<ReturnType<typeof selectTargets>['executeTakeFirstOrThrow']>>

const targetOf = (row: Selected): Target => ({
  ...row,
  weight: normalNumber(row.weight),
  formula: row.formula as unknown as Formula | null,
})

export interface TargetFilter {
  states?: readonly TargetState[]
}

/** The targets of a year in the order of its list. */
export async function targetsOf(db: Db | Tx, blocYear: string, { states }: TargetFilter = {}): Promise<Target[]> {
  const rows = await selectTargets(db)
    .where('bloc_year_id', '=', blocYear)
    .$if(states !== undefined, (query) => query.where('state', 'in', [...(states ?? [])]))
    .orderBy('position')
    .execute()
  return rows.map(targetOf)
}

export async function targetById(db: Db | Tx, id: string): Promise<Target> {
  return targetOf(found(await selectTargets(db).where('id', '=', id).executeTakeFirst()))
}

export async function targetByCode(db: Db | Tx, blocYear: string, code: string): Promise<Target> {
  const row = selectTargets(db).where('bloc_year_id', '=', blocYear).where('code', '=', code)
  return targetOf(found(await row.executeTakeFirst()))
}

/** Held until the transaction ends. */
export async function lockTarget(tx: Tx, id: string): Promise<Target> {
  return targetOf(found(await selectTargets(tx).where('id', '=', id).forUpdate().executeTakeFirst()))
}

const normal = (value: string | null) => (value === null ? null : normalNumber(value))

const selectAssignments = (db: Db | Tx) =>
  db
    .selectFrom('target_assignment as a')
    .innerJoin('target as t', 't.id', 'a.target_id')
    .select([
      'a.target_id',
      'a.unit_id',
      'a.parent_unit_id',
      'a.baseline',
      'a.planned',
      'a.is_assigned',
      'a.weight',
      'a.due_on',
    ])
    .orderBy('t.position')

type AssignmentSelected = Awaited<ReturnType<ReturnType<typeof selectAssignments>['executeTakeFirstOrThrow']>>

const assignmentOf = (row: AssignmentSelected): Assignment => ({
  ...row,
  baseline: normal(row.baseline),
  planned: normal(row.planned),
  weight: normal(row.weight),
})

/** Units' parts in targets of a year, sub-units' shares too; of all, unless some units and targets are named. */
export async function assignmentsOf(
  db: Db | Tx,
  blocYear: string,
  only?: { units: readonly string[]; codes: readonly string[] },
): Promise<Assignment[]> {
  const all = selectAssignments(db).where('t.bloc_year_id', '=', blocYear)
  if (only === undefined) return (await all.execute()).map(assignmentOf)
  const [units, codes] = [[...only.units], [...only.codes]]
  const asked = all.where(sql<boolean>`a.unit_id = any(${units}::uuid[]) and t.code = any(${codes})`)
  return (await asked.execute()).map(assignmentOf)
}

export async function assignmentsOfTarget(db: Db | Tx, target: string): Promise<Assignment[]> {
  return (await selectAssignments(db).where('a.target_id', '=', target).execute()).map(assignmentOf)
}

/** What one unit has of a year's targets: the rows of its grid. */
export async function assignmentsOfUnit(db: Db | Tx, blocYear: string, unit: string): Promise<Assignment[]> {
  const rows = selectAssignments(db).where('t.bloc_year_id', '=', blocYear).where('a.unit_id', '=', unit)
  return (await rows.execute()).map(assignmentOf)
}

/** How the plan of a year is spread over its days, where someone spread it by hand. */
export async function milestonesOf(db: Db | Tx, blocYear: string): Promise<Milestone[]> {
  const rows = await db
    .selectFrom('target_milestone as m')
    .innerJoin('target as t', 't.id', 'm.target_id')
    .select(['m.target_id', 'm.unit_id', 'm.by_on', 'm.planned'])
    .where('t.bloc_year_id', '=', blocYear)
    .orderBy('m.by_on')
    .execute()
  return rows.map((row) => ({ ...row, planned: normalNumber(row.planned) }))
}
