import { actsForHead, isAuthority, isMemberOf, worksFor, type Actor } from '#platform/actor.ts'

interface OfYear {
  bloc_year_id: string
}

interface OfSides extends OfYear {
  giving_unit_id: string
  receiving_unit_id: string
}

/** The bloc and the authority read its hand-overs and its book; nobody else does. */
export const readsYear = (actor: Actor, thing: OfYear) => isAuthority(actor) || isMemberOf(actor, thing.bloc_year_id)

/** A head of the next year may be new to the bloc: both sides read in any case. */
export const readsHandover = (actor: Actor, handover: OfSides) =>
  readsYear(actor, handover) || worksFor(actor, handover.giving_unit_id) || worksFor(actor, handover.receiving_unit_id)

/** Who hands over writes the record. */
export const maySetOut = (actor: Actor, handover: { giving_unit_id: string }) =>
  worksFor(actor, handover.giving_unit_id)

/** The book is the head's, kept by its people and the secretary. */
export const mayKeepBook = (actor: Actor, blocYear: string) => actsForHead(actor, blocYear)
