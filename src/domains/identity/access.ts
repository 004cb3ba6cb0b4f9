import { isAdministrator, isAuthority, leads, type Actor } from '#platform/actor.ts'
import { isApart } from '#platform/separation.ts'

/** People, their roles and invitations are seen by those who may invite. */
export const maySeePeople = (actor: Actor) => isAdministrator(actor) || isAuthority(actor)

export const mayInvite = (actor: Actor) => maySeePeople(actor)

/** A code opens the account to whoever holds it: for a person with a tenant role only the administrator makes one. */
export const mayHandleInvitation = (actor: Actor, account: { tenantRoles: readonly string[] }) =>
  isAdministrator(actor) || (isAuthority(actor) && account.tenantRoles.length === 0)

export const mayGrantTenantRole = (actor: Actor, account: string) =>
  isAdministrator(actor) && isApart(actor, 'grantRole', { receives: account })

/** Where an account's mails go is the administrator's to set. */
export const mayChangeAddress = (actor: Actor) => isAdministrator(actor)

export const mayEndTenantRole = (actor: Actor) => isAdministrator(actor)

/** Whoever comes from elsewhere by this name enters the account: never one's own to say. */
export const mayExpectIdentity = (actor: Actor, account: string) =>
  isAdministrator(actor) && isApart(actor, 'expectIdentity', { receives: account })

/** Who sees recoveries at all: keepers of the tenant, and leaders for the people of their units. */
export const mayHandleRecoveries = (actor: Actor) =>
  maySeePeople(actor) || actor.units.some(({ role }) => role === 'leader')

/** `units` are those for which the person works. */
export const isEntitledOver = (actor: Actor, units: readonly string[]) =>
  maySeePeople(actor) || units.some((unit) => leads(actor, unit))

export const mayOpenRecovery = (actor: Actor, account: string, units: readonly string[]) =>
  isEntitledOver(actor, units) && isApart(actor, 'openRecovery', { concerned: account })

interface Opened {
  account_id: string
  opened_by: string
}

export const mayConfirmRecovery = (actor: Actor, recovery: Opened, units: readonly string[]) =>
  isEntitledOver(actor, units) &&
  isApart(actor, 'confirmRecovery', { concerned: recovery.account_id, opened: recovery.opened_by })

export const mayWithdrawRecovery = (actor: Actor, account: string, units: readonly string[]) =>
  isEntitledOver(actor, units) || actor.account === account

/** The administrator lets anyone go, the leader of a unit its people; nobody does it for themselves. */
export const mayLetGo = (actor: Actor, account: string, units: readonly string[]) =>
  (isAdministrator(actor) || units.some((unit) => leads(actor, unit))) && isApart(actor, 'letGo', { leaves: account })
