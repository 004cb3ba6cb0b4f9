import type { BlocYearRow, MemberRow } from '#domains/blocs/queries.ts'
import { membersOn } from '#domains/blocs/queries.ts'
import type { Db } from '#platform/database/database.ts'
import { assignmentsOf, milestonesOf, targetsOf } from '../queries.ts'
import { figuresOf, type FigureRow } from '../roll-up/queries.ts'
import type { Assignment, Milestone, Target } from '../target.ts'
import { dueBy, dueOfBloc, progressOf, unassigned, type Progress } from './progress.ts'
import { lastEnds } from './queries.ts'

/** A target with how far the bloc and each member is. */
export interface BoardTarget {
  target: Target
  /** Figures count up to this day: the end of the target's newest period that is over. */
  until: string
  bloc: Progress
  units: ReadonlyMap<string, Progress>
}

export interface Board {
  members: readonly MemberRow[]
  targets: readonly BoardTarget[]
  /** The newest of the days up to which figures count; nothing before the first period is over. */
  until: string | null
}

interface Material {
  year: BlocYearRow
  members: readonly MemberRow[]
  assignments: readonly Assignment[]
  milestones: readonly Milestone[]
  figures: readonly FigureRow[]
}

function unitProgress(target: Target, unit: string, until: string, material: Material): Progress {
  const part = material.assignments.find((one) => one.target_id === target.id && one.unit_id === unit)
  if (part === undefined || !part.is_assigned) return unassigned
  const figure = material.figures.find((row) => row.target_id === target.id && row.unit_id === unit)
  const due = dueBy(target, part, material.milestones, { ...material.year, day: until })
  return progressOf(target, { value: figure?.value ?? null, planned: part.planned, due })
}

function boardTarget(target: Target, until: string, material: Material): BoardTarget {
  const units = new Map(
    material.members.map(({ unit }) => [unit, unitProgress(target, unit, until, material)] as const),
  )
  const figure = material.figures.find((row) => row.target_id === target.id && row.unit_id === null)
  const parts = material.assignments
    .filter((one) => one.target_id === target.id && one.is_assigned && one.parent_unit_id === null)
    .map((part) => ({ due: units.get(part.unit_id)?.due ?? null, weight: part.weight }))
  const due = dueOfBloc(target, parts)
  const bloc =
    parts.length === 0
      ? unassigned
      : progressOf(target, { value: figure?.value ?? null, planned: figure?.planned ?? null, due })
  return { target, until, bloc, units }
}

/** All targets and members of a year on a day, from a handful of queries whatever their number. */
export async function gatherBoard(db: Db, year: BlocYearRow, day: string): Promise<Board> {
  const [targets, assignments, milestones, members, ends] = await Promise.all([
    targetsOf(db, year.id, { states: ['in_force'] }),
    assignmentsOf(db, year.id),
    milestonesOf(db, year.id),
    membersOn(db, year.id, day),
    lastEnds(db, year.id, day),
  ])
  const until =
    [...ends.values()]
      .map(({ ends_on }) => ends_on)
      .toSorted()
      .at(-1) ?? null
  const asked = { blocYears: [year.id], until: until ?? year.starts_on, standing: 'declared' } as const
  const figures = until === null ? [] : await figuresOf(db, asked)
  const byTarget = Map.groupBy(figures, (row) => row.target_id)
  const partsByTarget = Map.groupBy(assignments, (row) => row.target_id)
  const board = targets.map((target) =>
    boardTarget(target, ends.get(target.frequency)?.ends_on ?? until ?? year.starts_on, {
      year,
      members,
      milestones,
      assignments: partsByTarget.get(target.id) ?? [],
      figures: byTarget.get(target.id) ?? [],
    }),
  )
  return { members, targets: board, until }
}
