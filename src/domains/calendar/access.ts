import type { Actor } from '#platform/actor.ts'

export type Concerned = Pick<Actor, 'account' | 'units' | 'tenantRoles'>

/** Whom a task concerns: the person, those who work for its unit, or those with its role in the tenant. */
export const concernedBy = (actor: Concerned) => ({
  account: actor.account,
  units: actor.units.map((held) => held.unit),
  tenantRoles: [...actor.tenantRoles],
})
