import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { paragraph } from '#platform/form.ts'
import { actsForMember } from '../access.ts'
import { demandState, lockMovement, movementSubject } from '../register/lock-movement.ts'
import { participationsOf } from './queries.ts'

export const withdrawParticipationInput = z.object({
  blocYear: z.uuid(),
  movement: z.uuid(),
  unit: z.uuid(),
  reason: paragraph(500),
})
export type WithdrawParticipation = z.output<typeof withdrawParticipationInput>

/** Taking part is voluntary: a unit may leave, and says why; its plan and its results stay. */
export async function withdrawParticipation(
  db: Db,
  actor: Actor,
  input: WithdrawParticipation,
  now: Date,
): Promise<void> {
  demand(actsForMember(actor, input.blocYear, input.unit))
  await db.transaction().execute(async (tx) => {
    const { movement } = await lockMovement(tx, input)
    demandState('join', movement)
    const joined = await participationsOf(tx, { blocYear: input.blocYear, movement: movement.id })
    const own = joined.find(({ unit_id, withdrawn_on }) => unit_id === input.unit && withdrawn_on === null)
    if (own === undefined) throw new RuleViolation('participation.notJoined')
    await tx
      .updateTable('participation')
      .set({ withdrawn_on: dayOf(now), withdrawn_reason: input.reason, version: own.version + 1 })
      .where('id', '=', own.id)
      .execute()
    const facts = { unit: own.unit, title: movement.title, reason: input.reason }
    await record(tx, actor, now, { action: 'participation.withdrawn', subject: movementSubject(movement.id), facts })
  })
}
