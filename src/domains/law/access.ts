import { isAdministrator, isAuthority, type Actor } from '#platform/actor.ts'

/** Everyone who has signed in reads the texts; these two keep them right. */
export const mayKeepLegalTexts = (actor: Actor) => isAdministrator(actor) || isAuthority(actor)
