import { isAuthority, type Actor } from '#platform/actor.ts'

/** The view over all blocs is the authority's. */
export const seesProvince = (actor: Actor) => isAuthority(actor)
