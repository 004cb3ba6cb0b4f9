import { isAuthority, leads, type Actor } from '#platform/actor.ts'
import type { Mandate } from '../mandates/mandate.ts'

/** Whoever may have lost control of the key, leads the unit, or confirmed the mandate: better once too often. */
export const mayRevoke = (actor: Actor, mandate: Pick<Mandate, 'unit_id' | 'account_id'>) =>
  actor.account === mandate.account_id || leads(actor, mandate.unit_id) || isAuthority(actor)
