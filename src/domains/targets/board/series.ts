import { figureOfEntries, rollUp } from '../roll-up/figure.ts'
import { normalNumber, type Value } from '../value.ts'
import type { Assignment, Milestone, Target } from '../target.ts'
import { dueBy, dueOfBloc } from './progress.ts'
import type { PastFigure } from './queries.ts'

/** Where a target stood at the end of a period, and what was due by then. */
export interface SeriesPoint {
  endsOn: string
  value: Value
  due: Value
}

interface Course {
  target: Target
  /** Of the bloc's members, or of the one unit that is asked for. */
  parts: readonly Assignment[]
  milestones: readonly Milestone[]
  past: readonly PastFigure[]
  year: { starts_on: string; ends_on: string }
}

function pointOf({ target, parts, milestones, past, year }: Course, endsOn: string): SeriesPoint {
  const assigned = parts.filter((part) => part.is_assigned)
  const figures = assigned.map((part) => {
    const own = past.filter((one) => one.target === target.id && one.unit === part.unit_id)
    // A period that says nothing is no repetition of the one before: its bar stays away.
    const told = own.some((one) => one.ends_on === endsOn)
    const entries = own.map((one) => ({ endsOn: one.ends_on, value: one.value }))
    const figure = told ? figureOfEntries(target.accumulation, entries, endsOn) : { value: null, asOf: null }
    return { ...figure, weight: part.weight ?? '1' }
  })
  const due = assigned.map((part) => ({
    due: dueBy(target, part, milestones, { ...year, day: endsOn }),
    weight: part.weight,
  }))
  const { value } = rollUp(target, figures)
  return { endsOn, value: value === null ? null : normalNumber(value), due: dueOfBloc(target, due) }
}

/** Plan against actual, period by period, until the year's end; what is yet to come has a plan only. */
export const seriesOf = (course: Course, ends: readonly string[]): SeriesPoint[] =>
  ends.map((endsOn) => pointOf(course, endsOn))
