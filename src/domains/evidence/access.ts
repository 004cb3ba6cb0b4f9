import { actsForHead, isAdministrator, isAuthority, isMemberOf, leads, worksFor, type Actor } from '#platform/actor.ts'
import { isApart } from '#platform/separation.ts'

/** What the tenant takes as evidence is the administrator's to set. */
export const mayKeepEvidenceSettings = (actor: Actor) => isAdministrator(actor)

/** Members of the bloc-year, its secretary and the authority; the administrator keeps accounts only. */
export const mayReadEvidence = (actor: Actor, blocYear: string) =>
  isAuthority(actor) || isMemberOf(actor, blocYear) || actsForHead(actor, blocYear)

/** A unit's evidence is brought, cited and withdrawn by those who work for it. */
export const mayBring = (actor: Actor, { blocYear, unit }: { blocYear: string; unit: string }) =>
  worksFor(actor, unit) && actor.memberships.some((held) => held.blocYear === blocYear && held.unit === unit)

/** The units for which this person may bring evidence in a bloc-year, the acting one first. */
export function bringsFor(actor: Actor, blocYear: string): string[] {
  const units = actor.memberships.filter((held) => held.blocYear === blocYear).map((held) => held.unit)
  return units.filter((unit) => worksFor(actor, unit)).sort((one) => (one === actor.actingUnit ? -1 : 0))
}

export interface Judged {
  blocYear: string
  unit: string
  brought: string
  cited: string
}

const isOfHead = (actor: Actor, blocYear: string) =>
  isAuthority(actor) || actsForHead(actor, blocYear) || actor.offices.some((held) => held.blocYear === blocYear)

/** The head, the deputy, the secretary or the authority; never of what is their own or their unit's. */
export const mayJudge = (actor: Actor, { blocYear, unit, brought, cited }: Judged) =>
  isOfHead(actor, blocYear) && isApart(actor, 'judgeEvidence', { brought, cited, units: [unit] })

/** A copy that may be public is made by the unit whose evidence it is, or by the head. */
export const mayMakeCopy = (actor: Actor, of: { blocYear: string; unit: string }) =>
  mayBring(actor, of) || isOfHead(actor, of.blocYear)

/** A second person lets it out or keeps it in: of the head or the authority, or the unit's own leader. */
export const mayPublishCopy = (
  actor: Actor,
  { blocYear, unit, made }: { blocYear: string; unit: string; made: string },
) => (isOfHead(actor, blocYear) || leads(actor, unit)) && isApart(actor, 'publishCopy', { made })
