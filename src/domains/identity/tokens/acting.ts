import type { Actor } from '#platform/actor.ts'
import type { TokenScope } from './token.ts'

/** Nobody leads through a token: what leaders and holders of mandates decide, they decide signed in. */
const asOfficers = (units: Actor['units']): Actor['units'] => units.map(({ unit }) => ({ unit, role: 'officer' }))

/** What of a person's rights one unit gives; not those of leading a bloc, which are the bloc's. */
function withinUnit(actor: Actor, unit: string): Partial<Actor> | undefined {
  const units = actor.units.filter((held) => held.unit === unit)
  if (units.length === 0) return undefined
  const memberships = actor.memberships.filter((held) => held.unit === unit)
  return { units: asOfficers(units), memberships, tenantRoles: [], offices: [], blocRoles: [], actingUnit: unit }
}

/** What of a person's rights one bloc-year gives; the authority reads it, an administrator keeps accounts only. */
function withinYear(actor: Actor, blocYear: string): Partial<Actor> | undefined {
  const ofYear = <Held extends { blocYear: string }>(all: readonly Held[]) =>
    all.filter((held) => held.blocYear === blocYear)
  const memberships = ofYear(actor.memberships)
  const blocRoles = ofYear(actor.blocRoles)
  const tenantRoles = actor.tenantRoles.filter((role) => role === 'authority')
  if (memberships.length + blocRoles.length + tenantRoles.length === 0) return undefined
  const units = actor.units.filter(({ unit }) => memberships.some((held) => held.unit === unit))
  const acting = units.find(({ unit }) => unit === actor.actingUnit) ?? units[0]
  return {
    units: asOfficers(units),
    memberships,
    offices: ofYear(actor.offices),
    blocRoles,
    tenantRoles,
    actingUnit: acting?.unit ?? null,
  }
}

/**
 * The person as a token lets a program act for them: within its unit or bloc-year, never signing, voting, leading or
 * with the password fresh. Nothing when the person has no part there any more.
 */
export function actingThrough(actor: Actor, scope: TokenScope, token: string): Actor | undefined {
  const narrowed = scope.unit === null ? withinYear(actor, scope.blocYear) : withinUnit(actor, scope.unit)
  if (narrowed === undefined) return undefined
  return { ...actor, ...narrowed, session: null, steppedUpAt: null, mandates: [], token }
}
