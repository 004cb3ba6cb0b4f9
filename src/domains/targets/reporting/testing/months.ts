import { newId } from '#platform/id.ts'
import type { Db } from '#platform/database/database.ts'
import type { ReportFrequency, TargetAccumulation, TargetMeasure } from '../../../../../db/types.ts'
import { morning } from '../../../../../test/cast.ts'

interface TargetGiven {
  code: string
  measure?: TargetMeasure
  accumulation?: TargetAccumulation
  frequency?: ReportFrequency
  name?: string
  measureUnit?: string
  classes?: string[]
  formula?: object
  state?: 'draft' | 'in_force' | 'withdrawn'
}

/** A target in force, written straight into the tables. */
export async function addTarget(
  db: Db,
  { blocYear, by }: { blocYear: string; by: string },
  given: TargetGiven,
): Promise<string> {
  const id = newId()
  const { count } = await db
    .selectFrom('target')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('bloc_year_id', '=', blocYear)
    .executeTakeFirstOrThrow()
  const { code, measureUnit = '', formula, ...more } = given
  const classes: string[] = []
  const usual = { name: `Chỉ tiêu ${code}`, measure: 'count', classes, accumulation: 'flow' } as const
  await db
    .insertInto('target')
    .values({
      ...usual,
      roll_up: 'sum',
      frequency: 'month',
      state: 'in_force',
      ...more,
      id,
      bloc_year_id: blocYear,
      position: count + 1,
      code,
      measure_unit: measureUnit,
      formula: formula === undefined ? null : JSON.stringify(formula),
      created_by: by,
      created_at: morning,
      changed_at: morning,
    })
    .execute()
  return id
}

interface AssignmentGiven {
  unit: string
  planned?: string | null
  parent?: string
  isAssigned?: boolean
}

export async function assign(
  db: Db,
  target: string,
  { unit, planned = null, parent, isAssigned = true }: AssignmentGiven,
): Promise<void> {
  const row = { target_id: target, unit_id: unit, parent_unit_id: parent ?? null, planned, is_assigned: isAssigned }
  await db.insertInto('target_assignment').values(row).execute()
}

interface PeriodGiven {
  startsOn: string
  endsOn: string
  dueOn: string
  frequency?: ReportFrequency
  state?: 'ahead' | 'open'
}

export async function addPeriod(db: Db, blocYear: string, given: PeriodGiven): Promise<string> {
  const id = newId()
  const days = { starts_on: given.startsOn, ends_on: given.endsOn, due_on: given.dueOn }
  const row = { id, bloc_year_id: blocYear, frequency: given.frequency ?? 'month', ...days }
  await db
    .insertInto('report_period')
    .values({ ...row, state: given.state ?? 'open' })
    .execute()
  return id
}

export const january = { startsOn: '2023-01-01', endsOn: '2023-01-31', dueOn: '2023-01-25' }
export const february = { startsOn: '2023-02-01', endsOn: '2023-02-28', dueOn: '2023-02-25' }
export const march = { startsOn: '2023-03-01', endsOn: '2023-03-31', dueOn: '2023-03-25' }
