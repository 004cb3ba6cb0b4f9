import { compare, exact } from '#platform/exact.ts'
import { isReportedIn, type Period } from '../periods/period.ts'
import { isTyped, type Assignment, type Target } from '../target.ts'
import { readValue, type Value, type ValueFault } from '../value.ts'
import { doubtsOf, type DoubtName } from './doubts.ts'

/** What is wrong with a cell; the sentences stand in `words.faults`. */
export type CellFault = ValueFault | 'noSuchTarget' | 'computed' | 'otherPeriod' | 'notTheirs' | 'twice'

/** What became of one cell. */
export type CellAnswer =
  | { target: string; outcome: 'applied' | 'unchanged'; version: number; value: Value; note: string }
  | { target: string; outcome: 'doubt'; version: number; value: Value; note: string; doubts: readonly DoubtName[] }
  /** Someone else was quicker: what stands now, by whom and since when. */
  | { target: string; outcome: 'conflict'; version: number; value: Value; note: string; by: string; at: string }
  | { target: string; outcome: 'fault'; fault: CellFault }

/** What stands in a cell. */
export interface StandingFigure {
  value: Value
  note: string
  is_meant: boolean
  version: number
  entered_by: string
  entered_by_name: string
  entered_at: Date
}

export interface TypedCell {
  target: string
  text: string
  note?: string | undefined
  isMeant: boolean
  version: number
}

interface Around {
  period: Period
  year: { starts_on: string; ends_on: string }
  target: Target | undefined
  assignment: Assignment | undefined
  standing: StandingFigure | undefined
  last: Value
}

export type JudgedCell =
  | { answer: CellAnswer }
  | {
      answer: Extract<CellAnswer, { outcome: 'applied' | 'doubt' | 'unchanged' }>
      write: { value: Value; note: string; isMeant: boolean }
      version: number
      standing: StandingFigure | undefined
    }

function faultOf({ period, target, assignment }: Around): CellFault | undefined {
  if (target === undefined) return 'noSuchTarget'
  if (!isTyped(target)) return 'computed'
  if (!isReportedIn(target.frequency, period)) return 'otherPeriod'
  return assignment === undefined ? 'notTheirs' : undefined
}

const isSame = (one: Value, other: Value) =>
  one === null || other === null ? one === other : compare(exact(one), exact(other)) === 0

/** A text that says what stands is no change, whatever was read; else what was read must still stand. */
export function judgeCell(cell: TypedCell, around: Around): JudgedCell {
  const { target } = cell
  const fault = faultOf(around)
  if (fault !== undefined || around.target === undefined) {
    return { answer: { target, outcome: 'fault', fault: fault ?? 'noSuchTarget' } }
  }
  const read = readValue(cell.text, around.target)
  if (!read.ok) return { answer: { target, outcome: 'fault', fault: read.fault } }
  return judgeValue({ ...cell, value: read.value }, { ...around, target: around.target })
}

const nothing = { value: null, note: '', is_meant: false, version: 0 } as const

interface Said {
  target: string
  value: Value
  note: string
  /** The same value and note as stand there. */
  isSaid: boolean
  doubts: readonly DoubtName[]
  isMeant: boolean
}

const isOvertaken = (standing: StandingFigure | undefined, { version }: TypedCell): standing is StandingFigure =>
  standing !== undefined && standing.version !== version

function judgeValue(cell: TypedCell & { value: Value }, around: Around & { target: Target }): JudgedCell {
  const stood = around.standing ?? nothing
  const { target, value, note = stood.note } = cell
  const isSaid = isSame(stood.value, value) && stood.note === note
  if (!isSaid && isOvertaken(around.standing, cell)) return { answer: conflictWith(target, around.standing) }
  const wasMeant = isSaid && stood.is_meant
  return answered(
    { target, value, note, isSaid, doubts: doubtsAbout(value, around), isMeant: cell.isMeant || wasMeant },
    around.standing,
  )
}

/** A tick that says that a doubted figure is meant is a change of its own. */
function answered({ target, value, note, isSaid, ...said }: Said, standing: Around['standing']): JudgedCell {
  const stood = standing ?? nothing
  const isMeant = said.doubts.length > 0 && said.isMeant
  const isNew = !isSaid || isMeant !== stood.is_meant
  const version = isNew ? stood.version + 1 : stood.version
  const open = isMeant ? [] : said.doubts
  const answer = answerOf({ target, version, value, note }, open, isNew)
  return isNew ? { answer, write: { value, note, isMeant }, version, standing } : { answer }
}

const answerOf = (
  is: { target: string; version: number; value: Value; note: string },
  doubts: readonly DoubtName[],
  isNew: boolean,
) =>
  doubts.length > 0
    ? ({ ...is, outcome: 'doubt', doubts } as const)
    : ({ ...is, outcome: isNew ? 'applied' : 'unchanged' } as const)

/** The doubts about a value as a figure of this target, unit and period. */
export function doubtsAbout(
  value: Value,
  { target, assignment, last, year }: Pick<Around, 'assignment' | 'last' | 'year'> & { target: Target },
): DoubtName[] {
  const { measure, accumulation } = target
  return doubtsOf(value, { measure, accumulation, last, planned: assignment?.planned ?? null, year })
}

const conflictWith = (target: string, standing: StandingFigure): CellAnswer => ({
  target,
  outcome: 'conflict',
  version: standing.version,
  value: standing.value,
  note: standing.note,
  by: standing.entered_by_name,
  at: standing.entered_at.toISOString(),
})
