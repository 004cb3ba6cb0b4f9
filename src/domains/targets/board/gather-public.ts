import type { Db } from '#platform/database/database.ts'
import { targetsOf } from '../queries.ts'
import { figuresOf } from '../roll-up/queries.ts'
import type { Target } from '../target.ts'
import type { Value } from '../value.ts'

/** What everybody may know of a target: the bloc's plan, and its figure as far as it was verified. */
export interface PublicProgress {
  target: Target
  planned: Value
  value: Value
  /** Of the whole year's plan. */
  percent: Value
  asOf: string | null
}

/** The targets that were decided public, by verified figures alone. */
export async function gatherPublicProgress(db: Db, blocYear: string, until: string): Promise<PublicProgress[]> {
  const targets = (await targetsOf(db, blocYear, { states: ['in_force'] })).filter(({ is_public }) => is_public)
  if (targets.length === 0) return []
  const figures = await figuresOf(db, { blocYears: [blocYear], until, standing: 'verified', level: 'bloc' })
  return targets.map((target) => {
    const row = figures.find(({ target_id }) => target_id === target.id)
    const { planned = null, value = null, percent = null, as_of = null } = row ?? {}
    return { target, planned, value, percent, asOf: as_of }
  })
}
