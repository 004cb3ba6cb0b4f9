import { actsForHead, isAuthority, isMemberOf, type Actor } from '#platform/actor.ts'
import { isApart } from '#platform/separation.ts'

/** The bloc and the authority read what it does; others see what is public. */
export const readsMovements = (actor: Actor, blocYear: string) =>
  isAuthority(actor) || isMemberOf(actor, blocYear) || actsForHead(actor, blocYear)

/** The register, the kinds of log entry and the reviews are the head's, through its people and the secretary. */
export const keepsMovements = (actor: Actor, blocYear: string) => actsForHead(actor, blocYear)

/** What a member unit does and says of itself comes from its own people. */
export const actsForMember = (actor: Actor, blocYear: string, unit: string) =>
  actor.memberships.some((held) => held.blocYear === blocYear && held.unit === unit)

/** The member unit for which the person acts in a year: the one chosen, else the first. */
export function memberUnitOf(actor: Actor, blocYear: string): string | undefined {
  const units = actor.memberships.filter((held) => held.blocYear === blocYear).map(({ unit }) => unit)
  return units.find((unit) => unit === actor.actingUnit) ?? units[0]
}

const isDeputy = (actor: Actor, blocYear: string) =>
  actor.offices.some((held) => held.blocYear === blocYear && held.office === 'deputy')

/** Examples are judged by the head; those of the head's own unit by the deputy or the authority. */
export const mayJudgeExample = (
  actor: Actor,
  example: { bloc_year_id: string; unit_id: string; nominated_by: string },
) =>
  (actsForHead(actor, example.bloc_year_id) || isDeputy(actor, example.bloc_year_id) || isAuthority(actor)) &&
  isApart(actor, 'confirmExample', { nominated: example.nominated_by, units: [example.unit_id] })

/** A joint activity is kept by the head and by the unit in charge of it. */
export const keepsActivity = (actor: Actor, activity: { bloc_year_id: string; charge_unit_id: string }) =>
  actsForHead(actor, activity.bloc_year_id) || actsForMember(actor, activity.bloc_year_id, activity.charge_unit_id)

/** Great days are the tenant's; the authority adds local ones. */
export const keepsGreatDays = (actor: Actor) => isAuthority(actor)
