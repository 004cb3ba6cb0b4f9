import { actsForHead, isAuthority, worksFor, type Actor } from '#platform/actor.ts'
import { entersOpinions } from '../access.ts'
import type { CareCase } from './care-case.ts'

/** A member unit's people keep its cases. */
export const keepsCase = (actor: Actor, { bloc_year_id, unit_id }: Pick<CareCase, 'bloc_year_id' | 'unit_id'>) =>
  entersOpinions(actor, bloc_year_id, unit_id)

/** A case tells of somebody: its own unit, the head and the authority read it; the bloc reads counts. */
export const seesCase = (actor: Actor, { bloc_year_id, unit_id }: Pick<CareCase, 'bloc_year_id' | 'unit_id'>) =>
  worksFor(actor, unit_id) || actsForHead(actor, bloc_year_id) || isAuthority(actor)
