import { sql } from 'kysely'
import { yearById, type BlocYearRow } from '#domains/blocs/queries.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { anomaliesOf, type Anomaly } from '../outlook/anomalies.ts'
import { isReportedIn, type Period } from '../periods/period.ts'
import { assignmentsOf, milestonesOf, targetsOf } from '../queries.ts'
import { figureOfEntries, rollUp, type PeriodValue } from '../roll-up/figure.ts'
import { figuresOf, type FigureRow } from '../roll-up/queries.ts'
import { plannedBy } from '../roll-up/spread-plan.ts'
import { isTyped, type Assignment, type Milestone, type Target } from '../target.ts'
import { normalNumber, type Value } from '../value.ts'
import { doubtsAbout } from './cell.ts'
import type { DoubtName } from './doubts.ts'
import { entriesOf, lastFiguresOf, reportOf, type EntryRow, type ReportRow } from './queries.ts'

/** `typed`: asked for in this period · `again`: from shorter periods, may be said again · `computed`: by the program. */
export type GridKind = 'typed' | 'again' | 'computed'

export interface GridRow {
  target: Target
  assignment: Assignment
  kind: GridKind
  /** How much of the plan is due by the period's end. */
  due: Value
  /** The figure of the last period that has one. */
  last: Value
  /** Since the year began, by all that was typed until this period's end. */
  soFar: Value
  percent: Value
  /** The unit's figure from its sub-units' reports of this period. */
  fromSubUnits: Value
  /** … and from its own reports of shorter periods. */
  fromShorter: Value
  entry: EntryRow | undefined
  doubts: readonly DoubtName[]
  anomalies: readonly Anomaly[]
}

export interface Grid {
  year: BlocYearRow
  period: Period
  unit: string
  report: ReportRow | undefined
  rows: readonly GridRow[]
}

interface Reported extends PeriodValue {
  target_id: string
  unit_id: string
}

/** What was reported of a unit and its sub-units in periods within this one. */
async function reportedWithin(db: Db | Tx, period: Period, units: readonly string[]): Promise<Reported[]> {
  const { rows } = await sql<Reported & { value: string }>`
    select e.target_id, r.unit_id, p.ends_on as "endsOn", e.value
    from report_period p join progress_report r on r.period_id = p.id and r.unit_id = any(${units}::uuid[])
    join progress_entry e on e.report_id = r.id join target t on t.id = e.target_id and t.frequency = p.frequency
    where p.bloc_year_id = ${period.bloc_year_id} and e.value is not null
      and p.starts_on >= ${period.starts_on}::date and p.ends_on <= ${period.ends_on}::date`.execute(db)
  return rows.map((row) => ({ ...row, value: normalNumber(row.value) }))
}

interface Gathered {
  year: BlocYearRow
  period: Period
  unit: string
  assignments: readonly Assignment[]
  milestones: readonly Milestone[]
  figures: ReadonlyMap<string, FigureRow>
  entries: ReadonlyMap<string, EntryRow>
  last: ReadonlyMap<string, string>
  within: readonly Reported[]
}

function fromShorter({ within, period, unit }: Gathered, target: Target): Value {
  if (target.frequency === period.frequency) return null
  const own = within.filter((one) => one.target_id === target.id && one.unit_id === unit)
  return figureOfEntries(target.accumulation, own, period.ends_on).value
}

function fromSubUnits({ within, period, unit, assignments }: Gathered, target: Target): Value {
  const shares = assignments.filter(
    (one) => one.target_id === target.id && one.parent_unit_id === unit && one.is_assigned,
  )
  const parts = shares.map((share) => {
    const own = within.filter((one) => one.target_id === target.id && one.unit_id === share.unit_id)
    return { ...figureOfEntries(target.accumulation, own, period.ends_on), weight: share.weight ?? '1' }
  })
  return parts.length === 0 ? null : rollUp(target, parts).value
}

function kindOf(target: Target, period: Period): GridKind {
  if (!isTyped(target)) return 'computed'
  return target.frequency === period.frequency ? 'typed' : 'again'
}

/** What an entry is asked about: doubts not yet answered, and what it does not fit with. */
function questions(gathered: Gathered, target: Target, row: Pick<GridRow, 'fromSubUnits' | 'fromShorter' | 'last'>) {
  const entry = gathered.entries.get(target.id)
  if (entry === undefined) return { doubts: [], anomalies: [] }
  const assignment = gathered.assignments.find((one) => one.target_id === target.id && one.unit_id === gathered.unit)
  const around = { target, assignment, last: row.last, year: gathered.year }
  return {
    doubts: doubtsAbout(entry.value, around),
    anomalies: anomaliesOf({ target, typed: entry.value, ...row }),
  }
}

function rowOf(gathered: Gathered, target: Target, assignment: Assignment): GridRow {
  const { year, period, unit } = gathered
  const figure = gathered.figures.get(target.id)
  const marks = gathered.milestones.filter((mark) => mark.target_id === target.id && mark.unit_id === unit)
  const due_on = assignment.due_on ?? target.due_on
  const beside = {
    last: gathered.last.get(target.id) ?? null,
    fromSubUnits: fromSubUnits(gathered, target),
    fromShorter: fromShorter(gathered, target),
  }
  return {
    target,
    assignment,
    kind: kindOf(target, period),
    due: plannedBy(target, { planned: assignment.planned, due_on, milestones: marks }, year, period.ends_on),
    soFar: figure?.value ?? null,
    percent: figure?.percent ?? null,
    ...beside,
    entry: gathered.entries.get(target.id),
    ...questions(gathered, target, beside),
  }
}

async function gatherFigures(db: Db | Tx, period: Period, unit: string) {
  const asked = { blocYears: [period.bloc_year_id], until: period.ends_on, standing: 'entered', unit } as const
  const figures = (await figuresOf(db, asked)).filter((figure) => figure.unit_id === unit)
  return new Map(figures.map((figure) => [figure.target_id, figure]))
}

/** All that one unit sees and says in one period: a row for each target that it has. */
export async function gatherGrid(db: Db | Tx, period: Period, unit: string): Promise<Grid> {
  const year = await yearById(db, period.bloc_year_id)
  const report = await reportOf(db, period.id, unit)
  const assignments = await assignmentsOf(db, year.id)
  const below = assignments.filter((one) => one.parent_unit_id === unit).map((one) => one.unit_id)
  const gathered: Gathered = {
    year,
    period,
    unit,
    assignments,
    milestones: await milestonesOf(db, year.id),
    figures: await gatherFigures(db, period, unit),
    entries: report === undefined ? new Map() : await entriesOf(db, report.id),
    last: await lastFiguresOf(db, period, unit),
    within: await reportedWithin(db, period, [unit, ...below]),
  }
  const own = new Map(assignments.filter((one) => one.unit_id === unit).map((one) => [one.target_id, one]))
  const rows = (await targetsOf(db, year.id, { states: ['in_force'] })).flatMap((target) => {
    const assignment = own.get(target.id)
    const isShown = assignment?.is_assigned === true && isReportedIn(target.frequency, period)
    return isShown ? [rowOf(gathered, target, assignment)] : []
  })
  return { year, period, unit, report, rows }
}
