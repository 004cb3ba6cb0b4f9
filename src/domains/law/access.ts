import { isAdministrator, isAuthority, type Actor } from '#platform/actor.ts'
import { isApart } from '#platform/separation.ts'

/** Everyone who has signed in reads the texts; these two keep them right. */
export const mayKeepLegalTexts = (actor: Actor) => isAdministrator(actor) || isAuthority(actor)

/** Whoever entered or last corrected a text does not confirm it. */
export const mayConfirmLegalText = (actor: Actor, text: { entered_by: string | null }) =>
  mayKeepLegalTexts(actor) && isApart(actor, 'confirmLegalText', { entered: text.entered_by })
