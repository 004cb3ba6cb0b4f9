import { demandOpenYear } from '#domains/blocs/lock-year.ts'
import type { Actor } from '#platform/actor.ts'
import type { Tx } from '#platform/database/database.ts'
import { demand, found, RuleViolation } from '#platform/errors.ts'
import { keepsConference } from './access.ts'
import { conferenceCan, type ConferenceVerb } from './conference.ts'
import { conferenceById, type ConferenceRow } from './queries.ts'

/** Held until the transaction ends, whoever asks; in a year that takes changes and in a state that allows the act. */
export async function holdConference(tx: Tx, id: string): Promise<ConferenceRow> {
  found(await tx.selectFrom('conference').select('id').where('id', '=', id).forUpdate().executeTakeFirst())
  return conferenceById(tx, id)
}

/** In a year that takes changes, and in a state that allows the act. */
export async function demandState(tx: Tx, conference: ConferenceRow, verb: ConferenceVerb): Promise<void> {
  await demandOpenYear(tx, conference.bloc_year_id)
  if (!conferenceCan(verb, conference)) throw new RuleViolation(`conferences.not_${verb}`)
}

/** For who keeps it. */
export async function lockConference(
  tx: Tx,
  actor: Actor,
  { conference: id }: { conference: string },
  verb: ConferenceVerb,
): Promise<ConferenceRow> {
  const conference = await holdConference(tx, id)
  demand(keepsConference(actor, conference))
  await demandState(tx, conference, verb)
  return conference
}

export const conferenceSubject = (id: string) => ({ kind: 'conference', id })
