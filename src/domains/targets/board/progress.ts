import { compare, exact } from '#platform/exact.ts'
import { percentOfPlan, rollUpPlans } from '../roll-up/figure.ts'
import { plannedBy } from '../roll-up/spread-plan.ts'
import type { Assignment, Milestone, Target } from '../target.ts'
import type { Value } from '../value.ts'

/** Per cent of what was due by the day: whoever has the first is not behind. */
const levelsFrom = { reached: '100', near: '80' } as const

export type Level = 'reached' | 'near' | 'low' | 'none' | 'unassigned'

/** How far a target is on a day: all values are decimal text, missing is null. */
export interface Progress {
  value: Value
  /** For the whole year. */
  planned: Value
  /** Of it, what was due by the day; null where nothing was due yet. */
  due: Value
  /** Of what was due. */
  percent: Value
  level: Level
  isBehind: boolean
}

export const unassigned: Progress = {
  value: null,
  planned: null,
  due: null,
  percent: null,
  level: 'unassigned',
  isBehind: false,
}

function levelOf(value: Value, percent: Value): Level {
  if (value === null) return 'none'
  if (percent === null || compare(exact(percent), exact(levelsFrom.reached)) >= 0) return 'reached'
  return compare(exact(percent), exact(levelsFrom.near)) >= 0 ? 'near' : 'low'
}

type Judged = Pick<Target, 'measure' | 'direction'>

/** A figure beside what was due. One that is missing is not behind: that is said of its report. */
export function progressOf(target: Judged, figures: Pick<Progress, 'value' | 'planned' | 'due'>): Progress {
  const percent = percentOfPlan(target, figures.value, figures.due)
  const level = levelOf(figures.value, percent)
  return { ...figures, percent, level, isBehind: level === 'near' || level === 'low' }
}

interface Year {
  starts_on: string
  ends_on: string
}

type Planned = Pick<Assignment, 'unit_id' | 'planned' | 'due_on'>

/** What of a unit's plan was due by a day. */
export function dueBy(target: Target, part: Planned, milestones: readonly Milestone[], on: Year & { day: string }) {
  const own = milestones.filter((one) => one.target_id === target.id && one.unit_id === part.unit_id)
  const plan = { planned: part.planned, due_on: part.due_on ?? target.due_on, milestones: own }
  return plannedBy(target, plan, on, on.day)
}

/** What of the bloc's plan was due: what was due of its units, rolled up as their figures are. */
export function dueOfBloc(target: Target, parts: readonly { due: Value; weight: string | null }[]): Value {
  if (parts.every(({ due }) => due === null)) return null
  return rollUpPlans(
    target,
    parts.map(({ due, weight }) => ({ value: due, weight: weight ?? '1' })),
  )
}
