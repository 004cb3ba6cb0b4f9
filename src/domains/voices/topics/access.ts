import { isAuthority, type Actor } from '#platform/actor.ts'

/** Groups, fields of law and thresholds are the tenant's: one for all blocs, kept by the authority. */
export const keepsCodes = (actor: Actor) => isAuthority(actor)
