import { actsForHead, isAuthority, isMemberOf, worksFor, type Actor } from '#platform/actor.ts'

interface InYear {
  bloc_year_id: string
  other_year_id: string | null
}

/** The bloc and the authority read what its conferences prepare and decide. */
export const readsConferences = (actor: Actor, blocYear: string) =>
  isAuthority(actor) || isMemberOf(actor, blocYear) || actsForHead(actor, blocYear)

export const readsConference = (actor: Actor, conference: InYear) =>
  readsConferences(actor, conference.bloc_year_id) ||
  (conference.other_year_id !== null && readsConferences(actor, conference.other_year_id))

/** The head plans conferences, through its people and the bloc's secretary. */
export const plansConferences = (actor: Actor, blocYear: string) => actsForHead(actor, blocYear)

/** Its own secretary keeps a conference too, whatever unit they are of. */
export const keepsConference = (
  actor: Actor,
  conference: { bloc_year_id: string; secretary_account_id: string | null },
) => actsForHead(actor, conference.bloc_year_id) || conference.secretary_account_id === actor.account

/** Who is invited answers for themself; a delegate's unit answers for its delegate. */
export const answersInvitation = (actor: Actor, invitee: { account_id: string | null; unit_id: string | null }) =>
  invitee.account_id === actor.account || (invitee.unit_id !== null && worksFor(actor, invitee.unit_id))

/** What a unit was given to do is settled by its people, or by who keeps the conference. */
export const settlesConferenceTask = (
  actor: Actor,
  conference: { bloc_year_id: string; secretary_account_id: string | null },
  task: { unit_id: string },
) => worksFor(actor, task.unit_id) || keepsConference(actor, conference)
