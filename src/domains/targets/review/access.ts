import { actsForHead, isMemberOf, worksFor, type Actor } from '#platform/actor.ts'
import { seesTargets } from '../access.ts'

interface OfReview {
  bloc_year_id: string
  unit_id: string | null
}

/** Members read the reviews of their year, as they read its targets. */
export const readsReviews = (actor: Actor, blocYear: string) => seesTargets(actor, blocYear)

/** The bloc's review is its head's and the secretary's; a unit's own is that of its people. */
export const mayWriteReview = (actor: Actor, { bloc_year_id, unit_id }: OfReview) =>
  unit_id === null ? actsForHead(actor, bloc_year_id) : isMemberOf(actor, bloc_year_id) && worksFor(actor, unit_id)
