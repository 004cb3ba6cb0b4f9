import { isAdministrator, isAuthority, leads, type Actor } from '#platform/actor.ts'
import { isApart } from '#platform/separation.ts'
import type { UnitRoleName } from './unit.ts'

/** Units, their names, parents and ends are kept by the authority and by the tenant's administrator. */
export const mayKeepUnits = (actor: Actor) => isAuthority(actor) || isAdministrator(actor)

const mayName: Record<UnitRoleName, (actor: Actor, unit: string) => boolean> = {
  leader: (actor) => mayKeepUnits(actor),
  officer: (actor, unit) => mayKeepUnits(actor) || leads(actor, unit),
}

/** Leaders are named from above; a leader names the officers of the own unit. */
export const mayNamePerson = (actor: Actor, unit: string, role: UnitRoleName) => mayName[role](actor, unit)

/** Nobody raises themselves: the authority and the administrator would else lead any unit, and ask for its mandates. */
export const mayGiveUnitRole = (
  actor: Actor,
  { unit, role, account }: { unit: string; role: UnitRoleName; account: string },
) => mayNamePerson(actor, unit, role) && isApart(actor, 'grantRole', { receives: account })
