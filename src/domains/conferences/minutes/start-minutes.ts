import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { demandOpenYear } from '#domains/blocs/lock-year.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, found, RuleViolation } from '#platform/errors.ts'
import { newId } from '#platform/id.ts'
import { conferenceById } from '../queries.ts'
import { mayKeepMinutes } from './access.ts'
import { gatherRecord } from './gather-record.ts'
import { keepPassages } from './keep-passages.ts'
import { minutesSubject } from './lock-minutes.ts'
import { closeDraft } from './minutes-tasks.ts'
import { passagesOf } from './passages.ts'
import { minutesOf } from './queries.ts'

export const startMinutesInput = z.object({
  conference: z.uuid(),
  /** "Lập thành … bản". */
  copies: z.coerce.number().int().min(1).max(99),
})
export type StartMinutes = z.output<typeof startMinutesInput>

interface Starting {
  now: Date
  isSample?: boolean
}

/** Drafts the minutes of a conference by rule, once it was opened; answers with their id. */
export async function startMinutes(
  db: Db,
  actor: Actor,
  { conference: id, copies }: StartMinutes,
  { now, isSample = false }: Starting,
): Promise<string> {
  return db.transaction().execute(async (tx) => {
    found(await tx.selectFrom('conference').select('id').where('id', '=', id).forUpdate().executeTakeFirst())
    const conference = await conferenceById(tx, id)
    demand(mayKeepMinutes(actor, conference))
    await demandOpenYear(tx, conference.bloc_year_id)
    if (conference.state !== 'opened' && conference.state !== 'closed') throw new RuleViolation('minutes.notHeldYet')
    if ((await minutesOf(tx, id)).length > 0) throw new RuleViolation('minutes.alreadyStarted')
    const minutes = newId()
    const by = { created_by: actor.account, created_at: now }
    const of = { conference_id: id, bloc_year_id: conference.bloc_year_id, version: 1 }
    await tx
      .insertInto('minutes')
      .values({ id: minutes, ...of, copies, is_sample: isSample, ...by })
      .execute()
    await keepPassages(tx, minutes, passagesOf(await gatherRecord(tx, conference, copies)))
    await closeDraft(tx, now, id)
    const facts = { title: conference.title }
    await record(tx, actor, now, { action: 'minutes.started', subject: minutesSubject(minutes), facts })
    return minutes
  })
}
