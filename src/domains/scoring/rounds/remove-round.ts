import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { mayRunRounds } from '../access.ts'
import { lockRound, roundSubject } from './lock-round.ts'

export const removeRoundInput = z.object({ round: z.uuid() })

/** Takes back a round that was only prepared: nobody was asked for anything yet. */
export async function removeRound(
  db: Db,
  actor: Actor,
  input: z.output<typeof removeRoundInput>,
  now: Date,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { round } = await lockRound(tx, input.round)
    demand(mayRunRounds(actor, round.bloc_year_id))
    if (round.state !== 'preparing') throw new RuleViolation('rounds.alreadyOpen')
    await tx.deleteFrom('scoring_round_table').where('round_id', '=', round.id).execute()
    await tx.deleteFrom('scoring_round').where('id', '=', round.id).execute()
    const facts = { name: round.name }
    await record(tx, actor, now, { action: 'scoring.removed', subject: roundSubject(round.id), facts })
  })
}
