import { isAdministrator, isAuthority, type Actor } from '#platform/actor.ts'
import { isApart } from '#platform/separation.ts'
import type { ExchangeKind } from './profile.ts'

/** Who sees which profiles there are and what they hold. */
export const seesExchange = (actor: Actor) => isAuthority(actor) || isAdministrator(actor)

/** An administrator reads neither opinions, digests nor results elsewhere, and so exports only what reorganised units. */
export const mayExport = (actor: Actor, kind: ExchangeKind) =>
  isAuthority(actor) || (isAdministrator(actor) && kind === 'deeds')

export const keepsProfiles = isAuthority

/** Compared with the receiver's document by another person than who entered the edition. */
export const mayConfirmEdition = (actor: Actor, { entered_by }: { entered_by: string | null }) =>
  keepsProfiles(actor) && isApart(actor, 'confirmExchange', { entered: entered_by })
