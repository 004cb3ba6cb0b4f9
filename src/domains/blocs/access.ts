import { actsForHead, isAdministrator, isAuthority, isMemberOf, leads, type Actor } from '#platform/actor.ts'

const isHead = (actor: Actor, blocYear: string) =>
  actor.offices.some((held) => held.blocYear === blocYear && held.office === 'head')

/** Blocs are founded, and their members admitted and let go, by the authority on the province's decision. */
export const mayFoundBloc = (actor: Actor) => isAuthority(actor)
export const mayChangeMembers = (actor: Actor) => isAuthority(actor)
/** A year is closed by reorganisation on a decision from above, so by the authority alone. */
export const mayCloseYear = (actor: Actor) => isAuthority(actor)

/** The first year is the authority's to start; later ones also that of the unit that led the last. */
export const mayStartYear = (actor: Actor, lastYear: string | undefined) =>
  isAuthority(actor) || (lastYear !== undefined && isHead(actor, lastYear))

export const mayOrderMembers = (actor: Actor, blocYear: string) => isAuthority(actor) || isHead(actor, blocYear)
export const mayAppoint = (actor: Actor, blocYear: string) => isAuthority(actor) || isHead(actor, blocYear)

/** The secretary is named by the leader of the unit that leads. */
export const mayNameSecretary = (actor: Actor, blocYear: string) =>
  actor.offices.some((held) => held.blocYear === blocYear && held.office === 'head' && leads(actor, held.unit))

export const mayKeepRoad = (actor: Actor, blocYear: string) => isAuthority(actor) || actsForHead(actor, blocYear)

/** Members see each other's mandates; the administrator, who keeps accounts only, does not. */
export const seesMandatesOf = (actor: Actor, blocYear: string) => isAuthority(actor) || isMemberOf(actor, blocYear)

export const seesBlocYear = (actor: Actor, blocYear: string) =>
  isAuthority(actor) ||
  isAdministrator(actor) ||
  isMemberOf(actor, blocYear) ||
  actor.blocRoles.some((held) => held.blocYear === blocYear)
