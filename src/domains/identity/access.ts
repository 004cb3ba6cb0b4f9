import { isAdministrator, isAuthority, type Actor } from '#platform/actor.ts'
import { isApart } from '#platform/separation.ts'

/** People, their roles and invitations are seen by those who may invite. */
export const maySeePeople = (actor: Actor) => isAdministrator(actor) || isAuthority(actor)

export const mayInvite = (actor: Actor) => maySeePeople(actor)

/** A code opens the account to whoever holds it: for a person with a tenant role only the administrator makes one. */
export const mayHandleInvitation = (actor: Actor, account: { tenantRoles: readonly string[] }) =>
  isAdministrator(actor) || (isAuthority(actor) && account.tenantRoles.length === 0)

export const mayGrantTenantRole = (actor: Actor, account: string) =>
  isAdministrator(actor) && isApart(actor, 'grantRole', { receives: account })

export const mayEndTenantRole = (actor: Actor) => isAdministrator(actor)

export const mayCloseAccount = (actor: Actor, account: string) =>
  isAdministrator(actor) && isApart(actor, 'letGo', { leaves: account })
