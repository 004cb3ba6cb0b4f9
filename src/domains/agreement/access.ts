import { actsForHead, isAuthority, isMemberOf, type Actor } from '#platform/actor.ts'

interface OfBlocYear {
  bloc_year_id: string
}

/** Members, the authority and nobody else see a draft; a signed text is public. */
export const mayRead = (actor: Actor, thing: OfBlocYear) => isMemberOf(actor, thing.bloc_year_id) || isAuthority(actor)

/** The bloc's head drafts, freezes and opens again, through its people and the secretary it named. */
export const mayDraft = (actor: Actor, thing: OfBlocYear) => actsForHead(actor, thing.bloc_year_id)
