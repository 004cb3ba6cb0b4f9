import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { lockRound, roundSubject } from '../rounds/lock-round.ts'
import { isAtLeast } from '../rounds/round.ts'
import { mayKeepRules } from './access.ts'

export const changeRulesInput = z.object({ round: z.uuid(), afterReturn: z.enum(['whole', 'verifying']) })

/** What the bloc agreed about a returned sheet: scored by everyone again, or back to where it was returned. */
export async function changeRules(
  db: Db,
  actor: Actor,
  input: z.output<typeof changeRulesInput>,
  now: Date,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { round, year } = await lockRound(tx, input.round)
    demand(mayKeepRules(actor, year.id))
    if (isAtLeast(round.state, 'verifying')) throw new RuleViolation('judging.rulesStand')
    const said = { after_return: input.afterReturn, set_by: actor.account, set_at: now }
    await tx
      .insertInto('judging_rules')
      .values({ round_id: round.id, ...said })
      .onConflict((conflict) => conflict.column('round_id').doUpdateSet(said))
      .execute()
    const facts = { name: round.name, afterReturn: input.afterReturn }
    await record(tx, actor, now, { action: 'judging.rulesSet', subject: roundSubject(round.id), facts })
  })
}
