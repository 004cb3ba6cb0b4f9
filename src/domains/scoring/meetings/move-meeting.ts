import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, found, RuleViolation } from '#platform/errors.ts'
import { lockRound, roundSubject } from '../rounds/lock-round.ts'
import { tableOfVersion, tablesOfRound } from '../rounds/queries.ts'
import { leafOf } from '../sheets/leaf.ts'
import { mayLeadMeeting } from '../judging/access.ts'
import { meetingOf } from '../judging/queries.ts'

export const moveMeetingInput = z.object({ round: z.uuid(), version: z.uuid(), code: z.string().min(1).max(200) })

/** Takes a scoring meeting to a criterion: the projector follows. Only its beginning is told in the log. */
export async function moveMeeting(
  db: Db,
  actor: Actor,
  input: z.output<typeof moveMeetingInput>,
  now: Date,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { round, year } = await lockRound(tx, input.round)
    demand(mayLeadMeeting(actor, year.id))
    if (round.state !== 'verifying') throw new RuleViolation('judging.notNow')
    const table = (await tablesOfRound(tx, round.id)).find(({ version_id }) => version_id === input.version)
    if (leafOf(await tableOfVersion(tx, found(table).version_id), input.code) === undefined) {
      throw new RuleViolation('judging.noSuchCriterion')
    }
    const before = await meetingOf(tx, round.id)
    const place = { version_id: input.version, code: input.code, moved_by: actor.account, moved_at: now }
    await tx
      .insertInto('scoring_meeting')
      .values({ round_id: round.id, ...place })
      .onConflict((conflict) => conflict.column('round_id').doUpdateSet(place))
      .execute()
    if (before !== undefined) return
    const facts = { name: round.name }
    await record(tx, actor, now, { action: 'judging.meetingBegun', subject: roundSubject(round.id), facts })
  })
}
