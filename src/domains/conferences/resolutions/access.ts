import { actsForHead, isAuthority, isMemberOf, worksFor, type Actor } from '#platform/actor.ts'
import { isApart } from '#platform/separation.ts'

interface OfYear {
  bloc_year_id: string
}

interface InCharge extends OfYear {
  unit_id: string
}

/** What a bloc resolved is read by its members and the authority. */
export const readsResolutions = (actor: Actor, { bloc_year_id: year }: OfYear) =>
  isAuthority(actor) || isMemberOf(actor, year)

/** The unit in charge reports what it did, through all its people. */
export const mayReportResolution = (actor: Actor, resolution: InCharge) =>
  worksFor(actor, resolution.unit_id) && isMemberOf(actor, resolution.bloc_year_id)

/** The head confirms, or the authority; never who reported it, nor anyone of the unit in charge. */
export const mayConfirmResolution = (actor: Actor, resolution: InCharge & { reported_by: string | null }) =>
  (actsForHead(actor, resolution.bloc_year_id) || isAuthority(actor)) &&
  isApart(actor, 'confirmResolution', { reported: resolution.reported_by, units: [resolution.unit_id] })
