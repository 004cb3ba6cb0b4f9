import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { mayRunRounds } from '../access.ts'
import { lockRound, roundSubject } from '../rounds/lock-round.ts'

const measure = z
  .string()
  .trim()
  .transform((text) => text.replace(',', '.'))
  .pipe(z.string().regex(/^\d{1,4}(?:\.\d{1,4})?$/u))
const above = measure.refine((text) => Number(text) > 0)

export const keepMeasuresInput = z.object({
  round: z.uuid(),
  nearTie: measure,
  jumpPercent: above,
  mutualPercent: above,
})
export type KeepMeasures = z.output<typeof keepMeasuresInput>

/** What the closing screen calls close, a jump, or mutual. It changes no point. */
export async function keepMeasures(db: Db, actor: Actor, input: KeepMeasures, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { round } = await lockRound(tx, input.round)
    demand(mayRunRounds(actor, round.bloc_year_id))
    if (round.state === 'final') throw new RuleViolation('results.notNow')
    const { nearTie, jumpPercent, mutualPercent } = input
    await tx
      .updateTable('scoring_round')
      .set({ near_tie: nearTie, jump_percent: jumpPercent, mutual_percent: mutualPercent })
      .where('id', '=', round.id)
      .execute()
    const facts = { name: round.name, nearTie, jumpPercent, mutualPercent }
    await record(tx, actor, now, { action: 'scoring.measuresKept', subject: roundSubject(round.id), facts })
  })
}
