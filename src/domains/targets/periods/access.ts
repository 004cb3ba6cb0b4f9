import { actsForHead, isAuthority, isMemberOf, worksFor, type Actor } from '#platform/actor.ts'
import { isApart } from '#platform/separation.ts'

/** Periods are opened, moved and closed by the unit that leads. */
export const mayKeepPeriods = (actor: Actor, blocYear: string) => actsForHead(actor, blocYear)

/** A unit asks for itself, who leads for any unit or all. */
export const mayAskReopening = (actor: Actor, blocYear: string, unit: string | null) =>
  actsForHead(actor, blocYear) || (unit !== null && isMemberOf(actor, blocYear) && worksFor(actor, unit))

interface Asked {
  bloc_year_id: string
  unit_id: string | null
  asked_by: string
}

const isOffice = (actor: Actor, blocYear: string) => actor.offices.some((held) => held.blocYear === blocYear)

/** A second person of those who lead (head or deputy), or the authority: never who asked, never of the unit itself. */
export const mayDecideReopening = (actor: Actor, { bloc_year_id, unit_id, asked_by: asked }: Asked) =>
  (isOffice(actor, bloc_year_id) || actsForHead(actor, bloc_year_id) || isAuthority(actor)) &&
  isApart(actor, 'decideReopening', { asked, units: unit_id === null ? [] : [unit_id] })
