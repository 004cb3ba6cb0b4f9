import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { dayOf } from '#platform/clock.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { paragraph, ticked } from '#platform/form.ts'
import { newId } from '#platform/id.ts'
import { mayRunRounds } from '../access.ts'
import { lockRound, roundSubject } from '../rounds/lock-round.ts'
import { countRound } from './count-round.ts'
import { resultOf } from './result.ts'

export const decideTieInput = z.object({
  round: z.uuid(),
  /** The tied units, the one placed higher first. */
  units: z.array(z.uuid()).min(2),
  isShared: ticked(),
  reason: paragraph(1000),
})
export type DecideTie = z.output<typeof decideTieInput>

const sameSet = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && new Set([...one, ...other]).size === one.length

/** What neither points nor the table's chain part, people decide: an order, or one shared place; always with a reason. */
export async function decideTie(db: Db, actor: Actor, input: DecideTie, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { round } = await lockRound(tx, input.round)
    demand(mayRunRounds(actor, round.bloc_year_id))
    if (round.state !== 'verifying' && round.state !== 'provisional') throw new RuleViolation('results.notNow')
    if (new Set(input.units).size < input.units.length) throw new RuleViolation('results.sameUnitTwice')
    const { ties } = resultOf(await countRound(tx, round, dayOf(now)))
    if (!ties.some(({ units }) => sameSet(units, input.units))) throw new RuleViolation('results.noSuchTie')
    await tx
      .insertInto('tie_decision')
      .values({
        id: newId(),
        round_id: round.id,
        units: input.units,
        is_shared: input.isShared,
        reason: input.reason,
        decided_by: actor.account,
        decided_by_name: actor.name,
        decided_at: now,
      })
      .execute()
    const facts = { name: round.name, count: String(input.units.length), reason: input.reason }
    await record(tx, actor, now, { action: 'scoring.tieDecided', subject: roundSubject(round.id), facts })
  })
}
