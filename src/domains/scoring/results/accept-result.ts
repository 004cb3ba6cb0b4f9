import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { mayPetitionFor } from '../petitions/access.ts'
import { openPetitions } from '../petitions/queries.ts'
import { lockRound, roundSubject } from '../rounds/lock-round.ts'
import { sheetsOfRound } from '../sheets/queries.ts'

export const acceptResultInput = z.object({ round: z.uuid(), unit: z.uuid() })
export type AcceptResult = z.output<typeof acceptResultInput>

/** A member has no petition, or none any more. It is said once, and not taken back. */
export async function acceptResult(db: Db, actor: Actor, { round: id, unit }: AcceptResult, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { round } = await lockRound(tx, id)
    const isScored = (await sheetsOfRound(tx, round.id)).some(({ unit_id }) => unit_id === unit)
    demand(isScored && mayPetitionFor(actor, unit))
    if (round.state !== 'provisional') throw new RuleViolation('results.notNow')
    const own = (await openPetitions(tx, round.id)).filter(({ unit_id }) => unit_id === unit)
    if (own.length > 0) throw new RuleViolation('results.ownPetition')
    const said = { accepted_by: actor.account, accepted_by_name: actor.name, accepted_at: now }
    const inserted = await tx
      .insertInto('result_acceptance')
      .values({ round_id: round.id, unit_id: unit, ...said })
      .onConflict((conflict) => conflict.doNothing())
      .returning('unit_id')
      .executeTakeFirst()
    if (inserted === undefined) throw new RuleViolation('results.alreadyAccepted')
    const facts = { name: round.name }
    await record(tx, actor, now, { action: 'scoring.accepted', subject: roundSubject(round.id), facts })
  })
}
