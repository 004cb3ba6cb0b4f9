import { sql } from 'kysely'
import { namesOn } from '#domains/units/queries.ts'
import { membersOn, type BlocYearRow } from '#domains/blocs/queries.ts'
import { dayWithin } from '#domains/blocs/bloc-year.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { assignmentsOf, targetsOf } from '../queries.ts'
import type { Assignment, Target } from '../target.ts'

export interface NamedUnit {
  unit: string
  name: string
}

/** The units right below a unit on a day, by name. */
export async function subUnitsOf(db: Db | Tx, unit: string, day: string): Promise<NamedUnit[]> {
  const { rows } = await sql<NamedUnit>`
    select distinct on (n.short_name, p.unit_id) p.unit_id as unit, n.short_name as name
    from unit_parent p join unit_name n on n.unit_id = p.unit_id
    where p.parent_id = ${unit} and p.from_on <= ${day}::date and (p.to_on is null or p.to_on >= ${day}::date)
      and n.from_on <= ${day}::date and (n.to_on is null or n.to_on >= ${day}::date)
    order by n.short_name, p.unit_id`.execute(db)
  return rows
}

export interface NamedAssignment extends Assignment {
  name: string
}

/** The members of a year in official order, then others that have a part, sub-units last; under the names of a day. */
export async function unitsWithPlans(
  db: Db,
  year: BlocYearRow,
  target: string,
  day: string,
): Promise<NamedAssignment[]> {
  const members = await membersOn(db, year.id, day)
  const kept = (await assignmentsOf(db, year.id)).filter((one) => one.target_id === target)
  const names = await namesOn(
    db,
    kept.map((one) => one.unit_id),
    dayWithin(day, year),
  )
  const none = { target_id: target, parent_unit_id: null, baseline: null, planned: null, weight: null, due_on: null }
  const ofMembers = members.map((member): NamedAssignment => {
    const own = kept.find((one) => one.unit_id === member.unit)
    return { ...(own ?? { ...none, unit_id: member.unit, is_assigned: false }), name: member.short_name }
  })
  const others = kept.filter((one) => !members.some((member) => member.unit === one.unit_id))
  return [...ofMembers, ...others.map((one) => ({ ...one, name: names.get(one.unit_id)?.short_name ?? '' }))]
}

/** What the public may read of a year's targets: definition and plan, never figures. */
export interface PublicTarget {
  target: Target
  plans: readonly { unit: string; planned: string | null }[]
}

/** The targets in force that are marked public, each with what the units plan. */
export async function publicTargets(db: Db, blocYear: string): Promise<PublicTarget[]> {
  const targets = (await targetsOf(db, blocYear, { states: ['in_force'] })).filter((target) => target.is_public)
  const assignments = await assignmentsOf(db, blocYear)
  return targets.map((target) => ({
    target,
    plans: assignments.flatMap((one) =>
      one.target_id === target.id && one.is_assigned && one.parent_unit_id === null
        ? [{ unit: one.unit_id, planned: one.planned }]
        : [],
    ),
  }))
}
