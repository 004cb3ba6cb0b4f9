import type { Locale } from './words.ts'

export interface MandateHeld {
  id: string
  unit: string
  post: string
  mayAct: boolean
  maySign: boolean
  mayVote: boolean
}

/** Who is asking, and by what right: gathered once a request by `app/actor.ts`, read by every `access.ts`. */
export interface Actor {
  account: string
  name: string
  session: string | null
  locale: Locale
  steppedUpAt: Date | null
  /** A role held asks for a second factor, and there is none: nothing else is open before. */
  lacksSecondFactor?: boolean
  tenantRoles: readonly ('authority' | 'administrator')[]
  units: readonly { unit: string; role: 'officer' | 'leader' }[]
  mandates: readonly MandateHeld[]
  /** Bloc-years in which a unit of this person is a member now. */
  memberships: readonly { blocYear: string; unit: string }[]
  /** Bloc-years that a unit of this person leads now. */
  offices: readonly { blocYear: string; unit: string; office: 'head' | 'deputy' }[]
  blocRoles: readonly { blocYear: string; role: 'secretary' }[]
  actingUnit: string | null
  /** The name of the access token by which a program acts for the person. */
  token?: string
}

export const isAuthority = (actor: Actor) => actor.tenantRoles.includes('authority')
export const isAdministrator = (actor: Actor) => actor.tenantRoles.includes('administrator')
export const worksFor = (actor: Actor, unit: string) => actor.units.some((held) => held.unit === unit)
export const leads = (actor: Actor, unit: string) =>
  actor.units.some((held) => held.unit === unit && held.role === 'leader')
export const isMemberOf = (actor: Actor, blocYear: string) =>
  actor.memberships.some((held) => held.blocYear === blocYear)

/** The unit that leads the bloc-year acts through the people who work for it, and through the secretary it named. */
export const actsForHead = (actor: Actor, blocYear: string) =>
  actor.offices.some((held) => held.blocYear === blocYear && held.office === 'head') ||
  actor.blocRoles.some((held) => held.blocYear === blocYear)

const stepUpMinutes = 5

/** Signing and other final acts ask for the password again within five minutes. */
export const hasSteppedUp = (actor: Actor, now: Date) =>
  actor.steppedUpAt !== null && now.getTime() - actor.steppedUpAt.getTime() < stepUpMinutes * 60_000
