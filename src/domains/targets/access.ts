import { actsForHead, isAuthority, isMemberOf, leads, worksFor, type Actor } from '#platform/actor.ts'

/** Members, who leads, and the authority see the targets of a year; the public sees those marked for it. */
export const seesTargets = (actor: Actor, blocYear: string) =>
  isMemberOf(actor, blocYear) || isAuthority(actor) || actsForHead(actor, blocYear)

/** The bloc's head keeps the list, through its people and the secretary it named. */
export const mayKeepTargets = (actor: Actor, blocYear: string) => actsForHead(actor, blocYear)

/** A unit divides its own plan among its sub-units and over the year; the head may do so for it. */
export const mayDivide = (actor: Actor, blocYear: string, unit: string) =>
  actsForHead(actor, blocYear) || (isMemberOf(actor, blocYear) && worksFor(actor, unit))

/** The head, or a unit that has the target, asks for a change of what was signed. */
export const mayProposeChange = (actor: Actor, blocYear: string, units: readonly string[]) =>
  actsForHead(actor, blocYear) || (isMemberOf(actor, blocYear) && units.some((unit) => worksFor(actor, unit)))

/** A member unit's consent is its leader's to give. */
export const mayConsentFor = (actor: Actor, unit: string) => leads(actor, unit)
