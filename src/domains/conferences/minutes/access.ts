import { actsForHead, isAuthority, isMemberOf, leads, worksFor, type Actor } from '#platform/actor.ts'
import { isApart } from '#platform/separation.ts'

interface OfYear {
  bloc_year_id: string
}

interface OfConference extends OfYear {
  chair_account_id: string | null
  secretary_account_id: string | null
}

/** Minutes are the bloc's own: its members and the authority read them. */
export const readsMinutes = (actor: Actor, minutes: OfYear) =>
  isAuthority(actor) || isMemberOf(actor, minutes.bloc_year_id)

/** The head's people and the secretary of the conference keep its minutes. */
export const mayKeepMinutes = (actor: Actor, conference: OfConference) =>
  actsForHead(actor, conference.bloc_year_id) || actor.account === conference.secretary_account_id

/** Whoever works for a member asks in its name. */
export const mayRequestCorrection = (actor: Actor, minutes: OfYear, unit: string) =>
  worksFor(actor, unit) && isMemberOf(actor, minutes.bloc_year_id)

/** The unit's leader says that it has nothing to correct. */
export const mayAcceptDraft = (actor: Actor, minutes: OfYear, unit: string) =>
  leads(actor, unit) && isMemberOf(actor, minutes.bloc_year_id)

/** Chair and secretary answer, and the head's people; never who asked. */
export const mayAnswerCorrection = (
  actor: Actor,
  conference: OfConference,
  { requested_by: asked }: { requested_by: string },
) =>
  (mayKeepMinutes(actor, conference) || actor.account === conference.chair_account_id) &&
  isApart(actor, 'decideMinutesCorrection', { asked })
