import { demandOpenYear } from '#domains/blocs/lock-year.ts'
import { lockDocument } from '#capabilities/signatures/keeping/documents.ts'
import type { Tx } from '#platform/database/database.ts'
import { RuleViolation } from '#platform/errors.ts'
import { conferenceById, type ConferenceRow } from '../queries.ts'
import { minutesCan, type MinutesVerb } from './minutes.ts'
import { minutesById, type MinutesRow } from './queries.ts'

export interface LockedMinutes {
  minutes: MinutesRow
  conference: ConferenceRow
}

/** Held until the transaction ends, in the order in which a signature holds them: the paper, then the minutes. */
export async function lockMinutes(tx: Tx, id: string): Promise<LockedMinutes> {
  const { document_id: document } = await minutesById(tx, id)
  if (document !== null) await lockDocument(tx, document)
  await tx.selectFrom('minutes').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  const minutes = await minutesById(tx, id)
  await demandOpenYear(tx, minutes.bloc_year_id)
  return { minutes, conference: await conferenceById(tx, minutes.conference_id) }
}

/** After who asks may: the state must allow it. */
export function demandMinutesCan(verb: MinutesVerb, minutes: MinutesRow): void {
  if (!minutesCan(verb, minutes)) throw new RuleViolation(`minutes.not_${verb}`)
}

export const minutesSubject = (id: string) => ({ kind: 'minutes', id })
