import { isAdministrator, worksFor, type Actor } from '#platform/actor.ts'
import { isApart } from '#platform/separation.ts'
import { entersOpinions } from '../access.ts'
import type { OpinionIntake } from './intake.ts'

/** A member unit's people bring lists in, and see those of their unit. */
export const bringsOpinions = (
  actor: Actor,
  { bloc_year_id, unit_id }: Pick<OpinionIntake, 'bloc_year_id' | 'unit_id'>,
) => !isAdministrator(actor) && entersOpinions(actor, bloc_year_id, unit_id) && worksFor(actor, unit_id)

/** Entering a list takes its opinions as moderated: that is for another person of the unit than who brought it. */
export const mayConfirmOpinions = (
  actor: Actor,
  intake: Pick<OpinionIntake, 'bloc_year_id' | 'unit_id' | 'uploaded_by'>,
) => bringsOpinions(actor, intake) && isApart(actor, 'confirmOpinions', { brought: intake.uploaded_by })
